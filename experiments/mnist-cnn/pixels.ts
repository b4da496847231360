import { disposeModel, mnistCnn } from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { grid, mnist, trainAndMeasure } from "../shared.js";

export default experiment({
  id: "mnist-cnn/pixels",
  question:
    "The lab's network, ten epochs on all 60,000 digits: pixels from 0 to 1, and as they come, from 0 to 255",
  rows: grid(
    [
      { name: "pixels 0 to 1", largestPixel: 1, epochs: 10, trainImages: 60_000 },
      { name: "pixels 0 to 255", largestPixel: 255, epochs: 10, trainImages: 60_000 },
    ],
    3,
  ),
  means: [
    { arms: ["pixels 0 to 1", "pixels 0 to 255"], measure: "testAccuracy" },
    {
      arms: ["pixels 0 to 1"],
      measure: "least test loss of the ten epochs",
      of: ({ validationLoss }) => Math.min(...(validationLoss as number[])),
    },
    {
      arms: ["pixels 0 to 1"],
      measure: "test loss after the last epoch",
      of: ({ validationLoss }) => (validationLoss as number[]).at(-1) as number,
    },
  ],
  comparisons: [
    {
      first: "pixels 0 to 1",
      second: "pixels 0 to 1",
      measure: "test loss after the last epoch less the third",
      of: ({ validationLoss }) => (validationLoss as number[])[9] as number,
      secondOf: ({ validationLoss }) => (validationLoss as number[])[2] as number,
    },
    {
      first: "pixels 0 to 1",
      second: "pixels 0 to 1",
      measure: "test accuracy after the last epoch less the third",
      of: ({ validationAccuracy }) => (validationAccuracy as number[])[9] as number,
      secondOf: ({ validationAccuracy }) => (validationAccuracy as number[])[2] as number,
    },
  ],
  async run({ configuration, seed }, context) {
    const { train } = await mnist;
    const largestPixel = Number(configuration.largestPixel);
    const epochs = Number(configuration.epochs);
    const model = mnistCnn({ seed });
    const measured = await trainAndMeasure(
      model,
      train,
      { epochs, seed, scale: largestPixel / 255, curve: true },
      context,
    );
    const { loss, accuracy, validationLoss = [], validationAccuracy = [] } = measured.history;
    if (largestPixel === 1 && seed === 1) {
      await context.keep(model, "mnist-cnn", {
        network: "mnistCnn()",
        seed,
        epochs,
        trainImages: train.count,
        pixels: "0 to 1",
        testAccuracy: measured.testAccuracy,
        testLoss: measured.testLoss,
      });
    }
    const weights = weightsHash(model);
    disposeModel(model);
    return {
      weights,
      result: {
        loss,
        accuracy,
        validationLoss,
        validationAccuracy,
        testAccuracy: measured.testAccuracy,
        testLoss: measured.testLoss,
      },
    };
  },
});
