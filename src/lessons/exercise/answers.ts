import { isTensor } from "../../notebook/tensor.js";

/** Reads answers in the forms that people give them. */

/** A number, also written as "51,264" or held by a tensor with one entry; undefined for anything else. */
export function numberIn(answer: unknown): number | undefined {
  if (typeof answer === "number") return answer;
  if (typeof answer === "bigint") return Number(answer);
  if (typeof answer === "string") {
    const text = answer.trim().replace(/(?<=\d),(?=\d{3}\b)/g, "");
    return text === "" || Number.isNaN(Number(text)) ? undefined : Number(text);
  }
  const values = numbersIn(answer);
  return values?.length === 1 ? values[0] : undefined;
}

/** The entries of an array, a typed array or a tensor; undefined where one is not a number. */
export function numbersIn(answer: unknown): number[] | undefined {
  if (isTensor(answer)) return numbersIn(answer.dataSync());
  if (!Array.isArray(answer) && (!ArrayBuffer.isView(answer) || answer instanceof DataView)) return undefined;
  const values = Array.from(answer as unknown as ArrayLike<unknown>);
  return values.every((value) => typeof value === "number") ? (values as number[]) : undefined;
}

/**
 * A shape: `[24, 24, 32]`, with TensorFlow's `null` for the batch in front or not, `{ height, width, channels }`, or text such
 * as "24 x 24 x 32".
 */
export function shapeIn(answer: unknown): number[] | undefined {
  if (typeof answer === "string") {
    const parts = answer.match(/\d+/g);
    return parts === null ? undefined : parts.map(Number);
  }
  if (Array.isArray(answer) && answer[0] === null) return numbersIn(answer.slice(1));
  const { height, width, channels } = answer as Record<string, unknown>;
  if (height !== undefined) return numbersIn([height, width, channels]);
  return numbersIn(answer);
}

/** Equal up to rounding: 1 in 10,000, or as stated. */
export function near(value: number, wanted: number, tolerance = 1e-4): boolean {
  return Math.abs(value - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
}

/** The same for lists. */
export function allNear(values: readonly number[], wanted: readonly number[], tolerance = 1e-4): boolean {
  return (
    values.length === wanted.length &&
    values.every((value, index) => near(value, wanted[index] ?? 0, tolerance))
  );
}

/** A message by the first row whose value the answer has. */
export function mistakeIn<T>(
  answer: T,
  mistakes: readonly (readonly [wrong: T, message: string])[],
  same: (a: T, b: T) => boolean,
): { message: string } | undefined {
  const found = mistakes.find(([wrong]) => same(answer, wrong));
  return found && { message: found[1] };
}
