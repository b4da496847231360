import { type Digits, disposeModel, evaluate, fit, mnistCnn, seeded, shuffled, take } from "convlab";
import { experiment, jitter, mnistMlp, rearrangePixels, weightsHash } from "convlab/lessons";
import { grid, mnist } from "../shared.js";

const trainImages = 6_000;
const mostPixels = 4;

/** The same for training and test digits; for each seed another order of pixels, or other ways to move. */
const arrange: Readonly<Record<string, (digits: Digits, seed: number) => Digits>> = {
  "as they are": (digits) => digits,
  shuffled: (digits, seed) => rearrangePixels(digits, shuffled(784, seeded(seed))),
  moved: (digits, seed) => jitter(digits, { pixels: mostPixels, seed: seed + digits.count }),
};

export default experiment({
  id: "images-and-dense-layers/pixels",
  question: "Dense layers and convolutions on pixels as they are, all shuffled alike, and moved at random",
  rows: grid(
    ["dense", "convolution"].flatMap((network) =>
      Object.keys(arrange).map((pixels) => ({
        name: `${network}, pixels ${pixels}`,
        network,
        pixels,
        epochs: 6,
        trainImages,
      })),
    ),
    5,
  ),
  comparisons: [
    { first: "dense, pixels shuffled", second: "dense, pixels as they are", measure: "testAccuracy" },
    {
      first: "convolution, pixels shuffled",
      second: "convolution, pixels as they are",
      measure: "testAccuracy",
    },
    {
      first: "convolution, pixels as they are",
      second: "dense, pixels as they are",
      measure: "testAccuracy",
    },
    { first: "convolution, pixels shuffled", second: "dense, pixels shuffled", measure: "testAccuracy" },
    { first: "dense, pixels moved", second: "dense, pixels as they are", measure: "testAccuracy" },
    {
      first: "convolution, pixels moved",
      second: "convolution, pixels as they are",
      measure: "testAccuracy",
    },
    { first: "convolution, pixels moved", second: "dense, pixels moved", measure: "testAccuracy" },
  ],
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const arranged = arrange[String(configuration.pixels)] ?? ((digits: Digits) => digits);
    const part = arranged(take(train, 0, Number(configuration.trainImages)), seed);
    const convolution = configuration.network === "convolution";
    const model = convolution ? mnistCnn({ filters: [8, 16], seed }) : mnistMlp({ hiddenUnits: [128], seed });
    const epochs = Number(configuration.epochs);
    await fit(model, part, { epochs, seed }, [
      { onBatch: ({ epoch, seen, total }) => context.report((epoch - 1 + seen / total) / epochs) },
    ]);
    const trainAccuracy = (await evaluate(model, part)).accuracy;
    const testAccuracy = (await evaluate(model, arranged(test, seed))).accuracy;
    const result = { parameters: model.countParams(), trainAccuracy, testAccuracy };
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result };
  },
});
