import { disposeModel, take } from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { grid, mnist, trainAndMeasure } from "../shared.js";
import { type End, labCnn } from "./labCnn.js";

const ends = ["softmax", "logits"] as const;
const largest = [1, 255] as const;
const arm = (pixel: number, end: End) => `pixels 0 to ${pixel}, loss from ${end}`;

export default experiment({
  id: "mnist-cnn/scaling",
  question:
    "Pixels from 0 to 1 and from 0 to 255, each with the loss from clipped probabilities and from the logits: 3,000 digits, five epochs",
  rows: grid(
    largest.flatMap((largestPixel) =>
      ends.map((end) => ({
        name: arm(largestPixel, end),
        largestPixel,
        end,
        epochs: 5,
        trainImages: 3_000,
      })),
    ),
    10,
  ),
  comparisons: [
    ...ends.map((end) => ({ first: arm(1, end), second: arm(255, end), measure: "testAccuracy" })),
    ...largest.map((pixel) => ({
      first: arm(pixel, "logits"),
      second: arm(pixel, "softmax"),
      measure: "testAccuracy",
    })),
    { first: arm(255, "softmax"), second: 0.1, measure: "testAccuracy" },
  ],
  async run({ configuration, seed }, context) {
    const { train } = await mnist;
    const model = labCnn(configuration.end as End, seed);
    const epochs = Number(configuration.epochs);
    const part = take(train, 0, Number(configuration.trainImages));
    const scale = Number(configuration.largestPixel) / 255;
    const measured = await trainAndMeasure(model, part, { epochs, seed, scale, curve: false }, context);
    const { trainAccuracy, testAccuracy } = measured;
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result: { trainAccuracy, testAccuracy } };
  },
});
