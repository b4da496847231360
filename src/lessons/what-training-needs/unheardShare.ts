import { requireSome } from "../../arithmetic/lists.js";
import { requireOptions } from "../../arithmetic/options.js";
import type { ImageSet } from "../../images/images.js";
import type { LayersModel, Tensor } from "../../networks/tf.js";
import { tf } from "../../networks/tf.js";
import { toInputs } from "../../networks/training/inputs.js";

/** TensorFlow.js holds probabilities at this number before it takes their logarithm. */
const least = 1e-7;

/**
 * Of how many images the right class gets a probability so small that the loss of TensorFlow.js replaces it by another: whatever the
 * network would learn from these is lost.
 *
 * @param model ends in probabilities, one for each class
 * @param options.scale factor on the bytes of the images, as in `train`. @default {1 / 255}
 * @returns a share, from 0 to 1
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are no images
 */
export function unheardShare(model: LayersModel, images: ImageSet, options: { scale?: number } = {}): number {
  requireOptions("count unheard images", options, ["scale"]);
  requireSome("count unheard images", "image", images.labels);
  return tf.tidy(() => {
    const probabilities = (model.predict(toInputs(images, options)) as Tensor).arraySync() as number[][];
    const unheard = probabilities.filter((row, index) => (row[images.labels[index] ?? 0] ?? 0) < least);
    return unheard.length / images.count;
  });
}
