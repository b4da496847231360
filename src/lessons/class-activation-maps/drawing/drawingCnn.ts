import { requireOptions } from "../../../arithmetic/options.js";
import { cnn, type NetworkLayer } from "../../../networks/models/cnn.js";
import type { LayersModel } from "../../../networks/tf.js";

/** What can be chosen about {@link drawingCnn}. */
export interface DrawingCnnOptions {
  /** Filters of each 3x3 convolution, one after the other. @default {[8, 16]} */
  filters?: readonly number[];
  /**
   * Over how many pixels a side each map is averaged before the dense layer: 14 is global average pooling, 7 the four
   * quarters, 2 blocks of 2x2. @default {7}
   */
  block?: 14 | 7 | 2;
  /** Seed of the initial weights. @default {1} */
  seed?: number;
}

/** Pixels a side of the images that {@link drawingCnn} takes. */
export const drawingSide = 14;

/**
 * The network behind `drawingExplorer`, small enough to be computed while somebody draws: 3x3 convolutions with ReLU that
 * keep the size, the average of each map over blocks, dense 10 with softmax. Whatever the blocks, the logit of a class is a
 * sum over places, so there is a class activation map. Inputs `[batch, 14, 14, 1]`, outputs `[batch, 10]` probabilities.
 * Compiled; the caller disposes it: `disposeModel`.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there is no convolution
 */
export function drawingCnn(options: DrawingCnnOptions = {}): LayersModel {
  requireOptions("build the drawing network", options, ["filters", "block", "seed"]);
  const { filters = [8, 16], block = 7, seed = 1 } = options;
  if (filters.length === 0) {
    throw new RangeError("Cannot make a network without a convolution. Give its filters, such as [8, 16].");
  }
  const convolutions = filters.map(
    (count): NetworkLayer => ({
      kind: "conv",
      filters: count,
      kernel: 3,
      padding: "same",
      activation: "relu",
      start: "glorotUniform",
    }),
  );
  return cnn(
    { height: drawingSide, width: drawingSide, channels: 1 },
    [
      ...convolutions,
      { kind: "averagePool", name: "averages", size: block },
      { kind: "flatten" },
      { kind: "dense", name: "output", units: 10, activation: "softmax", seedNumber: 100 },
    ],
    { seed, name: "drawingCnn", learningRate: 0.002 },
  );
}
