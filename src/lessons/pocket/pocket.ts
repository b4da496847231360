import { crossCorrelate } from "../../arithmetic/correlate.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { maxPool } from "../../arithmetic/pool.js";
import { softmax } from "../../arithmetic/softmax.js";

/** The 20 numbers that the pocket network learns. */
export interface PocketNetwork {
  /** 3x3: what slides over the image. */
  readonly kernel: Matrix;
  /** Added to every sum of the kernel. */
  readonly kernelBias: number;
  /** One row for each class, one column for each of the four pooled numbers. (TensorFlow stores the transpose.) */
  readonly weights: Matrix;
  /** One for each class. */
  readonly biases: readonly number[];
}

/** Every number on the way from the image to the answer. */
export interface PocketForward {
  /** 4x4: the kernel's sums, bias added, before ReLU. */
  readonly sums: Matrix;
  /** 4x4: the sums with every negative number made 0. */
  readonly featureMap: Matrix;
  /** 2x2: the largest of each 2x2 window. */
  readonly pooled: Matrix;
  /** One for each class. */
  readonly logits: readonly number[];
  /** The logits after softmax. */
  readonly probabilities: readonly number[];
}

/** What the pocket network tells apart, by class index. */
export const pocketClasses = ["one", "seven"] as const;

/** A seven of 6x6 pixels: its class index is 1. */
export const pocketImage: Matrix = [
  [0, 0, 0, 0, 0, 0],
  [0, 1, 1, 1, 1, 0],
  [0, 0, 0, 0, 1, 0],
  [0, 0, 0, 1, 0, 0],
  [0, 0, 1, 0, 0, 0],
  [0, 0, 1, 0, 0, 0],
];

/**
 * A network small enough for a pencil. Its kernel looks for a stroke that comes from the left and turns down. It has
 * learned nothing yet, and takes {@link pocketImage} for a one.
 */
export const pocketNetwork: PocketNetwork = {
  kernel: [
    [0, -1, 0],
    [1, 1, 0],
    [-1, 1, 0],
  ],
  kernelBias: -1,
  weights: [
    [1, 0, 1, 0],
    [0, 1, 0, -1],
  ],
  biases: [1, 0],
};

/**
 * The whole way of an image, 6x6: correlation with the 3x3 kernel, ReLU, 2x2 maximum, dense 4 to 2, softmax.
 *
 * @throws {RangeError} if the image is not 6x6
 * @example pocketForward(pocketImage).logits // [3, 2]: "one" before "seven"
 */
export function pocketForward(image: Matrix, network: PocketNetwork = pocketNetwork): PocketForward {
  if (image.length !== 6 || image.some((row) => row.length !== 6)) {
    const size = `${image.length}x${image[0]?.length ?? 0}`;
    throw new RangeError(
      `Cannot run the pocket network on ${size} pixels: it has a weight for each place of a 6x6 image. Give 6x6.`,
    );
  }
  const { kernel, kernelBias, weights, biases } = network;
  const sums = crossCorrelate(image, kernel).map((row) => row.map((sum) => sum + kernelBias));
  const featureMap = sums.map((row) => row.map((sum) => Math.max(0, sum)));
  const pooled = maxPool(featureMap, { size: 2 });
  const inputs = pooled.flat();
  const logits = weights.map((row, classIndex) => dot(row, inputs) + (biases[classIndex] as number));
  return { sums, featureMap, pooled, logits, probabilities: softmax(logits) };
}

/**
 * The cross-entropy, in nats: minus the logarithm of the probability that the right class was given.
 *
 * @throws {RangeError} if the image is not 6x6, or the class neither 0 nor 1
 * @example pocketLoss(pocketImage, 1) // 1.313
 */
export function pocketLoss(
  image: Matrix,
  classIndex: number,
  network: PocketNetwork = pocketNetwork,
): number {
  const probability = pocketForward(image, network).probabilities[classIndex];
  if (probability === undefined) {
    throw new RangeError(`Cannot take the loss of class ${classIndex}: give 0 ("one") or 1 ("seven").`);
  }
  return -Math.log(probability);
}

/** Weight times number, added up. */
function dot(weights: readonly number[], numbers: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (numbers[index] as number), 0);
}
