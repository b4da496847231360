import type { tf } from "../tf.js";
import type { BackendWasm } from "./backend.js";
import { numbersOf } from "./kernel.js";

/** A matrix in memory: where it begins, counted in numbers, and how far apart its rows and its columns are. */
export interface Strides {
  readonly first: number;
  readonly rows: number;
  readonly columns: number;
  readonly row: number;
  readonly column: number;
}

/** A matrix packed for {@link Products.rowsByColumns}: eight columns after eight columns, with zeros at the end. */
export function packed(backend: BackendWasm, source: tf.TensorInfo, matrix: Strides): tf.TensorInfo {
  const { first, rows, columns, row, column } = matrix;
  const panels = Math.ceil(columns / 8);
  const out = backend.makeOutput([panels, rows, 8], "float32");
  const [to, from] = [numbersOf(backend, out), numbersOf(backend, source)];
  if (columns % 8 !== 0) to.fill(0);
  for (let panel = 0; panel < panels; panel++) {
    const wide = Math.min(8, columns - 8 * panel);
    for (let lane = 0; lane < wide; lane++) {
      let [target, origin] = [panel * rows * 8 + lane, first + (8 * panel + lane) * column];
      for (let k = 0; k < rows; k++, target += 8, origin += row) to[target] = from[origin] as number;
    }
  }
  return out;
}
