import { type LayersModel, tf } from "convlab";

/**
 * Gives each batch normalisation of a network, first to last, the mean and the variance that its input has on some images: what
 * the first step of a training would use. Without it the numbers of random weights run off within a few layers. Disposes
 * the images.
 */
export function settleNormalisation(model: LayersModel, images: tf.Tensor): void {
  const [first, ...layers] = model.layers;
  const values = new Map([[nameOf(first?.output), images]]);
  for (const [at, layer] of layers.entries()) {
    const given = [layer.input].flat().map((input) => values.get(nameOf(input)) as tf.Tensor);
    if (layer.getClassName() === "BatchNormalization") settle(layer, given[0] as tf.Tensor);
    values.set(
      nameOf(layer.output),
      layer.apply(given.length === 1 ? (given[0] as tf.Tensor) : given) as tf.Tensor,
    );
    const needed = new Set(layers.slice(at + 1).flatMap((later) => [later.input].flat().map(nameOf)));
    for (const [name, value] of values) {
      if (needed.has(name)) continue;
      value.dispose();
      values.delete(name);
    }
  }
}

function settle(layer: tf.layers.Layer, input: tf.Tensor): void {
  tf.tidy(() => {
    const { mean, variance } = tf.moments(input, [0, 1, 2]);
    const [gamma, beta] = layer.getWeights();
    layer.setWeights([gamma as tf.Tensor, beta as tf.Tensor, mean, variance]);
  });
}

const nameOf = (tensor: unknown) => (tensor as tf.SymbolicTensor).name;
