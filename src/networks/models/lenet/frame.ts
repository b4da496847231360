import { type Tensor, type Tensor4D, tf } from "../../tf.js";
import { oneInput, oneShape } from "./layer.js";

/** Pixels of background added on each side: 28x28 digits become the 32x32 of the paper. */
const margin = 2;
const background = -0.1;
const foreground = 1.175;

/**
 * The input of LeNet-5: pixels from 0 to 1 become -0.1 for the background to 1.175 for the ink, and two rows or columns of
 * background are added on each side. `[batch, height, width, 1]` to `[batch, height + 4, width + 4, 1]`. Nothing to learn.
 */
export class Frame extends tf.layers.Layer {
  static className = "Frame";

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [batch = null, height, width, channels = 1] = oneShape(inputShape);
    const framed = (length: number | null | undefined) => (length == null ? null : length + 2 * margin);
    return [batch, framed(height), framed(width), channels];
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tf.tidy(() => {
      const pixels = oneInput(inputs) as Tensor4D;
      const scaled = pixels.mul(foreground - background).add(background) as Tensor4D;
      const sides: [number, number] = [margin, margin];
      return tf.pad4d(scaled, [[0, 0], sides, sides, [0, 0]], background);
    });
  }
}

tf.serialization.registerClass(Frame);
