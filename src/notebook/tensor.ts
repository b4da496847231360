import { short } from "../charts/format.js";

/** What a tensor looks like from here; the notebook does not load TensorFlow to print one. */
export interface TensorLike {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly size: number;
  readonly isDisposed?: boolean;
  dataSync(): ArrayLike<number | string>;
}

/** Entries at either end of an axis that is longer than twice this and one more. */
const edge = 3;

export function isTensor(value: unknown): value is TensorLike {
  if (typeof value !== "object" || value === null) return false;
  const tensor = value as Partial<Record<keyof TensorLike, unknown>>;
  return (
    typeof tensor.dtype === "string" && Array.isArray(tensor.shape) && typeof tensor.dataSync === "function"
  );
}

/** Type, shape and a preview: the first and the last entries along each axis, rows below one another. */
export function tensorText(tensor: TensorLike): string {
  const head = `tensor of ${tensor.dtype}, shape [${tensor.shape.join(", ")}]`;
  if (tensor.isDisposed === true) return `${head}, disposed of`;
  if (tensor.size === 0) return `${head}, empty`;
  const data = tensor.dataSync();
  const cell = (index: number) => {
    const value = data[index] ?? "";
    return typeof value === "string" ? JSON.stringify(value) : short(value);
  };
  const width = Math.max(...picked(tensor.shape, 0, 0).map((index) => cell(index).length));
  return `${head}\n${block(tensor.shape, 0, 0, (index) => cell(index).padStart(width), "")}`;
}

/** Where the entries lie that the preview shows. */
function picked(shape: readonly number[], axis: number, offset: number): number[] {
  const length = shape[axis];
  if (length === undefined) return [offset];
  const stride = shape.slice(axis + 1).reduce((product, next) => product * next, 1);
  return places(length).flatMap((place) =>
    place < 0 ? [] : picked(shape, axis + 1, offset + place * stride),
  );
}

function block(
  shape: readonly number[],
  axis: number,
  offset: number,
  cell: (index: number) => string,
  indent: string,
): string {
  const length = shape[axis];
  if (length === undefined) return cell(offset).trim();
  const stride = shape.slice(axis + 1).reduce((product, next) => product * next, 1);
  const last = axis === shape.length - 1;
  const parts = places(length).map((place) => {
    if (place < 0) return "…";
    return last ? cell(offset + place) : block(shape, axis + 1, offset + place * stride, cell, `${indent} `);
  });
  return `[${parts.join(last ? ", " : `,\n${indent} `)}]`;
}

/** 0, 1, 2, -1 for the gap, then the last three; all where the axis is short. */
function places(length: number): number[] {
  const all = Array.from({ length }, (_, index) => index);
  return length <= 2 * edge + 1 ? all : [...all.slice(0, edge), -1, ...all.slice(-edge)];
}
