import type { TensorLike } from "../../notebook/tensor.js";
import { inspect } from "../run/inspection.js";

/** Tensors with more values than these show none of them in one line: to copy them takes its time. */
const most = 100_000;

const brief = {
  depth: 4,
  breakLength: Number.POSITIVE_INFINITY,
  compact: true,
  maxArrayLength: 8,
};

/** A list that is made as it is read. */
export interface Rows {
  readonly length: number;
  at(index: number): unknown;
}

/** Type, shape and, of one that is not too long, its first values. */
export function tensorBriefly(tensor: TensorLike): string {
  const { dtype, shape, size } = tensor;
  const head = `tensor ${dtype} [${shape.join(", ")}]`;
  if (tensor.isDisposed === true) return `${head}, disposed of`;
  if (size > most) return `${head}, ${size.toLocaleString("en")} values`;
  return `${head} ${inspect(listOf(tensor.dataSync(), shape, 0), brief)}`;
}

/** The rows of a tensor, as lists within lists; undefined for a single value. */
export function rowsOf({ shape, dataSync }: TensorLike, data: ReturnType<typeof dataSync>): Rows | undefined {
  const [length, ...inner] = shape;
  if (length === undefined) return undefined;
  const size = inner.reduce((product, next) => product * next, 1);
  return { length, at: (row) => listOf(data, inner, row * size) };
}

function listOf(data: ArrayLike<number | string>, shape: readonly number[], offset: number): unknown {
  const [length, ...inner] = shape;
  if (length === undefined) return data[offset];
  const size = inner.reduce((product, next) => product * next, 1);
  if (inner.length === 0) return Array.prototype.slice.call(data, offset, offset + length);
  return Array.from({ length }, (_, row) => listOf(data, inner, offset + row * size));
}
