import type { Matrix } from "../../arithmetic/matrix.js";
import { requireIndex } from "../../arithmetic/whole.js";
import { type Digits, requireSet } from "../../images/images.js";
import { withLogits } from "../../networks/maps/tapped.js";
import { type LayersModel, type Tensor, tf } from "../../networks/tf.js";
import { toInputs } from "../../networks/training/inputs.js";

/** What makes up the logit of a class. */
export interface InkParts {
  /** What each pixel adds: its brightness, from 0 to 1, times its slope. */
  readonly parts: Matrix;
  /** What is left of the logit without them: what the biases add. */
  readonly biases: number;
  readonly logit: number;
}

/**
 * What the ink of one digit adds to the logit of a class, pixel by pixel. As long as no window chooses another winner and no sum passes
 * zero, a network of convolutions, dense layers, ReLU and pooling only multiplies and adds; so the logit is the sum of all pixels, each times its
 * slope, and of what the biases add. Leaves no tensor behind.
 *
 * @throws {RangeError} if there is more than one digit, or the network has no such class
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 1 });
 * inkParts(await loadTrained("mnist-cnn"), test, 7).parts.length // 28
 */
export function inkParts(model: LayersModel, digit: Digits, classIndex: number): InkParts {
  const action = "take the logit apart";
  requireSet(digit, action);
  if (digit.count !== 1)
    throw new RangeError(`Cannot ${action}: there are ${digit.count} digits. Give one: take(digits, 0, 1).`);
  requireIndex(action, { classIndex }, model.outputs[0]?.shape.at(-1) ?? 0);
  return withLogits(model, () =>
    tf.tidy(() => {
      const logitOf = (image: Tensor) =>
        (model.apply(image) as Tensor).slice([0, classIndex], [1, 1]).asScalar();
      const image = toInputs(digit);
      const { value, grad } = tf.valueAndGrad(logitOf)(image);
      const parts = grad.mul(image).squeeze([0, 3]) as tf.Tensor2D;
      const logit = value.dataSync()[0] as number;
      return { parts: parts.arraySync(), biases: logit - (parts.sum().dataSync()[0] as number), logit };
    }),
  );
}
