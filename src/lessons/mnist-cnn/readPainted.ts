import { type Figure, makeFigure } from "../../charts/figure.js";
import { drawGrid } from "../../charts/figures/grid.js";
import { signedTiles } from "../../charts/figures/signedTiles.js";
import type { Digits } from "../../images/images.js";
import type { LayersModel } from "../../networks/tf.js";
import { type PredictedClass, predict } from "../../networks/training/predict.js";
import { inkParts } from "./inkParts.js";

/** CSS pixels per pixel of the digit. */
const scale = 8;

/**
 * What a network of digits reads in one, for `live`: the probability of each class, and where the ink speaks for the likeliest (red) or
 * against it (blue): each pixel's part of its logit, as `inkParts` takes it apart. Leaves no tensor behind.
 *
 * @throws {RangeError} if there is more than one digit, or the network does not take such digits
 * @example
 * const network = await loadTrained("mnist-cnn");
 * await live([canvas()], (painted) => readPainted(network, painted));
 */
export async function readPainted(
  model: LayersModel,
  digit: Digits,
): Promise<[classes: readonly PredictedClass[], parts: Figure]> {
  const [classes = []] = await predict(model, digit, { top: Number.MAX_SAFE_INTEGER });
  const { classIndex, name } = classes[0] as PredictedClass;
  const { parts, biases, logit } = inkParts(model, digit, classIndex);
  const signed = (value: number) => `${value < 0 ? "-" : "+"} ${Math.abs(value).toFixed(2)}`;
  const sum = `${(logit - biases).toFixed(2)} ${signed(biases)} = ${logit.toFixed(2)}`;
  const { tiles, bar, range } = signedTiles(
    [parts],
    [`ink and biases: ${sum}`],
    `part of the logit of ${name}`,
  );
  const { height, width } = digit;
  const words = `The parts of ${height} x ${width} pixels in the logit of ${name}, ${range}. Ink and biases: ${sum}.`;
  return [classes, makeFigure(words, {}, () => drawGrid(tiles, { height, width, columns: 1, scale, bar }))];
}
