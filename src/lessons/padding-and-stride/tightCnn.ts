import { compileClassifier } from "../../networks/models/compileClassifier.js";
import { type LayersModel, tf } from "../../networks/tf.js";

/** What lies around the digit: nothing (`"valid"`), zeros around every map (`"same"`), or zeros around the image, once. */
export type TightPadding = "valid" | "same" | "image";

/**
 * A network for digits without a margin, in three forms with 22,154 parameters each: two 5x5 convolutions with 16 and 32
 * filters and max pooling, then dense layers of 64 and 10. Where padding leaves the maps larger, one more pooling brings
 * them to 2x2 as well. Inputs `[batch, 20, 20, 1]`. Compiled as a classifier. The caller disposes it: `disposeModel`.
 *
 * @see notebooks/03-padding-and-stride.ipynb
 */
export function tightCnn(options: { padding: TightPadding; seed?: number }): LayersModel {
  const { padding, seed = 1 } = options;
  const start = (layer: number) => tf.initializers.glorotUniform({ seed: 1000 * seed + layer });
  const inputShape = [20, 20, 1];
  const conv = (layer: number, filters: number, more: object = {}) =>
    tf.layers.conv2d({
      name: `conv${layer}`,
      filters,
      kernelSize: 5,
      padding: padding === "same" ? "same" : "valid",
      activation: "relu",
      kernelInitializer: start(layer),
      ...more,
    });
  const pool = (layer: number) => tf.layers.maxPooling2d({ name: `pool${layer}`, poolSize: 2 });
  const model = tf.sequential({ name: "tightCnn" });
  if (padding === "image") model.add(tf.layers.zeroPadding2d({ name: "frame", padding: 4, inputShape }));
  model.add(conv(1, 16, padding === "image" ? {} : { inputShape }));
  model.add(pool(1));
  model.add(conv(2, 32));
  model.add(pool(2));
  if (padding !== "valid") model.add(pool(3));
  model.add(tf.layers.flatten({ name: "flatten" }));
  model.add(tf.layers.dense({ name: "hidden", units: 64, activation: "relu", kernelInitializer: start(3) }));
  model.add(
    tf.layers.dense({ name: "output", units: 10, activation: "softmax", kernelInitializer: start(4) }),
  );
  return compileClassifier(model);
}
