import type { Matrix } from "../../../arithmetic/matrix.js";
import { allNear, near, sameMatrix } from "../answers/compare.js";
import { matrixIn } from "../answers/matrices.js";
import { listIn, numberIn } from "../answers/numbers.js";
import { sizeText } from "./written.js";

/** What a function returns: how it is read, compared and told. */
export interface Kind<Value> {
  /** Said of a result that cannot be read: `the function must return …`. */
  readonly asked: string;
  read(result: unknown, wanted: Value): Value | undefined;
  same(value: Value, wanted: Value): boolean;
  /** All its numbers, to see whether each is finite. */
  numbers(value: Value): readonly number[];
  /** A size that is not the wanted one, in words. */
  misfit(value: Value, wanted: Value): string | undefined;
}

export const oneNumber: Kind<number> = {
  asked: "one number",
  read: numberIn,
  same: (value, wanted) => near(value, wanted),
  numbers: (value) => [value],
  misfit: () => undefined,
};

export const listOfNumbers: Kind<readonly number[]> = {
  asked: "a list of numbers",
  read: (result, wanted) => listIn(result) ?? (wanted.length === 1 ? single(result) : undefined),
  same: (value, wanted) => allNear(value, wanted),
  numbers: (value) => value,
  misfit: (value, wanted) =>
    value.length === wanted.length
      ? undefined
      : `${counted(value.length, "number")}, and ${counted(wanted.length, "number")} ${wanted.length === 1 ? "is" : "are"} expected`,
};

export const rowsOfNumbers: Kind<Matrix> = {
  asked: "rows of numbers, all equally long",
  read: (result, wanted) => matrixIn(result) ?? flat(result, wanted),
  same: sameMatrix,
  numbers: (value) => value.flat(),
  misfit: (value, wanted) =>
    sizeText(value) === sizeText(wanted)
      ? undefined
      : `${sizeText(value)} numbers, and ${sizeText(wanted)} are expected`,
};

/** A list from a function is read as rows only where it says its shape: by a tensor or by `{ shape, values }`. */
function flat(result: unknown, wanted: Matrix): Matrix | undefined {
  if (Array.isArray(result) || ArrayBuffer.isView(result)) return undefined;
  const size = { height: wanted.length, width: wanted[0]?.length ?? 0 };
  return typeof result === "object" && result !== null ? matrixIn(result, size) : undefined;
}

function single(result: unknown): readonly number[] | undefined {
  const value = numberIn(result);
  return value === undefined ? undefined : [value];
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
