import { moduleOf } from "./assembler.js";
import { columnsByColumns } from "./columnsByColumns.js";
import { plainProducts } from "./plainProducts.js";
import type { Memory, Products } from "./products.js";
import { rowsByColumns } from "./rowsByColumns.js";

/** As much of the platform's WebAssembly as is used here: the project's types are those of no page. */
interface Engine {
  instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: object } }>;
}

const engine = (globalThis as unknown as { WebAssembly: Engine }).WebAssembly;

type Exported = Record<keyof Products, (...given: number[]) => void>;

/**
 * These products over a memory.
 *
 * @param scratch a place with room for eight numbers
 * @param vectors whether the machine has vectors; otherwise the same is done in plain JavaScript
 */
export async function startProducts(memory: Memory, scratch: number, vectors: boolean): Promise<Products> {
  if (!vectors) return plainProducts(memory);
  const code = moduleOf([rowsByColumns, columnsByColumns]);
  const { instance } = await engine.instantiate(code, { host: { memory } });
  const exported = instance.exports as unknown as Exported;
  return {
    rowsByColumns({ a, aRow, aRun, aLine, aImage, runs, length, b, c, cRow, cLine, cImage, ...counts }) {
      const { rows, lines, images, columns, adds } = counts;
      const left = [a, aRow, aRun, aLine, aImage, runs, length] as const;
      const right = [b, c, cRow, cLine, cImage] as const;
      exported.rowsByColumns(...left, ...right, rows, lines, images, columns, Number(adds), scratch);
    },
    columnsByColumns({ a, aStep, aRun, aImage, b, bStep, bRun, bImage, ...others }) {
      const { runs, length, images, c, cRow, rows, columns } = others;
      const [left, right] = [[a, aStep, aRun, aImage] as const, [b, bStep, bRun, bImage] as const];
      exported.columnsByColumns(...left, ...right, runs, length, images, c, cRow, rows, columns, scratch);
    },
  };
}
