import { cnn, compileClassifier, disposeModel, evaluate, fit, type NetworkLayer, take } from "convlab";
import { experiment, type Reduction, reductionLayers, weightsHash } from "convlab/lessons";
import { chosenRates, withRates } from "../rates.js";
import { mnist, seedBySeed } from "../shared.js";

const plan = { trainImages: 3_000, epochs: 5 };
const rates = [0.003, 0.01, 0.03];
/** Training digits that are learned nowhere here: by them learning rates are chosen. */
const keptAside = { from: 50_000, count: 3_000 };

const arms = [
  { name: "none", kind: "none", size: 1, stride: 1, end: "mean" },
  { name: "none, maximum at the end", kind: "none", size: 1, stride: 1, end: "maximum" },
  { name: "max 2, stride 2", kind: "max", size: 2, stride: 2, end: "mean" },
  { name: "average 2, stride 2", kind: "average", size: 2, stride: 2, end: "mean" },
  { name: "convolution, stride 2", kind: "stridedConvolution", size: 1, stride: 2, end: "mean" },
];
/** An arm with the rate that read most digits kept aside. */
const best = (name: string) => ({
  name,
  among: rates.map((rate) => `${name}, rate ${rate}`),
  by: "validationAccuracy",
});
const pairs = [
  ["max 2, stride 2", "average 2, stride 2"],
  ["max 2, stride 2", "convolution, stride 2"],
  ["max 2, stride 2", "none"],
  ["none, maximum at the end", "none"],
  ["none, maximum at the end", "max 2, stride 2"],
] as const;

export default experiment({
  id: "pooling/rates",
  question:
    "Whether what pooling/trade finds at a rate of 0.001 holds where each arm has the rate of three larger ones that suits it, chosen on digits kept aside",
  rows: seedBySeed(withRates(arms, plan, rates), 6),
  means: [...chosenRates(arms, rates), { arms: arms.map(({ name }) => best(name)), measure: "testAccuracy" }],
  comparisons: pairs.map(([first, second]) => ({
    first: best(first),
    second: best(second),
    measure: "testAccuracy",
  })),
  async run({ configuration, seed }, context) {
    const { train, test } = await mnist;
    const { end, kind, size, stride, epochs, trainImages, rate } = configuration;
    const layers = reductionLayers({ kind, size, stride } as Reduction).map(
      (layer): NetworkLayer =>
        end === "maximum" && layer.kind === "averagePool" ? { ...layer, kind: "maxPool" } : layer,
    );
    const input = { height: 28, width: 28, channels: 1 } as const;
    const model = compileClassifier(cnn(input, layers, { seed }), { learningRate: Number(rate) });
    const watcher = { onEpoch: (epoch: number) => context.report(epoch / plan.epochs) };
    await fit(model, take(train, 0, Number(trainImages)), { epochs: Number(epochs), seed }, [watcher]);
    const kept = await evaluate(model, take(train, keptAside.from, keptAside.count));
    const { accuracy } = await evaluate(model, test);
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result: { validationAccuracy: kept.accuracy, testAccuracy: accuracy } };
  },
});
