import { compileClassifier, disposeModel, evaluate, fit, freeze, type LayersModel, take, tf } from "convlab";
import { type ExperimentContext, type ExperimentRow, type Measurement, weightsHash } from "convlab/lessons";
import { mnist } from "../shared.js";
import { distortionOf, lenetOf, ratesOf } from "./measure.js";

/** How much every rung learns from, and how long. */
export const plan = { trainImages: 3_000, epochs: 10, batchSize: 32 };
/** Training digits that are learned nowhere here: by them learning rates are compared. */
const keptAside = { from: 50_000, count: 3_000 };

const modern = { connections: "full", subsampling: "max", activation: "relu" };
const momentum = { optimizer: "momentum", rates: "falling", rate: 0.003 };
const adam = { optimizer: "adam", rates: "falling", rate: 0.002 };
/** So far off that no class is farther: the eleventh class is gone. */
const crossEntropy = { loss: "equation9", j: 1e30 };
const cycle = { optimizer: "adam", rates: "one cycle", rate: 0.002 };

export interface Rung {
  readonly name: string;
  readonly [setting: string]: string | number;
}

/** What can be taken off LeNet-5 one thing at a time. Each rung differs in one thing from the one it is compared with. */
export const rungs: readonly Rung[] = [
  { name: "as published", ...momentum },
  { name: "all links in C3", ...momentum, connections: "full" },
  { name: "averages, squashed", ...momentum, connections: "full", squashedAverages: 1 },
  { name: "averages", ...momentum, connections: "full", subsampling: "average" },
  { name: "maxima", ...momentum, connections: "full", subsampling: "max" },
  { name: "ReLU", ...momentum, ...modern },
  { name: "equation 8", ...momentum, ...modern, loss: "equation8" },
  { name: "cross-entropy", ...momentum, rate: 0.01, ...modern, ...crossEntropy },
  { name: "Adam", ...adam, ...modern, ...crossEntropy },
  { name: "Adam, one rate", ...adam, rates: "constant", rate: 0.001, ...modern, ...crossEntropy },
  { name: "one cycle", ...cycle, ...modern, ...crossEntropy },
  { name: "learned output", ...cycle, ...modern, output: "softmax", f6: "scaledTanh" },
  { name: "ReLU in F6", ...cycle, ...modern, output: "softmax" },
  { name: "distorted", ...cycle, ...modern, output: "softmax", distorted: 1 },
];

/** The rung that each differs from in one thing. */
export const comparedWith: Readonly<Record<string, string>> = {
  "all links in C3": "as published",
  "averages, squashed": "all links in C3",
  averages: "averages, squashed",
  maxima: "averages",
  ReLU: "maxima",
  "equation 8": "ReLU",
  "cross-entropy": "ReLU",
  Adam: "cross-entropy",
  "Adam, one rate": "Adam",
  "one cycle": "Adam",
  "learned output": "one cycle",
  "ReLU in F6": "learned output",
  distorted: "ReLU in F6",
};

/** The same rungs, or those named, with their learning rates times a factor. */
export function atRates(factor: number, names = rungs.map(({ name }) => name)): Rung[] {
  return rungs
    .filter(({ name }) => names.includes(name))
    .map(({ name, rate, ...rung }) => ({
      name: factor === 1 ? name : `${name}, rate times ${factor}`,
      ...rung,
      rate: Number(rate) * factor,
      ...plan,
    }));
}

/** Trains the network of a row, and tells its accuracy on digits kept aside and on all test digits. */
export async function measureRung(row: ExperimentRow, context: ExperimentContext): Promise<Measurement> {
  const { train, test } = await mnist;
  const model = await networkOf(row);
  const { epochs, batchSize } = plan;
  const options = { epochs, batchSize, learningRate: ratesOf(row), seed: row.seed, ...distortionOf(row) };
  await fit(model, take(train, 0, plan.trainImages), options, [
    { onEpoch: (epoch) => context.report((0.9 * epoch) / epochs) },
  ]);
  const kept = await evaluate(model, take(train, keptAside.from, keptAside.count));
  const { accuracy, predicted } = await evaluate(model, test);
  const misread = [...predicted.keys()].filter((index) => predicted[index] !== test.labels[index]);
  const weights = weightsHash(model);
  disposeModel(model);
  context.report(1);
  return { weights, result: { keptAccuracy: kept.accuracy, testAccuracy: accuracy, misread } };
}

async function networkOf(row: ExperimentRow): Promise<LayersModel> {
  const { squashedAverages, f6 } = row.configuration;
  const model = lenetOf(row);
  if (squashedAverages === 1) return averaging(model, ["s2", "s4"]);
  return f6 === undefined ? model : withF6(model, String(f6));
}

/** The same network, whose subsampling is the mean, squashed, and stays that: a quarter of the sum, and no bias. */
function averaging(model: LayersModel, names: readonly string[]): LayersModel {
  for (const name of names) {
    const layer = model.getLayer(name);
    const [coefficient, bias] = layer.getWeights();
    if (!coefficient || !bias) throw new Error(`Cannot set the mean in ${name}: it is no subsampling.`);
    tf.tidy(() => layer.setWeights([tf.onesLike(coefficient).div(4), tf.zerosLike(bias)]));
  }
  return freeze(model, names);
}

/** The same network and first weights, with another activation in F6. */
async function withF6(model: LayersModel, activation: string): Promise<LayersModel> {
  const modelTopology = JSON.parse(model.toJSON() as string);
  const layers: { config: { name: string; activation: string } }[] = modelTopology.config.layers;
  for (const { config } of layers) if (config.name === "f6") config.activation = activation;
  const changed = await tf.models.modelFromJSON({ modelTopology });
  changed.setWeights(model.getWeights());
  const { optimizer } = model;
  model.dispose();
  return compileClassifier(changed as LayersModel, { optimizer });
}
