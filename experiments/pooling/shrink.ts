import { disposeModel, evaluate, fit, take } from "convlab";
import { coarsen, experiment, reductionCnn, weightsHash } from "convlab/lessons";
import { grid, mnist } from "../shared.js";

const plan = { epochs: 2, trainImages: 12_000 };
const factors = [1, 2, 4, 7, 14];

export default experiment({
  id: "pooling/shrink",
  question:
    "How much pooling is too much: digits shrunk to the means of blocks and enlarged again, the same classifier, so that only information changes",
  rows: grid(
    factors.map((factor) => ({ name: `blocks of ${factor}`, factor, ...plan })),
    3,
  ),
  comparisons: factors.slice(1).map((factor, at) => ({
    first: `blocks of ${factor}`,
    second: `blocks of ${factors[at]}`,
    measure: "testAccuracy",
  })),
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const [epochs, trainImages] = [Number(configuration.epochs), Number(configuration.trainImages)];
    const coarse = (digits: typeof train) => coarsen(digits, Number(configuration.factor));
    const model = reductionCnn({ reduction: { kind: "max", size: 2, stride: 2 }, seed });
    await fit(model, coarse(take(train, 0, trainImages)), { epochs, seed }, [
      {
        onBatch: ({ epoch, seen }) =>
          context.report((0.9 * ((epoch - 1) * trainImages + seen)) / (epochs * trainImages)),
      },
    ]);
    const { accuracy } = await evaluate(model, coarse(test));
    context.report(1);
    const weights = weightsHash(model);
    disposeModel(model);
    return {
      weights,
      result: { numbersLeft: (28 / Number(configuration.factor)) ** 2, testAccuracy: accuracy },
    };
  },
});
