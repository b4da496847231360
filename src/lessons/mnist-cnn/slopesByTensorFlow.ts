import { type LayersModel, type Tensor, type Tensor4D, tf } from "../../networks/tf.js";

/** The slopes of a layer's weights by TensorFlow, in the order of our own: kernels by filter, channel, row and column. */
export function slopesByTensorFlow(model: LayersModel, inputs: Tensor4D, label: number) {
  const layers = ["conv1", "conv2", "hidden", "output"];
  const variables = layers.map((name) =>
    (model.getLayer(name).trainableWeights[0] as tf.LayerVariable).read(),
  );
  const loss = (...weights: Tensor[]) => {
    const convolved = (maps: Tensor, at: number) =>
      tf.maxPool(
        tf.relu(
          tf.add(tf.conv2d(maps as Tensor4D, weights[at] as Tensor4D, 1, "valid"), biasOf(at)),
        ) as Tensor4D,
        2,
        2,
        "valid",
      );
    const biasOf = (at: number) => model.getLayer(layers[at] as string).getWeights()[1] as Tensor;
    const row = convolved(convolved(inputs, 0), 1).reshape([1, -1]);
    const hidden = tf.relu(tf.add(tf.matMul(row, weights[2] as Tensor), biasOf(2)));
    const logits = tf.add(tf.matMul(hidden, weights[3] as Tensor), biasOf(3));
    return tf.losses.softmaxCrossEntropy(tf.oneHot([label], 10), logits) as tf.Scalar;
  };
  const gradients = tf.grads(loss)(variables);
  return (layer: string) => {
    const found = gradients[layers.indexOf(layer)] as Tensor;
    return (found.shape.length === 4 ? tf.transpose(found, [3, 2, 0, 1]) : found).dataSync();
  };
}
