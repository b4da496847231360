import { requireOptions } from "../../arithmetic/options.js";
import { centreByMass, cropToInk, fitTo20, placeAt } from "../../images/digits/asMnist.js";
import { type Digits, digitsFrom } from "../../images/digits/digits.js";
import { readDrawing } from "../../images/digits/drawing.js";

/** How {@link textDigit} frames a drawing. */
export interface TextDigitOptions {
  /** Scale the ink to 20 pixels on its longer side. @default {true} */
  scale?: boolean;
  /** Put the centre of mass into the middle. @default {true} */
  center?: boolean;
  /** What the drawing shows, 0 to 9, where an evaluation needs to know. Predicting does not. @default {0} */
  label?: number;
}

/**
 * One digit of 28x28 pixels from text art, made as the digits of MNIST were: ink scaled to 20 pixels, centre of mass
 * in the middle. For the characters see `readDrawing`; each is a square pixel, so draw as if it were one.
 *
 * It is `Digits` with count 1, which is what `toInputs` takes. Without `scale` a character is one pixel. Without
 * `center` the drawing stays in the upper left corner: where it was typed, or, scaled, right in the corner.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if a character is unknown, the drawing blank, or it does not fit into 28x28 unscaled
 * @example textDigit("##\n.#\n.#\n.#\n.#").height // 28 pixels: a one, for model.predict(toInputs(…))
 */
export function textDigit(art: string, options: TextDigitOptions = {}): Digits {
  requireOptions("draw a digit", options, ["scale", "center", "label"]);
  const { scale = true, center = true, label = 0 } = options;
  const drawing = readDrawing(art);
  const sized = scale ? fitTo20(drawing) : center ? cropToInk(drawing) : drawing;
  const field = center ? centreByMass(sized) : placeAt(sized, 0, 0);
  return digitsFrom([field], [label]);
}
