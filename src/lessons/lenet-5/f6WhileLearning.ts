import { requireOptions } from "../../arithmetic/options.js";
import type { Figure } from "../../charts/figure.js";
import { responseMaps } from "../../charts/figures/responses.js";
import { plural } from "../../charts/format.js";
import type { Digits } from "../../images/digits/digits.js";
import { disposeModel } from "../../networks/models/disposeModel.js";
import { layerOutput } from "../../networks/models/layerOutputs.js";
import { codeOf, codeShape, digitCodes } from "../../networks/models/lenet/codes.js";
import { lenet5 } from "../../networks/models/lenet5.js";
import { type LayersModel, tf } from "../../networks/tf.js";
import { fit } from "../../networks/training/fit.js";
import { toInputs } from "../../networks/training/inputs.js";

/**
 * A fresh LeNet-5 learns, and F6 is watched: for each watched digit its 84 numbers as a picture of 7x12, before training and after every
 * epoch, and in the last row the code that they should become. Signed: white is zero.
 *
 * @param digits to learn from, and `watched` those to look at
 * @param options.seed of the first weights and of the order of the digits. @default {1}
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are no digits, or the epochs are no whole number from 1
 */
export async function f6WhileLearning(
  digits: Digits,
  watched: Digits,
  options: { epochs: number; seed?: number },
): Promise<Figure> {
  requireOptions("watch F6", options, ["epochs", "seed"]);
  const { epochs, seed = 1 } = options;
  const model = lenet5({ seed });
  try {
    const rows = [picturesOfF6(model, watched)];
    const { accuracy } = await fit(model, digits, { epochs, seed }, [
      { onEpoch: () => rows.push(picturesOfF6(model, watched)) },
    ]);
    const codes = Array.from(watched.labels, (label) => pictureOf(codeOf(digitCodes[label] ?? "")));
    const names = [...rows.map((_, epoch) => `epoch ${epoch}`), "code"];
    return responseMaps([...rows, codes].flat(), {
      columns: watched.count,
      scale: 6,
      captions: names.flatMap((name) => Array.from(watched.labels, (_, at) => (at === 0 ? name : ""))),
      description: `F6 of ${watched.count} digits in ${plural(epochs, "epoch")}, and their codes; in the last epoch ${Math.round(100 * (accuracy.at(-1) ?? 0))}% of the training digits are read.`,
    });
  } finally {
    disposeModel(model);
  }
}

function picturesOfF6(model: LayersModel, digits: Digits): number[][][] {
  const rows = tf.tidy(
    () => layerOutput(model, toInputs(digits), "f6").reshape([digits.count, -1]).arraySync() as number[][],
  );
  return rows.map(pictureOf);
}

function pictureOf(numbers: readonly number[]): number[][] {
  const { height, width } = codeShape;
  return Array.from({ length: height }, (_, row) => numbers.slice(width * row, width * row + width));
}
