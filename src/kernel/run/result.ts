import { bounded, wholeValue } from "../../notebook/bounded.js";
import { isTensor, tensorText } from "../../notebook/tensor.js";
import { inspect } from "./inspection.js";

/** A value as text: a tensor with a preview, everything else as Node prints it; never more than fits a notebook. */
export function textOf(value: unknown): string {
  return bounded(wholeTextOf(value), wholeValue);
}

const options = { depth: 4, maxArrayLength: 100, maxStringLength: 10_000, breakLength: 100 };

function wholeTextOf(value: unknown): string {
  return (
    attempt(() => (isTensor(value) ? tensorText(value) : undefined)) ??
    attempt(() => inspect(value, options)) ??
    // Its own way of being printed throws: it is printed as if it had none.
    attempt(() => inspect(value, { ...options, customInspect: false })) ??
    "a value that cannot be printed: looking at it throws an error"
  );
}

/** What `look` finds in a value; undefined where the value throws when it is looked at. */
export function attempt<Found>(look: () => Found): Found | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
