import { cnn, compileClassifier, disposeModel, evaluate, fit, type NetworkLayer, take } from "convlab";
import { experiment, type Reduction, reductionLayers, weightsHash } from "convlab/lessons";
import { mnist, seedBySeed } from "../shared.js";

const plan = { trainImages: 3_000, epochs: 5, learningRate: 0.01 };

const arms = [
  { name: "none", kind: "none", size: 1, stride: 1 },
  { name: "none, maximum at the end", kind: "none", size: 1, stride: 1, end: "maximum" },
  { name: "max 2, stride 2", kind: "max", size: 2, stride: 2 },
  { name: "average 2, stride 2", kind: "average", size: 2, stride: 2 },
  { name: "convolution, stride 2", kind: "stridedConvolution", size: 1, stride: 2 },
];

export default experiment({
  id: "pooling/rate",
  question: "Five arms of pooling/trade with the same seeds and digits, at ten times the learning rate",
  rows: seedBySeed(
    arms.map((arm) => ({ end: "mean", ...arm, ...plan })),
    10,
  ),
  means: [{ arms: arms.map(({ name }) => name), measure: "testAccuracy" }],
  comparisons: [
    { first: "max 2, stride 2", second: "average 2, stride 2", measure: "testAccuracy" },
    { first: "max 2, stride 2", second: "convolution, stride 2", measure: "testAccuracy" },
    { first: "max 2, stride 2", second: "none", measure: "testAccuracy" },
    { first: "none, maximum at the end", second: "none", measure: "testAccuracy" },
  ],
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const { end, kind, size, stride, epochs, trainImages, learningRate } = configuration;
    const layers = reductionLayers({ kind, size, stride } as Reduction).map(
      (layer): NetworkLayer =>
        end === "maximum" && layer.kind === "averagePool" ? { ...layer, kind: "maxPool" } : layer,
    );
    const input = { height: 28, width: 28, channels: 1 } as const;
    const model = compileClassifier(cnn(input, layers, { seed }), { learningRate: Number(learningRate) });
    const watcher = { onEpoch: (epoch: number) => context.report(epoch / plan.epochs) };
    await fit(model, take(train, 0, Number(trainImages)), { epochs: Number(epochs), seed }, [watcher]);
    const { accuracy } = await evaluate(model, test);
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result: { testAccuracy: accuracy } };
  },
});
