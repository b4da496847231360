import { distort, take } from "convlab";
import { experiment } from "convlab/lessons";
import { changes, measureChange } from "../changes.js";
import { chosenRates, withRates } from "../rates.js";
import { grid, mnist } from "../shared.js";

export default experiment({
  id: "mnist-cnn/changes-rates",
  question:
    "Which of three learning rates suits a network with batch normalisation, changed images or additions: 1,000 digits, ten epochs, 2,000 kept aside",
  rows: grid(withRates(changes, { epochs: 10, trainImages: 1_000 }), 3),
  means: chosenRates(changes),
  async run(row, context) {
    const { train } = await mnist;
    const part = take(train, 0, Number(row.configuration.trainImages));
    const validation = take(train, 50_000, 2_000);
    const vary = (images: typeof part, seed: number) => distort(images, { seed });
    return measureChange(row, { train: part, validation, vary }, context, Number(row.configuration.rate));
  },
});
