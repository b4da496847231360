import { requireSome } from "../../../arithmetic/lists.js";
import type { PixelImage } from "../../../arithmetic/pixelImage.js";
import { type Tensor4D, tf } from "../../tf.js";

/**
 * Photographs of one size as EfficientNet-Lite takes them: `[batch, height, width, 3]`, each byte less 127, by 128, so about
 * -1 to 1. Gray ones become three equal channels. The caller disposes the tensor.
 *
 * @throws {RangeError} if there are none, or sizes differ
 * @example photoInputs([{ height: 1, width: 1, channels: 1, pixels: Uint8Array.of(127) }]).arraySync()
 * // [[[[0, 0, 0]]]]
 * @see the constants MEAN_RGB and STDDEV_RGB of the authors' efficientnet_lite_builder.py
 */
export function photoInputs(photographs: readonly PixelImage[]): Tensor4D {
  const { height, width } = requireSome("make inputs", "photograph", photographs);
  const values = new Float32Array(photographs.length * height * width * 3);
  for (const [index, { channels, pixels, ...size }] of photographs.entries()) {
    if (size.height !== height || size.width !== width) {
      throw new RangeError(
        `Cannot make inputs: photograph ${index} is ${size.height} x ${size.width}, the first ${height} x ${width}. Use centreSquare first.`,
      );
    }
    const start = index * height * width * 3;
    for (let at = 0; at < height * width * 3; at++) {
      const source = channels === 1 ? Math.floor(at / 3) : channels * Math.floor(at / 3) + (at % 3);
      values[start + at] = ((pixels[source] as number) - 127) / 128;
    }
  }
  return tf.tensor4d(values, [photographs.length, height, width, 3]);
}
