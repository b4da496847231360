import { classicalKernels } from "../../arithmetic/kernels.js";
import { requireOptions } from "../../arithmetic/options.js";
import { normal, seeded } from "../../arithmetic/random.js";
import { cnn, type NetworkLayer } from "../../networks/models/cnn.js";
import { freeze } from "../../networks/models/freeze.js";
import { type LayersModel, tf } from "../../networks/tf.js";

/** What can be chosen about {@link eightFilterCnn}. */
export interface EightFilterCnnOptions {
  /**
   * Where the eight filters come from. `classical`: the kernels that people designed, and they stay. `random`: drawn, and they
   * stay. `learned`: the same drawn ones, trained with the rest. @default {"learned"}
   */
  filters?: "classical" | "random" | "learned";
  /** The length that each filter starts with, the root of the sum of its nine squares. @default {2} */
  length?: number;
  /** Puts a second convolution, which always learns, behind the first. @default {false} */
  deeper?: boolean;
  /** Seed of everything drawn. @default {1} */
  seed?: number;
}

/**
 * A network small enough to show what eight 3x3 filters are worth: convolution, ReLU, 4x4 max pooling, dense 10 with
 * softmax. With `deeper` there is 2x2 max pooling, sixteen 5x5 filters with ReLU and 2x2 max pooling instead of the 4x4 one.
 * Inputs `[batch, 28, 28, 1]`, outputs `[batch, 10]` probabilities. Compiled; the caller disposes it: `disposeModel`.
 *
 * All filters start with one length, classical ones too: larger filters make the dense layer learn faster, which would
 * pass for better filters.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if the length is not above 0
 * @see notebooks/03-convolution.ipynb
 */
export function eightFilterCnn(options: EightFilterCnnOptions = {}): LayersModel {
  requireOptions("build a network of eight filters", options, ["filters", "length", "deeper", "seed"]);
  const { filters = "learned", length = 2, deeper = false, seed = 1 } = options;
  if (!Number.isFinite(length) || length <= 0) {
    throw new RangeError(`Cannot make filters of length ${length}. Give a number above 0, such as 2.`);
  }
  const rest: NetworkLayer[] = [
    { kind: "maxPool", size: 2 },
    { kind: "conv", filters: 16, kernel: 5, activation: "relu", start: "glorotUniform" },
    { kind: "maxPool", size: 2 },
  ];
  const model = cnn(
    { height: 28, width: 28, channels: 1 },
    [
      { kind: "conv", filters: 8, kernel: 3, activation: "relu" },
      ...(deeper ? rest : [{ kind: "maxPool", size: 4 } as const]),
      { kind: "flatten" },
      { kind: "dense", name: "output", units: 10, activation: "softmax", seedNumber: 3 },
    ],
    { seed, name: "eightFilterCnn" },
  );
  setFilters(model, filters === "classical" ? classical() : drawn(seed), length);
  return filters === "learned" ? model : freeze(model, ["conv1"]);
}

/** Eight rows of nine weights. */
function classical(): number[][] {
  return Object.values(classicalKernels).map((kernel) => kernel.flat());
}

/** The same from the normal distribution, so that every direction is equally likely. */
function drawn(seed: number): number[][] {
  const random = seeded(seed);
  return Array.from({ length: 8 }, () => Array.from({ length: 9 }, () => normal(random)));
}

function setFilters(model: LayersModel, filters: readonly number[][], length: number): void {
  const scaled = filters.map((weights) =>
    weights.map((weight) => (weight * length) / Math.hypot(...weights)),
  );
  tf.tidy(() => {
    const kernel = tf.tensor2d(scaled).transpose().reshape([3, 3, 1, scaled.length]);
    model.getLayer("conv1").setWeights([kernel, tf.zeros([scaled.length])]);
  });
}
