import type { Matrix } from "../../../arithmetic/matrix.js";
import { isTensor } from "../../../notebook/tensor.js";
import { formOf } from "../answers/form.js";
import { isPlain } from "../answers/named.js";
import { isList } from "../answers/values.js";

/** A number with so many digits at most; NaN and infinities by their names. */
export function numberText(value: number, digits = 4): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(digits))) : String(value);
}

/** A value of any kind as one would write it: `0.25`, `[1, 2]`, `[[1, 2], [3, 4]]`, `{ top: 0, left: 1 }`. */
export function valueText(value: unknown, digits = 4): string {
  if (typeof value === "number") return numberText(value, digits);
  if (isTensor(value)) return `${formOf(value)} with ${valueText(Array.from(value.dataSync()), digits)}`;
  if (isList(value)) {
    const entries = Array.from(value as Iterable<unknown>, (entry) => valueText(entry, digits));
    const shown = entries.length > 40 ? [...entries.slice(0, 12), "…"] : entries;
    return `[${shown.join(", ")}]`;
  }
  if (isPlain(value)) {
    const fields = Object.entries(value).map(([name, field]) => `${name}: ${valueText(field, digits)}`);
    return `{ ${fields.join(", ")} }`;
  }
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** Two values, each with as many digits as are needed to see that they differ. */
export function textsApart(a: unknown, b: unknown): readonly [string, string] {
  for (const digits of [4, 6, 9, 12, 17]) {
    const texts = [valueText(a, digits), valueText(b, digits)] as const;
    if (texts[0] !== texts[1]) return texts;
  }
  return [valueText(a), valueText(b)];
}

/** `3x2`: rows, then columns. */
export function sizeText(matrix: Matrix): string {
  return `${matrix.length}x${matrix[0]?.length ?? 0}`;
}
