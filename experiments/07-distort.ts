import { distort, experiment } from "convlab";
import { measureLenet } from "./lenet.js";
import { grid, mnist } from "./shared.js";

export default experiment({
  id: "07-distort",
  question: "What LeNet-5 as published reaches when every epoch shows the 60,000 digits distorted anew",
  rows: grid(
    [
      {
        name: "as published, Adam, distorted",
        optimizer: "adam",
        rates: "one cycle",
        rate: 0.002,
        batchSize: 64,
        epochs: 20,
        trainImages: 60_000,
      },
    ],
    3,
  ),
  async run(row, context) {
    const { train } = await mnist;
    return measureLenet(row, train, context, {
      augment: (digits, epoch) => distort(digits, { seed: 1000 * row.seed + epoch }),
    });
  },
});
