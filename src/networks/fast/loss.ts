import type { Tensor } from "../tf.js";
import type { Value } from "./binding.js";
import type { Native } from "./native.js";

/** Probabilities below this cost as much as this and teach nothing, in TensorFlow.js as in Keras. */
const smallestProbability = 1e-7;
const largestLoss = -Math.log(smallestProbability);

/** Loss and accuracy as numbers, and the gradient of the mean loss: probability less one for the label, over the count. */
export function crossEntropy(ops: Native, logits: Value, labels: Tensor) {
  const [count = 0, classes = 0] = logits.shape;
  const wanted = Int32Array.from(labels.dataSync(), Math.floor);
  const unknown = wanted.find((label) => !(label >= 0 && label < classes));
  if (unknown !== undefined) {
    throw new RangeError(
      `Cannot learn label ${unknown}: the network tells ${classes} classes apart. Give labels from 0 to ${classes - 1}.`,
    );
  }
  const attributes = [ops.floats, ops.type("Tlabels", "int")];
  const [losses, slopes] = ops.runFor(
    2,
    "SparseSoftmaxCrossEntropyWithLogits",
    attributes,
    logits,
    ops.ints(wanted),
  ) as [Value, Value];
  const scores = ops.numbers(logits);
  const costs = ops.numbers(losses);
  const shares = costs.map((cost) => (cost > largestLoss ? 0 : 1 / count));
  const gradient = ops.run("Mul", [ops.floats], slopes, ops.floatsOf(shares, [count, 1]));
  let [sum, correct] = [0, 0];
  for (let row = 0; row < count; row++) {
    sum += Math.min(costs[row] as number, largestLoss);
    if (indexOfLargest(scores, row * classes, classes) === wanted[row]) correct += 1;
  }
  return { loss: sum / count, accuracy: correct / count, gradient };
}

function indexOfLargest(values: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let index = 1; index < count; index++) {
    if ((values[from + index] as number) > (values[from + best] as number)) best = index;
  }
  return best;
}
