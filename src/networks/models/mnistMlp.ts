import { type LayersModel, tf } from "../tf.js";
import { compileClassifier } from "./compileClassifier.js";

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
 */
export function mnistMlp(options: MnistMlpOptions = {}): LayersModel {
  const { hiddenUnits = [128], activation = "relu", seed = 1 } = options;
  const start = (layer: number) => tf.initializers.glorotUniform({ seed: 1000 * seed + layer });
  const model = tf.sequential({ name: "mnistMlp" });
  model.add(tf.layers.flatten({ name: "flatten", inputShape: [28, 28, 1] }));
  hiddenUnits.forEach((units, index) => {
    model.add(
      tf.layers.dense({
        name: `hidden${index + 1}`,
        units,
        activation,
        kernelInitializer: start(index + 1),
      }),
    );
  });
  model.add(
    tf.layers.dense({ name: "output", units: 10, activation: "softmax", kernelInitializer: start(99) }),
  );
  return compileClassifier(model);
}
