import { isTensor } from "../../../notebook/tensor.js";
import { listsMeant, numbersMeant } from "./texts.js";

/** Numbers in a row, and how they stood: `[]` for a single one, `[2, 3]` for two rows of three. */
export interface Values {
  readonly numbers: number[];
  readonly shape: readonly number[];
}

/**
 * The numbers of an answer in whatever form: a number, text, a list, nested lists, typed arrays, a tensor, lines of text, a set,
 * `{ shape, values }`. Undefined where something is no number, or where rows are not equally long. What is no finite number
 * comes through, for the check to refuse.
 */
export function valuesIn(answer: unknown): Values | undefined {
  const single = singleIn(answer);
  if (single !== undefined) return { numbers: [single], shape: [] };
  if (typeof answer === "string") {
    const list = listsMeant(answer);
    return list && nested(list);
  }
  if (isTensor(answer)) return withShape(answer.dataSync(), answer.shape);
  if (isList(answer)) return nested(Array.from(answer as Iterable<unknown>));
  if (typeof answer !== "object" || answer === null) return undefined;
  const { shape, values, data } = answer as Record<string, unknown>;
  const inside = values ?? data;
  return isList(shape) && isList(inside)
    ? withShape(inside as ArrayLike<unknown>, Array.from(shape as Iterable<number>))
    : undefined;
}

/** Whether something is an array, a typed array or a set. */
export function isList(value: unknown): boolean {
  return (
    Array.isArray(value) ||
    value instanceof Set ||
    (ArrayBuffer.isView(value) && !(value instanceof DataView))
  );
}

/** One number by itself, also as bigint or text. */
function singleIn(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Number) return value.valueOf();
  return typeof value === "string" ? numbersMeant(value)[0] : undefined;
}

function withShape(values: ArrayLike<unknown>, shape: readonly number[]): Values | undefined {
  const numbers = Array.from(values, singleIn);
  const size = shape.reduce((product, length) => product * length, 1);
  return numbers.length === size && numbers.every((value) => value !== undefined)
    ? { numbers: numbers as number[], shape }
    : undefined;
}

function nested(list: readonly unknown[]): Values | undefined {
  const parts = list.map(valuesIn);
  if (parts.some((part) => part === undefined)) return undefined;
  const [first] = parts as Values[];
  const same = (parts as Values[]).every(({ shape }) => String(shape) === String(first?.shape));
  if (!same) return undefined;
  const numbers = (parts as Values[]).flatMap((part) => part.numbers);
  return { numbers, shape: [list.length, ...(first?.shape ?? [])] };
}
