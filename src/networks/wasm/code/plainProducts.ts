import type { ColumnsByColumns, Memory, Products, RowsByColumns } from "./products.js";

/** The products in plain JavaScript, for machines without vectors. Slower, and the same. */
export function plainProducts(memory: Memory): Products {
  return {
    rowsByColumns(given) {
      const numbers = new Float32Array(memory.buffer);
      for (let image = 0; image < given.images; image++)
        for (let line = 0; line < given.lines; line++)
          for (let row = 0; row < given.rows; row++) {
            const a = given.a + image * given.aImage + line * given.aLine + row * given.aRow;
            const c = given.c + image * given.cImage + line * given.cLine + row * given.cRow;
            for (let column = 0; column < given.columns; column++) {
              const sum = rowByColumn(numbers, given, a / 4, column);
              const to = c / 4 + column;
              numbers[to] = given.adds ? (numbers[to] as number) + sum : sum;
            }
          }
    },
    columnsByColumns(given) {
      const numbers = new Float32Array(memory.buffer);
      for (let image = 0; image < given.images; image++)
        for (let row = 0; row < given.rows; row++)
          for (let column = 0; column < given.columns; column++) {
            const a = (given.a + image * given.aImage) / 4 + row;
            const b = (given.b + image * given.bImage) / 4 + column;
            const to = (given.c + row * given.cRow) / 4 + column;
            (numbers[to] as number) += columnByColumn(numbers, given, a, b);
          }
    },
  };
}

function rowByColumn(numbers: Float32Array, given: RowsByColumns, a: number, column: number): number {
  const { runs, length, aRun, b } = given;
  let sum = 0;
  let right = b / 4 + Math.floor(column / 8) * runs * length * 8 + (column % 8);
  for (let run = 0; run < runs; run++)
    for (let k = 0; k < length; k++, right += 8)
      sum += (numbers[a + (run * aRun) / 4 + k] as number) * (numbers[right] as number);
  return sum;
}

function columnByColumn(numbers: Float32Array, given: ColumnsByColumns, a: number, b: number): number {
  const { runs, length, aRun, aStep, bRun, bStep } = given;
  let sum = 0;
  for (let run = 0; run < runs; run++)
    for (let k = 0; k < length; k++) {
      const left = numbers[a + (run * aRun + k * aStep) / 4] as number;
      sum += left * (numbers[b + (run * bRun + k * bStep) / 4] as number);
    }
  return sum;
}
