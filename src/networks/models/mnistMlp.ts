import { requireOptions } from "../../arithmetic/options.js";
import type { LayersModel } from "../tf.js";
import { cnn, type NetworkLayer } from "./cnn.js";

/** What can be chosen about {@link mnistMlp}. */
export interface MnistMlpOptions {
  /** Units of the hidden layers; `[]` leaves only the ten outputs. @default {[128]} */
  hiddenUnits?: readonly number[];
  /** What bends the sums of the hidden layers. `linear`: nothing does. @default {"relu"} */
  activation?: "relu" | "linear";
  /** Seed of the initial weights. @default {1} */
  seed?: number;
}

/**
 * A multilayer perceptron for comparison with `mnistCnn`: flatten, dense layers with ReLU, ten probabilities.
 * Inputs `[batch, 28, 28, 1]`. Compiled like the lab's network. The caller disposes it: `disposeModel`.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if a number of units is no whole number from 1
 * @example mnistMlp({ hiddenUnits: [] }).countParams() // 7850
 */
export function mnistMlp(options: MnistMlpOptions = {}): LayersModel {
  requireOptions("build mnistMlp", options, ["hiddenUnits", "activation", "seed"]);
  const { hiddenUnits = [128], activation = "relu", seed = 1 } = options;
  const hidden = hiddenUnits.map(
    (units, index): NetworkLayer => ({
      kind: "dense",
      name: `hidden${index + 1}`,
      units,
      activation,
      start: "glorotUniform",
    }),
  );
  return cnn(
    { height: 28, width: 28, channels: 1 },
    [
      { kind: "flatten" },
      ...hidden,
      { kind: "dense", name: "output", units: 10, activation: "softmax", seedNumber: 99 },
    ],
    { seed, name: "mnistMlp" },
  );
}
