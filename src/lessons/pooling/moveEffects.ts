import { requireOptions } from "../../arithmetic/options.js";
import { mean } from "../../arithmetic/statistics/statistics.js";
import { isWhole } from "../../arithmetic/whole.js";
import { type Digits, take } from "../../images/digits/digits.js";
import { cnn, type NetworkLayer } from "../../networks/models/cnn.js";
import { disposeModel } from "../../networks/models/disposeModel.js";
import { tf } from "../../networks/tf.js";
import { toInputs } from "../../networks/training/inputs.js";

/** Of the canvas in pixels, so that nothing of a digit or of what windows make of it comes near the border. */
const side = 60;
/** As many digits are moved, the first ones. */
const most = 10;

/**
 * How much the outputs of a network with random weights change when the first 10 digits move to the right by 0, 1, 2 and more pixels, on
 * a canvas of 60x60 with room to all sides: the mean distance between the outputs of a digit before and after, as a share of the mean
 * distance between two digits. A digit taken for another one would be at 1.
 *
 * @param layers the last one dense and linear
 * @param given two digits at least
 * @param options.longest the longest move, pixels, 8 at most
 * @param options.seed of the weights
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are fewer than two digits, or the longest move is none from 0 to 8
 */
export function moveEffects(
  layers: readonly NetworkLayer[],
  given: Digits,
  options: { longest: number; seed: number },
): number[] {
  requireOptions("move digits", options, ["longest", "seed"]);
  const { longest, seed } = options;
  if (given.count < 2 || !isWhole(longest, { from: 0 }) || longest > 8) {
    throw new RangeError(
      `Cannot move ${given.count} digits by up to ${longest} pixels: give two digits or more, and a whole number from 0 to 8.`,
    );
  }
  const digits = take(given, 0, Math.min(most, given.count));
  const model = cnn({ height: side, width: side, channels: 1 }, layers, { seed, loss: "meanSquaredError" });
  const place = (side - digits.height) / 2;
  const outputs = Array.from({ length: longest + 1 }, (_, move) =>
    tf.tidy(() => {
      const rows = [place, place] as [number, number];
      const columns = [place + move, place - move] as [number, number];
      const moved = tf.pad4d(toInputs(digits), [[0, 0], rows, columns, [0, 0]]);
      return (model.predict(moved) as tf.Tensor2D).arraySync();
    }),
  );
  disposeModel(model);
  const unmoved = outputs[0] as number[][];
  const apart = mean(
    unmoved.flatMap((row, index) => unmoved.slice(index + 1).map((other) => distance(row, other))),
  );
  return outputs.map(
    (rows) => mean(rows.map((row, index) => distance(row, unmoved[index] as number[]))) / apart,
  );
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, at) => value - (b[at] as number)));
}
