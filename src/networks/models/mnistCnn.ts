import { requireOptions } from "../../arithmetic/options.js";
import type { LayersModel } from "../tf.js";
import { cnn } from "./cnn.js";
import { dropoutOf } from "./dropout.js";

/** What can be chosen about {@link mnistCnn}. */
export interface MnistCnnOptions {
  /** Filters of the two convolutions. @default {[32, 64]} */
  filters?: readonly [first: number, second: number];
  /** Units of the hidden dense layer. @default {64} */
  hiddenUnits?: number;
  /** Share of the hidden units that dropout silences while training, from 0 up to but not including 1. @default {0} */
  dropout?: number;
  /** Seed of the initial weights (and of dropout). @default {1} */
  seed?: number;
}

/**
 * The MNIST lab's network: two rounds of 5x5 convolution and 2x2 max pooling, then two dense layers.
 * Inputs `[batch, 28, 28, 1]`, outputs `[batch, 10]` probabilities. Compiled (adam, sparse categorical
 * cross-entropy, accuracy). The same seed gives the same weights. The caller disposes it: `disposeModel`.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if a number of filters or units is no whole number from 1, or the rate of dropout is not from 0 to below 1
 * @example mnistCnn({ seed: 1 }).countParams() // 118346
 * @see notebooks/07-mnist-cnn.ipynb
 */
export function mnistCnn(options: MnistCnnOptions = {}): LayersModel {
  requireOptions("build mnistCnn", options, ["filters", "hiddenUnits", "dropout", "seed"]);
  const { filters = [32, 64], hiddenUnits = 64, dropout = 0, seed = 1 } = options;
  const bent = { activation: "relu", start: "glorotUniform" } as const;
  return cnn(
    { height: 28, width: 28, channels: 1 },
    [
      { kind: "conv", filters: filters[0], kernel: 5, ...bent },
      { kind: "maxPool", size: 2 },
      { kind: "conv", filters: filters[1], kernel: 5, ...bent },
      { kind: "maxPool", size: 2 },
      { kind: "flatten" },
      { kind: "dense", name: "hidden", units: hiddenUnits, ...bent },
      ...dropoutOf(dropout),
      { kind: "dense", name: "output", units: 10, activation: "softmax" },
    ],
    { seed, name: "mnistCnn" },
  );
}
