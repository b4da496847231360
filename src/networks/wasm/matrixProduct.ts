// Products of matrices of which one is to be turned, as the gradients of dense layers are. The backend multiplies these number by
// number, ten times slower than others.

import type { tf } from "../tf.js";
import type { BackendWasm } from "./backend.js";
import { composed, type Kernel, numbersOf, register, registered } from "./kernel.js";

/** Registers the product that turns its matrices first. */
export function registerMatrixProduct(): void {
  register("BatchMatMul", turningFirst(registered("BatchMatMul")));
}

function turningFirst(stock: Kernel): Kernel {
  return (call) => {
    const { inputs, attrs, backend } = call;
    if (!attrs.transposeA && !attrs.transposeB) return stock(call);
    return composed(backend, (_, keep) => {
      const { a, b } = inputs as Record<"a" | "b", tf.TensorInfo>;
      const turned = {
        a: attrs.transposeA ? keep(transposed(backend, a)) : a,
        b: attrs.transposeB ? keep(transposed(backend, b)) : b,
      };
      return stock({ backend, inputs: turned, attrs: { transposeA: false, transposeB: false } });
    });
  };
}

/** Each matrix `[rows, columns]` of a tensor `[…, rows, columns]` as `[columns, rows]`. The caller disposes it. */
export function transposed(backend: BackendWasm, x: tf.TensorInfo): tf.TensorInfo {
  const [columns = 1, rows = 1, ...batch] = [...x.shape].reverse();
  const out = backend.makeOutput([...batch.reverse(), columns, rows], x.dtype);
  const [to, from] = [numbersOf(backend, out), numbersOf(backend, x)];
  for (let start = 0; start < from.length; start += rows * columns) {
    for (let column = 0; column < columns; column++) {
      let at = start + column;
      for (let row = 0; row < rows; row++, at += columns)
        to[start + column * rows + row] = from[at] as number;
    }
  }
  return out;
}
