import { requireOptions } from "../../arithmetic/options.js";
import { layerSeed } from "../../networks/models/layerSeed.js";
import { WrapPadding } from "../../networks/models/wrapPadding.js";
import { type LayersModel, type Tensor4D, tf } from "../../networks/tf.js";

/** Layers of {@link positionReader}, and the side of their kernels. */
const layers = 7;
const side = 5;

/** How far the view of {@link positionReader} reaches from a pixel, in pixels: 14. */
export const positionReach = (layers * (side - 1)) / 2;

/**
 * A network that can only say where it is: seven 5x5 convolutions with 8 channels, no pooling, no dense layer. Inputs
 * `[batch, size, size, 1]`, outputs `[batch, size, size, 2]`: for every pixel two numbers, trained to be its row and its
 * column. Around each map lie zeros, or with `"wrap"` the pixels of the opposite border. Compiled (adam, mean squared
 * error). The caller disposes it: `disposeModel`.
 *
 * @throws {TypeError} if an option has another name
 * @see notebooks/04-padding-and-stride.ipynb
 */
export function positionReader(options: {
  border: "zeros" | "wrap";
  size?: number;
  seed?: number;
}): LayersModel {
  requireOptions("build a reader of positions", options, ["border", "size", "seed"]);
  const { border, size = 48, seed = 1 } = options;
  const inputShape = [size, size, 1];
  const model = tf.sequential({ name: "positionReader" });
  for (let layer = 1; layer <= layers; layer++) {
    const first = layer === 1 ? { inputShape } : {};
    if (border === "wrap")
      model.add(new WrapPadding({ amount: (side - 1) / 2, name: `wrap${layer}`, ...first }));
    model.add(
      tf.layers.conv2d({
        name: `conv${layer}`,
        filters: layer === layers ? 2 : 8,
        kernelSize: side,
        padding: border === "zeros" ? "same" : "valid",
        activation: layer === layers ? "linear" : "relu",
        kernelInitializer: tf.initializers.heNormal({ seed: layerSeed(seed, layer) }),
        ...(border === "zeros" ? first : {}),
      }),
    );
  }
  model.compile({ optimizer: tf.train.adam(0.003), loss: "meanSquaredError" });
  return model;
}

/** Images of noise `[count, size, size, 1]`, mean 0, deviation 1. The caller disposes them. */
export function noiseImages(count: number, size: number, seed: number): Tensor4D {
  return tf.randomNormal([count, size, size, 1], 0, 1, "float32", seed);
}

/** What the network is to say for each of `count` images: row and column of every pixel, from -1 to 1. The caller disposes it. */
export function positionsOf(count: number, size: number): Tensor4D {
  return tf.tidy(() => {
    const steps = tf.linspace(-1, 1, size);
    const rows = steps.reshape([1, size, 1, 1]).tile([count, 1, size, 1]);
    const columns = steps.reshape([1, 1, size, 1]).tile([count, size, 1, 1]);
    return tf.concat([rows, columns], 3) as Tensor4D;
  });
}
