import { isPlain } from "./named.js";
import { type Values, valuesIn } from "./values.js";

/** How many rows and columns a matrix should have. */
export interface Size {
  readonly height: number;
  readonly width: number;
}

/**
 * Rows of numbers, from nested lists, typed rows, lines of text or a tensor such as `[2, 2]`, `[1, 2, 2, 1]` or `[2, 2, 1, 1]`; where
 * the size is known, also all in a row. Undefined for anything else. No rows at all are an empty matrix.
 */
export function matrixIn(answer: unknown, size?: Size): number[][] | undefined {
  const only = isPlain(answer) ? Object.values(answer) : [];
  const values = valuesIn(answer) ?? (only.length === 1 ? valuesIn(only[0]) : undefined);
  if (values === undefined) return undefined;
  if (size !== undefined && isRow(values) && values.numbers.length === size.height * size.width)
    return rowsOf(values.numbers, size.height, size.width);
  const [height, width = 0] = sidesOf(values.shape) ?? [];
  return height === undefined ? undefined : rowsOf(values.numbers, height, width);
}

/** Numbers in a row as rows of so many. */
export function rowsOf(values: readonly number[], height: number, width: number): number[][] {
  return Array.from({ length: height }, (_, row) => values.slice(row * width, (row + 1) * width));
}

function isRow({ shape }: Values): boolean {
  return shape.filter((length) => length !== 1).length === 1;
}

/** Height and width, without the axes of length 1 that batches, channels and filters leave. */
function sidesOf(shape: readonly number[]): readonly number[] | undefined {
  if (shape.length === 1) return shape[0] === 0 ? [0, 0] : undefined;
  if (shape.length === 4 && shape[0] === 1 && shape[3] === 1) return shape.slice(1, 3);
  let sides = shape;
  while (sides.length > 2) {
    if (sides.at(-1) === 1) sides = sides.slice(0, -1);
    else if (sides[0] === 1) sides = sides.slice(1);
    else return undefined;
  }
  return sides.length === 2 ? sides : undefined;
}
