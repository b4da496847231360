import { indexOfLargest } from "../../../arithmetic/largest.js";
import type { ScoreLoss } from "../../models/lenet/losses.js";
import type { Tensor } from "../../tf.js";
import type { Value } from "./binding.js";
import { finiteNumbers } from "./finite.js";
import type { Native } from "./native.js";

/** Probabilities nearer to 0 or 1 than this cost as much as this and teach nothing, in TensorFlow.js as in Keras. */
const smallestProbability = 1e-7;
const largestLoss = -Math.log(smallestProbability);
const largestProbability = Math.fround(1 - smallestProbability);
const teachesNothing = (cost: number) =>
  cost > largestLoss || Math.fround(Math.exp(-cost)) > largestProbability;

/** What a loss says of a batch. */
interface Judgement {
  loss: number;
  accuracy: number;
  /** Of the mean loss, with respect to what the network gave. */
  gradient: Value;
}

/**
 * Loss and accuracy as numbers, and the gradient of the mean loss: probability less one for the label, over the count. Throws
 * `NotFinite` for such logits.
 *
 * @param labels the numbers of classes of this network
 * @param byClass how much the examples of each class count
 */
export function crossEntropy(
  ops: Native,
  logits: Value,
  labels: Tensor,
  byClass?: ArrayLike<number>,
): Judgement {
  const [count = 0, classes = 0] = logits.shape;
  const wanted = Int32Array.from(labels.dataSync());
  const scores = finiteNumbers(ops, logits);
  const [losses, slopes] = softmaxLoss(ops, logits, wanted);
  const weights = Float32Array.from(wanted, (label) => byClass?.[label] ?? 1);
  const costs = ops.numbers(losses);
  const shares = costs.map((cost, row) => (teachesNothing(cost) ? 0 : (weights[row] as number) / count));
  const gradient = ops.run("Mul", [ops.floats], slopes, ops.floatsOf(shares, [count, 1]));
  let [sum, correct] = [0, 0];
  for (let row = 0; row < count; row++) {
    sum += (weights[row] as number) * Math.min(costs[row] as number, largestLoss);
    if (indexOfLargest(scores, row * classes, classes) === wanted[row]) correct += 1;
  }
  return { loss: sum / count, accuracy: correct / count, gradient };
}

/** The loss of each example and its gradient: probability less one for the label. */
function softmaxLoss(ops: Native, logits: Value, wanted: Int32Array): [Value, Value] {
  const attributes = [ops.floats, ops.type("Tlabels", "int")];
  const name = "SparseSoftmaxCrossEntropyWithLogits";
  return ops.runFor(2, name, attributes, logits, ops.ints(wanted)) as [Value, Value];
}

/** The same for the losses on scores, equation 8 and 9 of LeNet-5's paper. */
export function scoreLoss(
  ops: Native,
  loss: ScoreLoss,
  scores: Value,
  labels: Tensor,
  byClass?: ArrayLike<number>,
): Judgement {
  const [count = 0, classes = 0] = scores.shape;
  const wanted = Int32Array.from(labels.dataSync());
  const numbers = finiteNumbers(ops, scores);
  const weights = Float32Array.from(wanted, (label) => byClass?.[label] ?? 1);
  const right = wanted.filter((label, row) => indexOfLargest(numbers, row * classes, classes) === label);
  const judge = (costs: ArrayLike<number>, gradient: Value) => ({
    loss: weights.reduce((total, weight, row) => total + weight * (costs[row] as number), 0) / count,
    accuracy: right.length / count,
    gradient,
  });
  if (loss.equation === "equation8") {
    const slopes = new Float32Array(count * classes);
    for (const [row, label] of wanted.entries()) {
      slopes[row * classes + label] = -(weights[row] as number) / count;
    }
    const costs = Float32Array.from(wanted, (label, row) => -(numbers[row * classes + label] as number));
    return judge(costs, ops.floatsOf(slopes, [count, classes]));
  }
  const [losses, slopes] = softmaxLoss(ops, withRubbish(ops, scores, loss.j), wanted);
  const size = ops.ints([count, classes]);
  const ours = ops.run("Slice", [ops.floats, ops.type("Index", "int")], slopes, ops.ints([0, 0]), size);
  const shares = ops.floatsOf(
    weights.map((weight) => weight / count),
    [count, 1],
  );
  return judge(ops.numbers(losses), ops.run("Mul", [ops.floats], ours, shares));
}

/** An eleventh score, -j for all, is the class for rubbish. */
function withRubbish(ops: Native, scores: Value, j: number): Value {
  if (j === Number.POSITIVE_INFINITY) return scores;
  const [count = 0] = scores.shape;
  const rubbish = ops.floatsOf(new Float32Array(count).fill(-j), [count, 1]);
  const attributes = [ops.floats, ops.type("Tidx", "int"), ops.integer("N", 2)];
  return ops.run("ConcatV2", attributes, scores, rubbish, ops.int(1));
}
