import { crossCorrelate } from "../../arithmetic/correlate.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import {
  type PocketForward,
  type PocketNetwork,
  pocketForward,
  pocketLoss,
  pocketNetwork,
} from "./pocket.js";

/** How the loss changes with every number of the pocket network: its derivatives, from the answer back to the kernel. */
export interface PocketBackward {
  readonly loss: number;
  /** By each logit: its probability, less 1 for the right class. */
  readonly logits: readonly number[];
  /** By each pooled number, 2x2. */
  readonly pooled: Matrix;
  /** By each of the kernel's sums, 4x4: the pooled derivatives at the places of the largest, nothing elsewhere. */
  readonly sums: Matrix;
  /** By everything that is learned, in the form of the network itself. */
  readonly gradient: PocketNetwork;
}

/**
 * The way back, one chain rule for each layer of {@link pocketForward}.
 *
 * @param classIndex the right class
 * @throws {RangeError} if the image is not 6x6, or the class neither 0 nor 1
 * @example pocketBackward(pocketImage, 1).gradient.biases // [0.731, -0.731]: what to step against
 */
export function pocketBackward(
  image: Matrix,
  classIndex: number,
  network: PocketNetwork = pocketNetwork,
): PocketBackward {
  const loss = pocketLoss(image, classIndex, network);
  const forward = pocketForward(image, network);

  // Softmax and cross-entropy together.
  const logits = forward.probabilities.map((p, index) => (index === classIndex ? p - 1 : p));

  // Dense: logit = weights · inputs + bias, so a weight matters as much as its input is large, and the other way round.
  const inputs = forward.pooled.flat();
  const weights = logits.map((slope) => inputs.map((input) => slope * input));
  const byInput = inputs.map((_, input) =>
    logits.reduce((sum, slope, index) => sum + slope * (network.weights[index]?.[input] as number), 0),
  );
  const pooled = [byInput.slice(0, 2), byInput.slice(2)];

  // Maximum: only the largest of a window had a say. ReLU: only if it was above zero.
  const sums = throughSwitches(forward, pooled);

  // Convolution: each weight met a window-shifted piece of the image. That is a correlation of the image with `sums`.
  const kernel = crossCorrelate(image, sums);
  const kernelBias = sums.flat().reduce((total, slope) => total + slope, 0);

  return { loss, logits, pooled, sums, gradient: { kernel, kernelBias, weights, biases: logits } };
}

/** A new network, one step downhill: every number less `learningRate` times its derivative. */
export function pocketStep(
  network: PocketNetwork,
  gradient: PocketNetwork,
  learningRate: number,
): PocketNetwork {
  const step = (values: readonly number[], slopes: readonly number[] | undefined) =>
    values.map((value, index) => value - learningRate * (slopes?.[index] as number));
  return {
    kernel: network.kernel.map((row, index) => step(row, gradient.kernel[index])),
    kernelBias: network.kernelBias - learningRate * gradient.kernelBias,
    weights: network.weights.map((row, index) => step(row, gradient.weights[index])),
    biases: step(network.biases, gradient.biases),
  };
}

/** Where in the 4x4 map the largest of each 2x2 window stands, as `[row, column]`, the first on a tie: the "switches". */
export function pocketSwitches(featureMap: Matrix): readonly (readonly [row: number, column: number])[] {
  return [0, 2].flatMap((top) =>
    [0, 2].map((left) => {
      const places = [0, 1].flatMap((i) => [0, 1].map((j) => [top + i, left + j] as const));
      const valueAt = ([row, column]: readonly [number, number]) => featureMap[row]?.[column] as number;
      return places.reduce((best, place) => (valueAt(place) > valueAt(best) ? place : best));
    }),
  );
}

/** Hands each pooled derivative to the place it came from, if ReLU let that place through. */
function throughSwitches({ sums, featureMap }: PocketForward, pooled: Matrix): Matrix {
  const slopes = sums.map((row) => row.map(() => 0));
  pocketSwitches(featureMap).forEach(([row, column], index) => {
    if ((sums[row]?.[column] as number) > 0) {
      (slopes[row] as number[])[column] = pooled.flat()[index] as number;
    }
  });
  return slopes;
}
