import { paddingOf } from "../../arithmetic/window.js";
import { type Tensor4D, tf } from "../../networks/tf.js";
import type { LineSlide } from "./correlateLine.js";

/**
 * The sums of a kernel that slides along a line, computed by TensorFlow's `conv2d`. `"same"` is TensorFlow's own; zeros that it has
 * no name for are put around the line first.
 *
 * @throws {Error} if stride and dilation are both above 1, which TensorFlow refuses
 * @throws {RangeError} if {@link paddingOf} refuses the padding
 * @example tensorFlowLine([1, 2, 3], [1, 1], { padding: "same" }) // [3, 5, 3]
 */
export function tensorFlowLine(
  pixels: readonly number[],
  weights: readonly number[],
  slide: LineSlide = {},
): number[] {
  const { stride = 1, dilation = 1, padding = "valid" } = slide;
  const own = padding === "same" ? "valid" : padding;
  const around = paddingOf(pixels.length, { kernel: weights.length, dilation, padding: own });
  return tf.tidy(() => {
    const line: Tensor4D = tf.tensor4d([...pixels], [1, 1, pixels.length, 1]);
    const padded = tf.pad(line, [[0, 0], [0, 0], around, [0, 0]]); // biome-ignore format: one pair an axis
    const kernel: Tensor4D = tf.tensor4d([...weights], [1, weights.length, 1, 1]);
    const rule = padding === "same" ? "same" : "valid";
    return [...tf.conv2d(padded, kernel, [1, stride], rule, "NHWC", [1, dilation]).dataSync()];
  });
}
