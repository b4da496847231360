import { classicalKernels } from "../../arithmetic/kernels.js";
import { normal, seeded } from "../../arithmetic/random.js";
import { compileClassifier } from "../../networks/models/compileClassifier.js";
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
 * @see notebooks/02-convolution.ipynb
 */
export function eightFilterCnn(options: EightFilterCnnOptions = {}): LayersModel {
  const { filters = "learned", length = 2, deeper = false, seed = 1 } = options;
  if (!Number.isFinite(length) || length <= 0) {
    throw new RangeError(`Cannot make filters of length ${length}. Give a number above 0, such as 2.`);
  }
  const start = (layer: number) => tf.initializers.glorotUniform({ seed: 1000 * seed + layer });
  const conv = (layer: number, count: number, kernelSize: number, more: object) =>
    tf.layers.conv2d({ name: `conv${layer}`, filters: count, kernelSize, activation: "relu", ...more });
  const pool = (layer: number, poolSize: number) =>
    tf.layers.maxPooling2d({ name: `pool${layer}`, poolSize });
  const model = tf.sequential({ name: "eightFilterCnn" });
  model.add(conv(1, 8, 3, { inputShape: [28, 28, 1] }));
  model.add(pool(1, deeper ? 2 : 4));
  if (deeper) {
    model.add(conv(2, 16, 5, { kernelInitializer: start(2) }));
    model.add(pool(2, 2));
  }
  model.add(tf.layers.flatten({ name: "flatten" }));
  model.add(
    tf.layers.dense({ name: "output", units: 10, activation: "softmax", kernelInitializer: start(3) }),
  );
  setFilters(model, filters === "classical" ? classical() : drawn(seed), length);
  return filters === "learned" ? compileClassifier(model) : freeze(model, ["conv1"]);
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
