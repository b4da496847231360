import { type EfficientNetLite0, type PixelImage, tf } from "convlab";
import { photoInputs } from "convlab/lessons";

/** Images that go through the network together. */
export const batch = 10;

/** The backbone's means of maps, for each image. */
export function pooledBy(network: EfficientNetLite0, images: PixelImage[], watch = () => {}): Float32Array[] {
  return byBatches(images, watch, (inputs) => network.pooled(network.features(inputs)));
}

/** The same maps without a mean: every number at every place, for each image. */
export function mapsBy(network: EfficientNetLite0, images: PixelImage[], watch = () => {}): Float32Array[] {
  return byBatches(
    images,
    watch,
    (inputs) => network.features(inputs).reshape([inputs.shape[0], -1]) as tf.Tensor2D,
  );
}

function byBatches(
  images: PixelImage[],
  watch: () => void,
  numbersOf: (inputs: tf.Tensor4D) => tf.Tensor2D,
): Float32Array[] {
  const starts = Array.from({ length: Math.ceil(images.length / batch) }, (_, index) => index * batch);
  return starts.flatMap((start) => {
    const values = tf.tidy(() => numbersOf(photoInputs(images.slice(start, start + batch))).arraySync());
    watch();
    return values.map((row) => Float32Array.from(row));
  });
}
