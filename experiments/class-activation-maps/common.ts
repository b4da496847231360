import { createHash } from "node:crypto";
import { disposeModel, type LayersModel, normal, seeded, tf, toInputs } from "convlab";
import {
  experiment,
  loadTrained,
  pointingShare,
  type Result,
  type SceneSet,
  weightsHash,
} from "convlab/lessons";
import { grid } from "../shared.js";
import { located, scenesOf } from "./scenes.js";

const plan = { scenes: 200 };
/** How large the vector is, beside the weights. */
const sizes = [1, 3, 10];
const random = sizes.map((times) => `${times} times as large as the weights`);
/** Not a random vector: the same number less for every weight, so that activations count against each class. */
const constant = "one number, taken from every weight";
const arms = [...random, constant];
const told = ["pointing", "pointingWithCommon", "pointingOfDifferences", "pointingOfDifferencesWithCommon"];

export default experiment({
  id: "class-activation-maps/common",
  question:
    "The same vector is added to the weights of every class: what becomes of the probabilities, of the maps, and of a map less the mean of all maps",
  rows: grid(
    [
      ...random.map((name, at) => ({ name, times: sizes[at] as number, ...plan })),
      { name: constant, times: 3, vector: "constant", ...plan },
    ],
    5,
  ),
  means: [
    ...told.map((measure) => ({ arms, measure, percent: true })),
    { arms, measure: "largestChangeOfProbability" },
  ],
  comparisons: arms.flatMap((arm) =>
    [
      ["pointing", "pointingWithCommon"],
      ["pointingOfDifferences", "pointingOfDifferencesWithCommon"],
    ].map(([plain, common]) => ({
      first: arm,
      second: arm,
      measure: `${common} less ${plain}`,
      of: (result: Result) => result[common as string] as number,
      secondOf: (result: Result) => result[plain as string] as number,
      percent: true,
    })),
  ),
  async run({ configuration, seed }, context) {
    const model = await loadTrained("scenes-gap");
    const test = await scenesOf("test", plan.scenes, 200 + seed);
    const before = probabilitiesOf(model, test);
    const [pointing, pointingOfDifferences] = pointings(model, test);
    const { times, vector } = configuration;
    const next = seeded(seed);
    addToAllClasses(model, Number(times), vector === "constant" ? () => -1 : () => normal(next));
    const after = probabilitiesOf(model, test);
    const [pointingWithCommon, pointingOfDifferencesWithCommon] = pointings(model, test);
    const changes = before.map((value, at) => Math.abs(value - (after[at] as number)));
    const result = {
      pointing,
      pointingWithCommon,
      pointingOfDifferences,
      pointingOfDifferencesWithCommon,
      largestChangeOfProbability: Math.max(...changes),
    };
    // The network is the same for every seed where nothing is drawn: what is measured differs by the scenes.
    const hash = createHash("sha256").update(weightsHash(model) + JSON.stringify(result));
    disposeModel(model);
    context.report(1);
    return { weights: hash.digest("hex"), result };
  },
});

function probabilitiesOf(model: LayersModel, { scenes }: SceneSet): number[] {
  return tf.tidy(() => Array.from((model.predict(toInputs(scenes)) as tf.Tensor).dataSync()));
}

/** The pointing game with the maps as they are, and with each map less the mean of all classes' maps. */
function pointings(model: LayersModel, test: SceneSet): [plain: number, ofDifferences: number] {
  const plain = pointingShare(located(model, test));
  const last = model.layers.at(-1) as tf.layers.Layer;
  const kept = last.getWeights().map((tensor) => tensor.clone()) as [tf.Tensor2D, tf.Tensor1D];
  tf.tidy(() => last.setWeights([kept[0].sub(kept[0].mean(1, true)), kept[1]]));
  const ofDifferences = pointingShare(located(model, test));
  last.setWeights(kept);
  tf.dispose(kept);
  return [plain, ofDifferences];
}

/** Adds one vector to the weights of each class: so many times their deviation, times what `next` gives for each channel. */
function addToAllClasses(model: LayersModel, times: number, next: () => number): void {
  const last = model.layers.at(-1) as tf.layers.Layer;
  tf.tidy(() => {
    const [weights, biases] = last.getWeights() as [tf.Tensor2D, tf.Tensor1D];
    const size = tf.sqrt(tf.moments(weights).variance);
    const vector = tf.tensor2d(Array.from({ length: weights.shape[0] }, () => [next()]));
    last.setWeights([weights.add(vector.mul(size).mul(times)), biases]);
  });
}
