import { requireOptions } from "../../arithmetic/options.js";
import type { ImageSet } from "../../images/images.js";
import { layerOutputs } from "../../networks/models/layerOutputs.js";
import type { LayersModel, Tensor, Tensor4D } from "../../networks/tf.js";
import { tf } from "../../networks/tf.js";
import { toInputs } from "../../networks/training/inputs.js";

/** How one layer answers to a set of images. */
export interface LayerHealth {
  readonly layer: string;
  /** Filters of a convolution, units of a dense layer. */
  readonly units: number;
  /** The share of them that is 0 for every image, at every place. */
  readonly silent: number;
  /** The largest number that the layer puts out. */
  readonly largest: number;
}

/**
 * Each layer that ends in ReLU, from the image on: how many of its filters or units are silent, and how large its numbers get.
 *
 * @param options.scale factor on the bytes of the images, as in `train`. @default {1 / 255}
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are no images, or the network has no layer with ReLU
 * @example
 * const { train: digits } = await loadMnist({ trainImages: 100, testImages: 0 });
 * layerHealth(mnistCnn(), digits).map(({ layer }) => layer) // ["conv1", "conv2", "hidden"]
 */
export function layerHealth(
  model: LayersModel,
  images: ImageSet,
  options: { scale?: number } = {},
): LayerHealth[] {
  requireOptions("look at layers", options, ["scale"]);
  const bent = model.layers.filter((layer) => activationOf(layer) === "relu");
  if (images.count === 0 || bent.length === 0) {
    throw new RangeError(
      `Cannot look at layers: ${images.count} images, ${bent.length} layers with ReLU. Give a network that has some, and images.`,
    );
  }
  const names = bent.map(({ name }) => name);
  const made = tf.tidy(() => layerOutputs(model, toInputs(images, options) as Tensor4D, names));
  const found = names.map((name, index) => healthOf(name, made[index] as Tensor));
  tf.dispose(made);
  return found;
}

function healthOf(layer: string, made: Tensor): LayerHealth {
  const units = made.shape.at(-1) ?? 1;
  const best = tf.tidy(() => made.reshape([-1, units]).max(0).dataSync());
  const silent = best.filter((value) => value <= 0).length / units;
  return { layer, units, silent, largest: Math.max(...best) };
}

function activationOf(layer: tf.layers.Layer): unknown {
  return layer.getConfig().activation;
}
