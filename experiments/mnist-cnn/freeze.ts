import { cnn, disposeModel, freeze, type LayersModel, mnistCnn, take } from "convlab";
import { experiment, mnistMlp, weightsHash } from "convlab/lessons";
import { grid, mnist, trainAndMeasure } from "../shared.js";

/** The networks by what learns of them; beside those with a frozen part stands what needs no convolution, or no hidden layer. */
const networks: Readonly<Record<string, (seed: number) => LayersModel>> = {
  "everything learns": (seed) => mnistCnn({ seed }),
  "only dense layers learn": (seed) => frozen(mnistCnn({ seed }), ["conv1", "conv2"]),
  "only convolutions learn": (seed) => frozen(mnistCnn({ seed }), ["hidden", "output"]),
  "softmax on random convolutions": (seed) => frozen(withoutHidden(seed), ["conv1", "conv2"]),
  "softmax on raw pixels": (seed) => mnistMlp({ hiddenUnits: [], seed }),
  "dense 64 on raw pixels": (seed) => mnistMlp({ hiddenUnits: [64], seed }),
  "dense 149 on raw pixels": (seed) => mnistMlp({ hiddenUnits: [149], seed }),
};

function frozen(model: LayersModel, layers: readonly string[]): LayersModel {
  freeze(model, layers);
  return model;
}

/** The lab's network, whose outputs stand directly on the second pooling. */
function withoutHidden(seed: number): LayersModel {
  const bent = { activation: "relu", start: "glorotUniform" } as const;
  return cnn(
    { height: 28, width: 28, channels: 1 },
    [
      { kind: "conv", filters: 32, kernel: 5, ...bent },
      { kind: "maxPool", size: 2 },
      { kind: "conv", filters: 64, kernel: 5, ...bent },
      { kind: "maxPool", size: 2 },
      { kind: "flatten" },
      { kind: "dense", name: "output", units: 10, activation: "softmax" },
    ],
    { seed, name: "withoutHidden" },
  );
}

const testAccuracy = { measure: "testAccuracy" };

export default experiment({
  id: "mnist-cnn/freeze",
  question: "Do convolutions extract and dense layers classify? One part stays at random, the other learns",
  rows: grid(
    Object.keys(networks).map((name) => ({ name, learns: name, epochs: 5, trainImages: 6_000 })),
    10,
  ),
  comparisons: [
    { first: "everything learns", second: "only dense layers learn", ...testAccuracy },
    { first: "everything learns", second: "only convolutions learn", ...testAccuracy },
    { first: "only convolutions learn", second: "only dense layers learn", ...testAccuracy },
    { first: "only dense layers learn", second: "dense 64 on raw pixels", ...testAccuracy },
    { first: "only dense layers learn", second: "dense 149 on raw pixels", ...testAccuracy },
    { first: "only convolutions learn", second: "dense 149 on raw pixels", ...testAccuracy },
    { first: "softmax on random convolutions", second: "softmax on raw pixels", ...testAccuracy },
  ],
  async run({ configuration, seed }, context) {
    const { train } = await mnist;
    const model = networks[String(configuration.learns)]?.(seed) as LayersModel;
    const epochs = Number(configuration.epochs);
    const part = take(train, 0, Number(configuration.trainImages));
    const { trainAccuracy, testAccuracy } = await trainAndMeasure(model, part, { epochs, seed }, context);
    const weights = weightsHash(model);
    disposeModel(model);
    return { weights, result: { trainAccuracy, testAccuracy } };
  },
});
