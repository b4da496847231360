import { requireChoices, requireOptions } from "../arithmetic/options.js";
import { type PairedDifference, pairedDifference } from "../arithmetic/statistics/pairedDifference.js";
import { count } from "./format.js";

/** One way to do something and what came of it: one number a seed, in the same order of seeds in every arm. */
export interface Arm {
  readonly name: string;
  readonly values: readonly number[];
}

/** Two arms with the same seeds. */
export interface Comparison {
  readonly first: Arm;
  readonly second: Arm;
}

/** How a difference is put into words. */
export interface DifferenceWords {
  /** What an arm does with the amount: "misreads", "takes". @default {"has"} */
  readonly verb?: string;
  /** Behind the amount: "s", "images/s". Empty where it stands elsewhere. */
  readonly unit?: string;
  /** Of how many the amount counts some: 10000 reads "of 10,000". */
  readonly of?: number;
  /** The word for less. @default {"fewer" where `of` is given, "less" elsewhere} */
  readonly less?: string;
  /** `percent`: values from 0 to 1, whose difference is told in percentage points. @default {"number"} */
  readonly format?: "number" | "percent";
  /** The share of intervals that hold the true difference. @default {0.95} */
  readonly confidence?: number;
}

/** The names of {@link DifferenceWords}, for whoever takes them among further options. */
export const differenceWords = ["verb", "unit", "of", "less", "format", "confidence"] as const;

/**
 * Refuses words that nobody reads.
 *
 * @param more names of further options
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if `format` has another value
 */
export function requireWords(action: string, words: DifferenceWords, more: readonly string[] = []): void {
  requireOptions(action, words, [...more, ...differenceWords]);
  requireChoices(action, words, { format: ["number", "percent"] });
}

/** What a comparison comes to, in the unit that is shown: percentage points for shares. */
export function differenceOf(
  { first, second }: Comparison,
  { format, confidence }: DifferenceWords,
): PairedDifference {
  const shown = (values: readonly number[]) =>
    format === "percent" ? values.map((value) => 100 * value) : values;
  return pairedDifference(shown(first.values), shown(second.values), confidence);
}

/** What differences are counted in, above the column. */
export function measureOf({ of, unit, format }: DifferenceWords): string {
  if (of !== undefined) return `of ${count(of)}`;
  return unit ?? (format === "percent" ? "percentage points" : "");
}
