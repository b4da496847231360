import { requireSome } from "../../arithmetic/lists.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { ridge } from "../../arithmetic/ridge.js";
import { mean } from "../../arithmetic/statistics/statistics.js";
import { type Digits, digitAt } from "../../images/digits/digits.js";
import { layerOutput } from "../../networks/models/layerOutputs.js";
import { type LayersModel, tf } from "../../networks/tf.js";
import { toInputs } from "../../networks/training/inputs.js";

/** For numbers that are scaled to a spread of 1: the strength that was best or next to it in every layer of `lenet-5/read-back`. */
const strength = 0.1;

/** Digits as guessed from less than their pixels. */
export interface ReadBack {
  /** A row of 784 numbers for each digit, 0 paper and 255 ink. */
  readonly guesses: Matrix;
  /** The share of the pixels' variance that is guessed right: 1 is all, 0 no more than one gray for every pixel of every digit. */
  readonly share: number;
}

/**
 * Guesses every pixel of digits as a weighted sum of what a layer makes of them, with weights fitted on other digits by ridge
 * regression. The numbers of the layer are first brought to a spread of 1, so that the strength means the same for each.
 *
 * @throws {RangeError} if the model has no layer of that name, or there are no digits
 */
export function readBack(model: LayersModel, layer: string, fitted: Digits, digits: Digits): ReadBack {
  const [known, asked] = [fitted, digits].map((set) => numbersOf(model, set, layer)) as [
    number[][],
    number[][],
  ];
  const spread = spreadOf(known);
  const scaled = (rows: readonly number[][]) => rows.map((row) => row.map((value) => value / spread));
  const guess = ridge(scaled(known), pixelsOf(fitted), strength);
  return judged(scaled(asked).map(guess), digits);
}

/**
 * Guesses by the label alone: every digit is taken for the mean image of its class.
 *
 * @throws {RangeError} if there are no digits, or a class among them was not fitted
 */
export function readBackFromLabel(fitted: Digits, digits: Digits): ReadBack {
  const pixels = pixelsOf(fitted);
  const means = Array.from({ length: 10 }, (_, label) =>
    meanRow(pixels.filter((__, index) => fitted.labels[index] === label)),
  );
  return judged(
    Array.from(digits.labels, (label) => means[label] ?? []),
    digits,
  );
}

/** Guesses without looking: every digit is taken for the mean of all images. */
export function readBackBlindly(fitted: Digits, digits: Digits): ReadBack {
  const whole = meanRow(pixelsOf(fitted));
  return judged(new Array<number[]>(digits.count).fill(whole), digits);
}

function judged(raw: Matrix, digits: Digits): ReadBack {
  const guesses = raw.map((row) => row.map((value) => Math.min(255, Math.max(0, value))));
  const wanted = pixelsOf(digits).flat();
  requireSome("read digits back", "digit", guesses);
  const middle = mean(wanted);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const missed = sum(guesses.flat().map((value, at) => (value - (wanted[at] as number)) ** 2));
  return { guesses, share: 1 - missed / sum(wanted.map((value) => (value - middle) ** 2)) };
}

function pixelsOf(digits: Digits): number[][] {
  return Array.from({ length: digits.count }, (_, index) => digitAt(digits, index).flat());
}

function numbersOf(model: LayersModel, digits: Digits, layer: string): number[][] {
  return tf.tidy(
    () => layerOutput(model, toInputs(digits), layer).reshape([digits.count, -1]).arraySync() as number[][],
  );
}

function meanRow(rows: readonly (readonly number[])[]): number[] {
  const [first = []] = rows;
  return first.map((_, at) => mean(rows.map((row) => row[at] ?? 0)));
}

/** How far the numbers of a layer lie from their means, over all of them. */
function spreadOf(rows: readonly (readonly number[])[]): number {
  const means = meanRow(rows);
  const squares = rows.flatMap((row) => row.map((value, at) => (value - (means[at] ?? 0)) ** 2));
  return Math.sqrt(mean(squares)) || 1;
}
