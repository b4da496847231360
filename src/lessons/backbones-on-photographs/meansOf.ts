import type { PixelImage } from "../../arithmetic/pixelImage.js";
import type { EfficientNetLite0 } from "../../networks/models/efficientnet/efficientnet.js";
import { photoInputs } from "../../networks/models/efficientnet/photoInputs.js";
import { tf } from "../../networks/tf.js";

/** Images that go through the network together: more need more memory and save no time. */
const batch = 8;

/**
 * What the backbone says of images: the mean of each of its 1,280 maps, a row for each image.
 *
 * @param network as `openBackbone` gives it
 * @param images of one size, a multiple of 32 pixels a side
 * @throws {RangeError} if there is no image, or sizes differ
 * @example
 * const network = await efficientNetLite0({ side: 64 });
 * const gray = { height: 64, width: 64, channels: 1, pixels: new Uint8Array(64 * 64) } as const;
 * meansOf(network, [gray])[0]?.length // 1280
 */
export function meansOf(network: EfficientNetLite0, images: readonly PixelImage[]): Float32Array[] {
  const starts = Array.from({ length: Math.max(1, Math.ceil(images.length / batch)) }, (_, at) => at * batch);
  return starts.flatMap((start) => {
    const rows = tf.tidy(() =>
      network.pooled(network.features(photoInputs(images.slice(start, start + batch)))).arraySync(),
    );
    return rows.map((row) => Float32Array.from(row));
  });
}
