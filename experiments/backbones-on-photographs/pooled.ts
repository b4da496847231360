import { type EfficientNetLite0, type PixelImage, tf } from "convlab";
import { photoInputs } from "convlab/lessons";

/** Images that go through the network together. */
export const batch = 10;

/** The backbone's means of maps, for each image. */
export function pooledBy(network: EfficientNetLite0, images: PixelImage[], watch = () => {}): Float32Array[] {
  const starts = Array.from({ length: Math.ceil(images.length / batch) }, (_, index) => index * batch);
  return starts.flatMap((start) => {
    const values = tf.tidy(() => {
      const inputs = photoInputs(images.slice(start, start + batch));
      return network.pooled(network.features(inputs)).arraySync();
    });
    watch();
    return values.map((row) => Float32Array.from(row));
  });
}
