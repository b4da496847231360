import { disposeModel, evaluate, fit, seeded, shuffled, take } from "convlab";
import { experiment, mnistMlp, rearrangePixels, weightsHash } from "convlab/lessons";
import { grid, mnist } from "../shared.js";

export default experiment({
  id: "images-and-dense-layers/shuffled",
  question:
    "Dense layers on pixels as they are and all shuffled alike, by twenty seeds: no difference can be there, does the measurement find none?",
  rows: grid(
    ["as they are", "shuffled"].map((pixels) => ({ name: pixels, pixels, epochs: 6, trainImages: 3_000 })),
    20,
  ),
  comparisons: [{ first: "shuffled", second: "as they are", measure: "testAccuracy" }],
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const order = shuffled(784, seeded(seed));
    const arranged = (digits: typeof test) =>
      configuration.pixels === "shuffled" ? rearrangePixels(digits, order) : digits;
    const part = arranged(take(train, 0, Number(configuration.trainImages)));
    // Not the first weights of the experiment that this one repeats.
    const model = mnistMlp({ hiddenUnits: [128], seed: 100 + seed });
    const epochs = Number(configuration.epochs);
    await fit(model, part, { epochs, seed }, [
      { onBatch: ({ epoch, seen, total }) => context.report((epoch - 1 + seen / total) / epochs) },
    ]);
    const testAccuracy = (await evaluate(model, arranged(test))).accuracy;
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result: { testAccuracy } };
  },
});
