import type { EfficientNetLite0 } from "../../../src/networks/models/efficientnet/efficientnet.js";
import { type Tensor2D, type Tensor4D, tf } from "../../../src/networks/tf.js";

/**
 * A network for photographs of 64 pixels that one can work out by hand. Its maps, 2x2, are means of red, green and blue over 32x32
 * pixels; tench has 8 times red, goldfish 1 less 4 times red, the others -9.
 */
export function brightnessNetwork(): EfficientNetLite0 {
  const classWeights = tf.buffer([3, 1000]);
  classWeights.set(8, 0, 0);
  classWeights.set(-4, 0, 1);
  const weights = classWeights.toTensor() as Tensor2D;
  const biases = tf.tensor1d([0, 1, ...new Array<number>(998).fill(-9)]);
  const model = tf.sequential({
    layers: [tf.layers.averagePooling2d({ inputShape: [64, 64, 3], poolSize: 32 })],
  });
  return {
    model,
    side: 64,
    classWeights: weights,
    classBiases: biases,
    features: (inputs) => tf.avgPool(inputs, 32, 32, "valid") as Tensor4D,
    pooled: (features) => tf.mean(features, [1, 2]),
    logits: (pooled) => tf.tidy(() => tf.add(tf.matMul(pooled, weights), biases)),
    dispose: () => {
      tf.dispose([weights, biases]);
      model.dispose();
    },
  };
}
