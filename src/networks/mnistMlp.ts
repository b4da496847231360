import { compileClassifier } from "./compileClassifier.js";
import { type LayersModel, tf } from "./tf.js";

/**
 * A multilayer perceptron for comparison with {@link mnistCnn}: flatten, dense layers with ReLU, ten probabilities.
 * Inputs `[batch, 28, 28, 1]`. Compiled like the lab's network. The caller disposes it: `disposeModel`.
 */
export function mnistMlp(options: { hiddenUnits?: readonly number[]; seed?: number } = {}): LayersModel {
  const { hiddenUnits = [128], seed = 1 } = options;
  const start = (layer: number) => tf.initializers.glorotUniform({ seed: 1000 * seed + layer });
  const model = tf.sequential({ name: "mnistMlp" });
  model.add(tf.layers.flatten({ name: "flatten", inputShape: [28, 28, 1] }));
  hiddenUnits.forEach((units, index) => {
    model.add(
      tf.layers.dense({
        name: `hidden${index + 1}`,
        units,
        activation: "relu",
        kernelInitializer: start(index + 1),
      }),
    );
  });
  model.add(
    tf.layers.dense({ name: "output", units: 10, activation: "softmax", kernelInitializer: start(99) }),
  );
  return compileClassifier(model);
}
