import { distort, take } from "convlab";
import { experiment } from "convlab/lessons";
import { changeComparisons, changes, measureChange } from "../changes.js";
import { bestRate } from "../rates.js";
import { grid, mnist } from "../shared.js";

export default experiment({
  id: "mnist-cnn/changes",
  question:
    "What batch normalisation, changed images and additions buy on 1,000 digits, ten epochs, each with the learning rate chosen for it",
  rows: grid(
    changes.map((each) => ({ ...each, rate: "as chosen", epochs: 10, trainImages: 1_000 })),
    10,
  ),
  comparisons: changeComparisons,
  async run(row, context) {
    const { train, test } = await mnist;
    const rate = await bestRate("mnist-cnn/changes-rates", row.name.replace(/, seed \d+$/, ""));
    const part = take(train, 0, Number(row.configuration.trainImages));
    const vary = (images: typeof part, seed: number) => distort(images, { seed });
    return measureChange(row, { train: part, test, vary }, context, rate);
  },
});
