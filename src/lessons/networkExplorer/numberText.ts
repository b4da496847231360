import { computed } from "../explorer/signals.js";
import { counting, formula } from "../explorer/transforms.js";

// A list of numbers in a notebook's file takes a line for each number, text takes one for all: three letters a number.

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Steps from zero to the largest number: three letters tell 262,144 apart, so zero stays zero. */
const steps = 131_071;

/** Numbers as text: three letters each, in units of the largest one's `steps`-th part. */
export interface NumberText {
  readonly text: string;
  readonly unit: number;
}

/** Rounds numbers to whole multiples of the largest, over 131,071, and writes them as text. */
export function numberText(numbers: readonly number[]): NumberText {
  const largest = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const unit = largest === 0 ? 1 : largest / steps;
  const text = numbers.map((value) => {
    const code = Math.round(value / unit) + steps;
    return [code >> 12, (code >> 6) & 63, code & 63].map((digit) => letters[digit]).join("");
  });
  return { text: text.join(""), unit };
}

/** The signal behind {@link read}. */
export const lettersSignal = { name: "letters", value: letters };

/** One number of a text, an expression of Vega: `text` and `index` are such as well. */
export const read = (text: string, index: string, unit: number | string) => {
  const digit = (at: number) => `indexof(letters, ${text}[3 * ${index} + ${at}])`;
  return `(4096 * ${digit(0)} + 64 * ${digit(1)} + ${digit(2)} - ${steps}) * ${unit}`;
};

/** A table of numbers from text, and the signal `name` that holds them as a list. */
export function numberList(name: string, numbers: readonly number[]) {
  const { text, unit } = numberText(numbers);
  const data = {
    name: `${name}Rows`,
    transform: [
      counting(numbers.length, "index"),
      formula("value", read(`${name}Text`, "datum.index", unit)),
    ],
  };
  return {
    data: [data],
    signals: [{ name: `${name}Text`, value: text }, computed(name, `pluck(data('${name}Rows'), 'value')`)],
  };
}
