import type { Matrix } from "../../arithmetic/matrix.js";
import { globalAverage } from "../../arithmetic/pool.js";
import { pocketForward, pocketImage, pocketNetwork } from "./pocket.js";

/** The pocket network with two kernels and, at the end, global average pooling and one dense layer. */
export interface PocketGapNetwork {
  /** 3x3 each. */
  readonly kernels: readonly Matrix[];
  readonly kernelBiases: readonly number[];
  /** One row for each class, one column for each kernel. */
  readonly weights: Matrix;
  /** One for each class. */
  readonly biases: readonly number[];
}

/** Every number on the way from the image to the logits, and where they come from. */
export interface PocketGapForward {
  /** 2x2 for each kernel: correlation, bias, ReLU, 2x2 maximum, as in `pocketForward`. */
  readonly featureMaps: readonly Matrix[];
  /** The mean of each feature map. */
  readonly averages: readonly number[];
  /** One for each class. */
  readonly logits: readonly number[];
  /** 2x2 for each class: at every place the weighted sum of the feature maps. Mean + bias = logit. */
  readonly maps: readonly Matrix[];
}

/** The first kernel is the pocket network's own, a stroke that turns down; the second looks for a stroke straight down. */
export const pocketGapNetwork: PocketGapNetwork = {
  kernels: [
    pocketNetwork.kernel,
    [
      [0, 1, 0],
      [0, 1, 0],
      [0, 1, 0],
    ],
  ],
  kernelBiases: [-1, -1],
  weights: [
    [-1, 2],
    [2, -1],
  ],
  biases: [1, 0],
};

/**
 * The way of an image, 6x6, through the pocket network with a GAP head, and the class activation map of each class.
 *
 * @throws {RangeError} if the image is not 6x6
 * @example pocketGapForward(pocketImage).logits // [1, 1.5]: "seven" before "one"
 */
export function pocketGapForward(
  image: Matrix = pocketImage,
  network: PocketGapNetwork = pocketGapNetwork,
): PocketGapForward {
  const { kernels, kernelBiases, weights, biases } = network;
  const featureMaps = kernels.map(
    (kernel, index) =>
      pocketForward(image, { ...pocketNetwork, kernel, kernelBias: kernelBiases[index] ?? 0 }).pooled,
  );
  const averages = featureMaps.map(globalAverage);
  const logits = weights.map((row, index) => weightedSum(row, averages) + (biases[index] ?? 0));
  const places = [0, 1];
  const maps = weights.map((row) =>
    places.map((y) =>
      places.map((x) =>
        weightedSum(
          row,
          featureMaps.map((map) => map[y]?.[x] ?? 0),
        ),
      ),
    ),
  );
  return { featureMaps, averages, logits, maps };
}

function weightedSum(weights: readonly number[], numbers: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (numbers[index] ?? 0), 0);
}
