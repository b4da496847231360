import { indexOfLargest } from "../../../arithmetic/largest.js";
import type { ScoreLoss } from "../../models/lenet/losses.js";
import type { Tensor } from "../../tf.js";
import type { Value } from "./binding.js";
import type { Native } from "./native.js";

/** Probabilities below this cost as much as this and teach nothing, in TensorFlow.js as in Keras. */
const smallestProbability = 1e-7;
const largestLoss = -Math.log(smallestProbability);

/** What a loss says of a batch. */
interface Judgement {
  loss: number;
  accuracy: number;
  /** Of the mean loss, with respect to what the network gave. */
  gradient: Value;
}

/** Loss and accuracy as numbers, and the gradient of the mean loss: probability less one for the label, over the count. */
export function crossEntropy(ops: Native, logits: Value, labels: Tensor): Judgement {
  const [count = 0, classes = 0] = logits.shape;
  const wanted = wantedClasses(labels, classes);
  const [losses, slopes] = softmaxLoss(ops, logits, wanted);
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

function wantedClasses(labels: Tensor, classes: number): Int32Array {
  const wanted = Int32Array.from(labels.dataSync(), Math.floor);
  const unknown = wanted.find((label) => !(label >= 0 && label < classes));
  if (unknown === undefined) return wanted;
  throw new RangeError(
    `Cannot learn label ${unknown}: the network tells ${classes} classes apart. Give labels from 0 to ${classes - 1}.`,
  );
}

/** The loss of each example and its gradient: probability less one for the label. */
function softmaxLoss(ops: Native, logits: Value, wanted: Int32Array): [Value, Value] {
  const attributes = [ops.floats, ops.type("Tlabels", "int")];
  const name = "SparseSoftmaxCrossEntropyWithLogits";
  return ops.runFor(2, name, attributes, logits, ops.ints(wanted)) as [Value, Value];
}

/** The same for the losses on scores, equation 8 and 9 of LeNet-5's paper. */
export function scoreLoss(ops: Native, loss: ScoreLoss, scores: Value, labels: Tensor): Judgement {
  const [count = 0, classes = 0] = scores.shape;
  const wanted = wantedClasses(labels, classes);
  const numbers = ops.numbers(scores);
  const correct = wanted.filter(
    (label, row) => indexOfLargest(numbers, row * classes, classes) === label,
  ).length;
  const judge = (sum: number, gradient: Value) => ({
    loss: sum / count,
    accuracy: correct / count,
    gradient,
  });
  if (loss.equation === "equation8") {
    const slopes = new Float32Array(count * classes);
    for (const [row, label] of wanted.entries()) slopes[row * classes + label] = -1 / count;
    const sum = wanted.reduce((total, label, row) => total - (numbers[row * classes + label] as number), 0);
    return judge(sum, ops.floatsOf(slopes, [count, classes]));
  }
  const [losses, slopes] = softmaxLoss(ops, withRubbish(ops, scores, loss.j), wanted);
  const size = ops.ints([count, classes]);
  const ours = ops.run("Slice", [ops.floats, ops.type("Index", "int")], slopes, ops.ints([0, 0]), size);
  const sum = ops.numbers(losses).reduce((total, cost) => total + cost, 0);
  return judge(sum, ops.run("Mul", [ops.floats], ours, ops.scalar(1 / count)));
}

/** An eleventh score, -j for all, is the class for rubbish. */
function withRubbish(ops: Native, scores: Value, j: number): Value {
  if (j === Number.POSITIVE_INFINITY) return scores;
  const [count = 0] = scores.shape;
  const rubbish = ops.floatsOf(new Float32Array(count).fill(-j), [count, 1]);
  const attributes = [ops.floats, ops.type("Tidx", "int"), ops.integer("N", 2)];
  return ops.run("ConcatV2", attributes, scores, rubbish, ops.int(1));
}
