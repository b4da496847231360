import { take } from "convlab";
import { experiment } from "convlab/lessons";
import { grid, mnist } from "../shared.js";
import { measureLenet, oneCycleOfAdam } from "./measure.js";

export default experiment({
  id: "lenet-5/size",
  question: "What more training digits are worth to LeNet-5 as published, each size for 20 epochs",
  rows: grid(
    [15_000, 30_000].map((trainImages) => ({
      name: `${trainImages / 1000},000 digits`,
      ...oneCycleOfAdam,
      trainImages,
    })),
    3,
  ),
  async run(row, context) {
    const { train } = await mnist;
    return measureLenet(row, take(train, 0, Number(row.configuration.trainImages)), context);
  },
});
