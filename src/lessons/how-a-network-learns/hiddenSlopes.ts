import { requireOneEach } from "../../arithmetic/lists.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { softmax } from "../../arithmetic/softmax.js";
import { requireIndex } from "../../arithmetic/whole.js";

/** A dense layer with ReLU, and one that ends in probabilities: a row of weights for each unit and for each class. */
export interface HiddenNetwork {
  readonly hiddenWeights: Matrix;
  readonly hiddenBiases: readonly number[];
  readonly outputWeights: Matrix;
  readonly outputBiases: readonly number[];
}

/** How the loss of one example changes with every number of a {@link HiddenNetwork}, from the answer back to the first weights. */
export interface HiddenSlopes {
  readonly loss: number;
  /** By each logit: its probability, less 1 for the right class. */
  readonly logits: readonly number[];
  /** By what each hidden unit answers: through every class that listens to it. */
  readonly hidden: readonly number[];
  /** By the sum of each hidden unit: nothing where ReLU shut it. */
  readonly sums: readonly number[];
  /** By everything that is learned, in the form of the network itself. */
  readonly gradient: HiddenNetwork;
}

/**
 * The slopes of a network with a hidden layer, by the chain rule: a unit's slope is the sum over the classes of the class's slope times
 * the weight with which it listens, and none where ReLU shut the unit; the slope of a weight is that of its sum times its input.
 *
 * @param classIndex the right class
 * @throws {RangeError} if the weights fit neither each other nor the inputs, or there is no such class
 * @example
 * const network = { hiddenWeights: [[1, -1], [2, 1]], hiddenBiases: [0, 0], outputWeights: [[1, 0], [0, 1]], outputBiases: [0, 0] };
 * hiddenSlopes([1, 2], 0, network).hidden // [-0.982, 0.982]: the first unit should have answered more
 */
export function hiddenSlopes(
  inputs: readonly number[],
  classIndex: number,
  network: HiddenNetwork,
): HiddenSlopes {
  const { hiddenWeights, hiddenBiases, outputWeights, outputBiases } = network;
  const sumsOf = (weights: Matrix, biases: readonly number[], values: readonly number[]) => {
    requireOneEach("take slopes through a hidden layer", { "rows of weights": weights, biases });
    return weights.map((row, unit) => {
      requireOneEach("take slopes through a hidden layer", { "weights in a row": row, inputs: values });
      return row.reduce((sum, weight, at) => sum + weight * (values[at] as number), biases[unit] as number);
    });
  };
  const sums = sumsOf(hiddenWeights, hiddenBiases, inputs);
  const answers = sums.map((sum) => Math.max(0, sum));
  const probabilities = softmax(sumsOf(outputWeights, outputBiases, answers));
  requireIndex("take slopes through a hidden layer", { classIndex }, probabilities.length);

  const logitSlopes = probabilities.map((p, index) => (index === classIndex ? p - 1 : p));
  const hidden = answers.map((_, unit) =>
    logitSlopes.reduce((sum, slope, index) => sum + slope * (outputWeights[index]?.[unit] as number), 0),
  );
  const sumSlopes = hidden.map((slope, unit) => ((sums[unit] as number) > 0 ? slope : 0));
  const products = (slopes: readonly number[], values: readonly number[]) =>
    slopes.map((slope) => values.map((value) => slope * value));
  return {
    loss: -Math.log(probabilities[classIndex] as number),
    logits: logitSlopes,
    hidden,
    sums: sumSlopes,
    gradient: {
      hiddenWeights: products(sumSlopes, inputs),
      hiddenBiases: sumSlopes,
      outputWeights: products(logitSlopes, answers),
      outputBiases: logitSlopes,
    },
  };
}
