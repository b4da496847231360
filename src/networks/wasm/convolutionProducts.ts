// A convolution and both its gradients, as products of matrices that are not copied: a window is some runs of numbers.
import type { tf } from "../tf.js";
import type { BackendWasm } from "./backend.js";
import type { Products } from "./code/products.js";
import { fitted, framesOf, type Geometry } from "./geometry.js";
import { composed, numbersOf, type Run } from "./kernel.js";
import { packed } from "./panels.js";
import { type Steps, type WindowLayout, windowLayout } from "./windowLayout.js";

type Info = tf.TensorInfo;

/** What the windows hold times the kernels. For windows whose columns lie side by side. */
export function convolved(
  backend: BackendWasm,
  products: Products,
  geometry: Geometry,
  x: Info,
  filter: Info,
): Info {
  const { filterHeight: runs, filterWidth, inChannels, outChannels: columns } = geometry;
  return composed(backend, (run, keep) => {
    const input = framed(run, geometry, x);
    const layout = windowLayout(geometry, input.shape);
    const length = filterWidth * inChannels;
    const matrix = { first: 0, rows: runs * length, columns, row: columns, column: 1 };
    const kernels = keep(packed(backend, filter, matrix));
    const out = backend.makeOutput(geometry.outShape, "float32");
    const [a, b, c] = [input, kernels, out].map((each) => placeOf(backend, each)) as Three;
    const aRun = layout.weights[1]?.place ?? 0;
    products.rowsByColumns({ ...forward(layout, a, c), aRun, runs, length, b, columns, adds: false });
    return out;
  });
}

/** A weight's gradient: the sum, over all windows, of what lay under it times what came of it. */
export function kernelGradient(
  backend: BackendWasm,
  products: Products,
  geometry: Geometry,
  x: Info,
  dy: Info,
): Info {
  const { filterShape, outChannels: columns } = geometry;
  if (geometry.outShape.includes(0)) return zeros(backend, filterShape);
  return composed(backend, (run) => {
    const input = framed(run, geometry, x);
    const { images, lines, rows, weights } = windowLayout(geometry, input.shape);
    const out = zeros(backend, filterShape);
    const [a, b, c] = [input, dy, out].map((each) => placeOf(backend, each)) as Three;
    const left = { aStep: rows.input, aRun: lines.input, aImage: images.input };
    const right = { b, bStep: rows.output, bRun: lines.output, bImage: images.output };
    const counts = { length: rows.count, runs: lines.count, images: images.count };
    for (const { first, length, place } of weights) {
      const sums = { c: c + 4 * first * columns, cRow: 4 * columns, rows: length, columns };
      products.columnsByColumns({ a: a + place, ...left, ...right, ...counts, ...sums });
    }
    return out;
  });
}

/** An input's gradient: each window spreads what came of it, times its weights, over its pixels. */
export function inputGradient(
  backend: BackendWasm,
  products: Products,
  geometry: Geometry,
  dy: Info,
  filter: Info,
): Info {
  const { batchSize, inHeight, inWidth, inChannels, outChannels } = geometry;
  if (geometry.outShape.includes(0)) return zeros(backend, geometry.inShape);
  const { rows, columns } = framesOf(geometry);
  const shape = [batchSize, inHeight + rows[0] + rows[1], inWidth + columns[0] + columns[1], inChannels];
  const layout = windowLayout(geometry, shape);
  return composed(backend, (run, keep) => {
    const out = keep(zeros(backend, shape));
    const [from, to] = [placeOf(backend, dy), placeOf(backend, out)];
    for (const { first, length, place } of layout.weights) {
      const turned = { rows: outChannels, columns: length, row: 1, column: outChannels };
      const b = placeOf(backend, keep(packed(backend, filter, { first: first * outChannels, ...turned })));
      const spread = { aRun: 0, runs: 1, length: outChannels, b, columns: length, adds: true };
      products.rowsByColumns({ ...back(layout, from, to + place), ...spread });
    }
    return fitted(run, out, [-rows[0], -rows[1]], [-columns[0], -columns[1]]);
  });
}

type Three = [number, number, number];

const placeOf = (backend: BackendWasm, { dataId }: Info) => backend.getMemoryOffset(dataId);

/** The inputs as the windows need them. */
function framed(run: Run, geometry: Geometry, x: Info): Info {
  const { rows, columns } = framesOf(geometry);
  return fitted(run, x, rows, columns);
}

function zeros(backend: BackendWasm, shape: number[]): Info {
  const out = backend.makeOutput(shape, "float32");
  numbersOf(backend, out).fill(0);
  return out;
}

/** From windows to outputs. */
function forward({ images, lines, rows }: WindowLayout, a: number, c: number) {
  return {
    ...{ a, aRow: rows.input, aLine: lines.input, aImage: images.input },
    ...{ c, cRow: rows.output, cLine: lines.output, cImage: images.output },
    ...{ rows: rows.count, lines: lines.count, images: images.count },
  };
}

/** From outputs to windows. */
function back({ images, lines, rows }: WindowLayout, a: number, c: number) {
  const turned = ({ count, input, output }: Steps): Steps => ({ count, input: output, output: input });
  return forward({ images: turned(images), lines: turned(lines), rows: turned(rows), weights: [] }, a, c);
}
