import type { PairedDifference } from "../arithmetic/statistics/pairedDifference.js";
import { type Comparison, type DifferenceWords, differenceOf, requireWords } from "./comparison.js";
import { count, inWords, short } from "./format.js";

/**
 * What a comparison shows, as a sentence with the interval of the paired difference: by how much the first arm is above or below
 * the second. A difference whose interval holds zero is not shown.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are not as many values of each arm, fewer than two, or one is not finite
 * @example
 * const first = { name: "The maximum", values: [201, 188, 192] };
 * const second = { name: "the mean", values: [240, 236, 233] };
 * differenceSentence({ first, second }, { verb: "misreads", of: 10000 })
 * // "The maximum misreads 31 to 54 fewer of 10,000 than the mean (three seeds)."
 */
export function differenceSentence(comparison: Comparison, words: DifferenceWords = {}): string {
  requireWords("put the difference into words", words);
  const found = differenceOf(comparison, words);
  const [first, second] = [comparison.first.name, comparison.second.name];
  const seeds = `${inWords(found.n)} seeds`;
  const behind = words.of === undefined ? "" : ` of ${count(words.of)}`;
  const level = (words.confidence ?? 0.95) === 0.95 ? "" : `, ${levelText(words)}`;
  if (found.shown)
    return `${first} ${words.verb ?? "has"} ${amountText(found, words)}${behind} than ${second} (${seeds}${level}).`;
  const range = found.low === found.high ? "they are equal" : `${amountText(found, words)}${behind}`;
  return `A difference between ${first} and ${second} is not shown by ${seeds} (${range}${level}).`;
}

/** The interval in words, "31 to 58 fewer" where it is shown, "12 fewer to 40 more" where it holds zero. */
export function amountText(found: PairedDifference, words: DifferenceWords): string {
  const { low, high, shown } = found;
  if (!shown) return `${sideText(low, found, words)} to ${sideText(high, found, words)}`;
  const [from, to] = low > 0 ? [low, high] : [-high, -low];
  const [near, far] = [numberText(from, found, words), numberText(to, found, words)];
  const range = near === far ? near : `${near} to ${far}`;
  return `${range}${unitText(words)} ${low > 0 ? "more" : lessOf(words)}`;
}

/** "95% interval" */
export function levelText({ confidence = 0.95 }: DifferenceWords): string {
  return `${Number((100 * confidence).toPrecision(6))}% interval`;
}

function sideText(value: number, found: PairedDifference, words: DifferenceWords): string {
  if (value === 0) return "0";
  const amount = `${numberText(Math.abs(value), found, words)}${unitText(words)}`;
  return `${amount} ${value > 0 ? "more" : lessOf(words)}`;
}

function lessOf({ less, of }: DifferenceWords): string {
  return less ?? (of === undefined ? "less" : "fewer");
}

function unitText({ unit, format }: DifferenceWords): string {
  if (unit !== undefined) return unit === "" ? "" : ` ${unit}`;
  return format === "percent" ? " percentage points" : "";
}

/** An end of the interval, with two digits of its half width; whole where something is counted, unless that leaves nothing. */
function numberText(value: number, { low, high, mean }: PairedDifference, { of }: DifferenceWords): string {
  const half = (high - low) / 2 || Math.abs(mean) / 10;
  const needed = Math.max(0, 1 - Math.floor(Math.log10(half)));
  const decimals = of === undefined ? needed : 0;
  const visible = Math.max(decimals, Math.ceil(-Math.log10(2 * value)));
  if (visible > 6) return short(value);
  return value.toLocaleString("en-US", { minimumFractionDigits: visible, maximumFractionDigits: visible });
}
