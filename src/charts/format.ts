import { isWhole } from "../arithmetic/whole.js";

/** Numbers as sentences and labels show them. */

/** A count with thousands separators: 51264 reads 51,264. */
export function count(value: number): string {
  return Math.abs(value) < 1e15 && isWhole(value) ? value.toLocaleString("en-US") : short(value);
}

/** A measured number with three significant digits, zeros at the end left out: 0.0723, 1.5, 104. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-4) return value.toExponential(2);
  if (size >= 1000) return Math.round(value).toLocaleString("en-US");
  return String(Number(value.toPrecision(3)));
}

/** A share from 0 to 1 as a percentage with one decimal, two above 98%, where the last errors count: 97.4%, 98.95%. */
export function percent(share: number): string {
  const digits = share > 0.98 && share < 1 ? 2 : 1;
  return share === 1 ? "100%" : `${(100 * share).toFixed(digits)}%`;
}

/** "1 epoch", "10 epochs". */
export function plural(amount: number, noun: string): string {
  return `${count(amount)} ${amount === 1 ? noun : `${noun}s`}`;
}

/** Text made safe inside HTML and SVG. */
export function escapeMarkup(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A count as prose writes it, in words up to ten: "three seeds", "20 seeds". */
export function inWords(amount: number): string {
  return words[amount] ?? count(amount);
}
