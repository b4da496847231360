// Products of matrices of which one is to be turned, as the gradients of dense layers are. The backend multiplies these number by
// number, ten times slower than others.

import type { tf } from "../tf.js";
import type { BackendWasm } from "./backend.js";
import type { Products } from "./code/products.js";
import { composed, type Kernel, numbersOf, register, registered } from "./kernel.js";
import { packed } from "./panels.js";

/** Registers the product that reads its matrices as they are to be turned. */
export function registerMatrixProduct(products: Products): void {
  register("BatchMatMul", readingTurned(products, registered("BatchMatMul")));
}

function readingTurned(products: Products, stock: Kernel): Kernel {
  return (call) => {
    const { inputs, attrs, backend } = call;
    const { a, b } = inputs as Record<"a" | "b", tf.TensorInfo>;
    const { transposeA, transposeB } = attrs;
    if (transposeA === transposeB || !isOneEach(a, b)) return stock(call);
    return transposeA ? columnsByColumns(backend, products, a, b) : rowsByRows(backend, products, a, b);
  };
}

/** How many numbers are summed at once, so that they stay in the cache. */
const chunk = 64;

function columnsByColumns(backend: BackendWasm, products: Products, a: tf.TensorInfo, b: tf.TensorInfo) {
  const [depth, rows, columns] = [a.shape.at(-2), a.shape.at(-1), b.shape.at(-1)] as Three;
  const out = backend.makeOutput([...a.shape.slice(0, -2), rows, columns], "float32");
  numbersOf(backend, out).fill(0);
  const [left, right, c] = [a, b, out].map(({ dataId }) => backend.getMemoryOffset(dataId)) as Three;
  const [whole, rest] = [Math.floor(depth / chunk), depth % chunk];
  const steps = { aStep: 4 * rows, bStep: 4 * columns, aRun: 0, bRun: 0, runs: 1 };
  const far = { aImage: 4 * chunk * rows, bImage: 4 * chunk * columns };
  const sums = { ...steps, ...far, c, cRow: 4 * columns, rows, columns };
  products.columnsByColumns({ ...sums, a: left, b: right, length: chunk, images: whole });
  const [a2, b2] = [left + whole * far.aImage, right + whole * far.bImage];
  products.columnsByColumns({ ...sums, a: a2, b: b2, length: rest, images: 1 });
  return out;
}

function rowsByRows(backend: BackendWasm, products: Products, a: tf.TensorInfo, b: tf.TensorInfo) {
  const [rows, depth, columns] = [a.shape.at(-2), a.shape.at(-1), b.shape.at(-2)] as Three;
  return composed(backend, (_, keep) => {
    const turned = keep(packed(backend, b, { first: 0, rows: depth, columns, row: 1, column: depth }));
    const out = backend.makeOutput([...a.shape.slice(0, -2), rows, columns], "float32");
    const [left, right, c] = [a, turned, out].map(({ dataId }) => backend.getMemoryOffset(dataId)) as Three;
    products.rowsByColumns({
      ...{ a: left, aRow: 4 * depth, aRun: 0, runs: 1, length: depth, b: right },
      ...{ c, cRow: 4 * columns, rows, columns, adds: false },
      ...{ lines: 1, aLine: 0, cLine: 0, images: 1, aImage: 0, cImage: 0 },
    });
    return out;
  });
}

type Three = [number, number, number];

/** Whether there is one matrix on each side. */
function isOneEach(a: tf.TensorInfo, b: tf.TensorInfo): boolean {
  return (
    [a, b].every(({ shape }) => shape.slice(0, -2).every((length) => length === 1)) &&
    a.shape.length === b.shape.length
  );
}
