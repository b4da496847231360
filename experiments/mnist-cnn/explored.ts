import { disposeModel, mnistCnn } from "convlab";
import { experiment, weightsHash } from "convlab/lessons";
import { grid, mnist, trainAndMeasure } from "../shared.js";

const size = { filters: [6, 12], hiddenUnits: 32 } as const;

export default experiment({
  id: "mnist-cnn/explored",
  question:
    "The lab's network with 6 and 12 filters and 32 hidden units, small enough to follow a pen: ten epochs on all 60,000 digits",
  rows: grid([{ name: "6 and 12 filters", epochs: 10, trainImages: 60_000 }], 3),
  async run({ configuration, seed }, context) {
    const { train } = await mnist;
    const epochs = Number(configuration.epochs);
    const model = mnistCnn({ ...size, seed });
    const measured = await trainAndMeasure(model, train, { epochs, seed, scale: 1 / 255 }, context);
    const { testAccuracy, testLoss } = measured;
    if (seed === 1) {
      await context.keep(model, "mnist-cnn-small", {
        network: "mnistCnn({ filters: [6, 12], hiddenUnits: 32 })",
        seed,
        epochs,
        trainImages: train.count,
        pixels: "0 to 1",
        testAccuracy,
        testLoss,
      });
    }
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result: { testAccuracy, testLoss } };
  },
});
