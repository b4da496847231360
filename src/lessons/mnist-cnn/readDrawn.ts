import type { Figure } from "../../charts/figure.js";
import { digitGrid } from "../../charts/figures/digits.js";
import { percent } from "../../charts/format.js";
import { digitAt, digitsFrom } from "../../images/digits/digits.js";
import { readDrawing } from "../../images/digits/drawing.js";
import type { LayersModel } from "../../networks/tf.js";
import { predict } from "../../networks/training/predict.js";
import { textDigit } from "./textDigit.js";

/** The field of an MNIST digit, in pixels. */
const field = 28;

/**
 * What a network of MNIST digits reads in text art: framed as the digits of MNIST were, then without scaling, without centring, and
 * with neither. What is larger than 28x28 is only shown framed and without centring. Leaves no tensor behind.
 *
 * @throws {RangeError} if a character of the drawing is unknown or it is blank, or the network does not take such digits
 * @example
 * (await readDrawn(await loadTrained("mnist-cnn"), "##\n.#\n.#\n.#\n.#")).description
 * // "4 images of 28 x 28 pixels: centred and scaled, 7, 99.91%; not scaled, 1, 62.6%; not centred, 4, 82.6%; neither, 1, 43.4%."
 */
export async function readDrawn(model: LayersModel, art: string): Promise<Figure> {
  const drawing = readDrawing(art);
  const fits = drawing.length <= field && (drawing[0]?.length ?? 0) <= field;
  const ways = {
    "centred and scaled": textDigit(art),
    ...(fits ? { "not scaled": textDigit(art, { scale: false }) } : {}),
    "not centred": textDigit(art, { center: false }),
    ...(fits ? { neither: textDigit(art, { scale: false, center: false }) } : {}),
  };
  const framed = Object.values(ways).map((digit) => digitAt(digit, 0));
  const digits = digitsFrom(
    framed,
    framed.map(() => 0),
  );
  const answers = await predict(model, digits, { top: 1 });
  const captions = Object.keys(ways).map((way, at) => {
    const [best] = answers[at] ?? [];
    return `${way}\n${best?.classIndex}, ${percent(best?.probability ?? Number.NaN)}`;
  });
  return digitGrid(digits, { captions, scale: 4, columns: framed.length });
}
