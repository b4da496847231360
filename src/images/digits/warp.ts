import type { Digits } from "./digits.js";

/**
 * Where a pixel goes, measured from the middle of the image: its new row is rows[0]·row + rows[1]·column + rows[2], its new
 * column columns[0]·row + columns[1]·column + columns[2].
 */
export interface Affine {
  rows: readonly [number, number, number];
  columns: readonly [number, number, number];
}

/**
 * Every digit moved by an affine map of its own, `affineOf(index)`. Each new pixel looks up where it came from and mixes the four
 * pixels around that place (bilinear, rounded); outside the image is background. The labels are copied.
 *
 * @throws {RangeError} if a map flattens the image to a line
 */
export function warp(digits: Digits, affineOf: (index: number) => Affine): Digits {
  const { count, height, width } = digits;
  const size = height * width;
  const pixels = new Uint8Array(count * size);
  const framed = new Uint8Array((height + 2) * (width + 2)); // one pixel of background around, so no border is a special case
  for (let index = 0; index < count; index++) {
    for (let row = 0; row < height; row++) {
      const from = index * size + row * width;
      framed.set(digits.pixels.subarray(from, from + width), (row + 1) * (width + 2) + 1);
    }
    warpOne(framed, pixels.subarray(index * size, (index + 1) * size), width, inverse(affineOf(index)));
  }
  return { count, height, width, pixels, labels: digits.labels.slice() };
}

function warpOne(framed: Uint8Array, to: Uint8Array, width: number, back: Affine): void {
  const height = to.length / width;
  const stride = width + 2;
  const [middleRow, middleColumn] = [(height - 1) / 2, (width - 1) / 2];
  const [rowByRow, rowByColumn, rowShift] = back.rows;
  const [columnByRow, columnByColumn, columnShift] = back.columns;
  for (let row = 0; row < height; row++) {
    const down = row - middleRow;
    let fromRow = rowByRow * down - rowByColumn * middleColumn + rowShift + middleRow + 1;
    let fromColumn = columnByRow * down - columnByColumn * middleColumn + columnShift + middleColumn + 1;
    for (let column = 0; column < width; column++) {
      if (fromRow >= 0 && fromRow < height + 1 && fromColumn >= 0 && fromColumn < width + 1) {
        const top = Math.floor(fromRow);
        const left = Math.floor(fromColumn);
        const place = top * stride + left;
        const beside = fromColumn - left;
        const upper = (framed[place] as number) * (1 - beside) + (framed[place + 1] as number) * beside;
        const below =
          (framed[place + stride] as number) * (1 - beside) + (framed[place + stride + 1] as number) * beside;
        to[row * width + column] = upper + (below - upper) * (fromRow - top) + 0.5;
      }
      fromRow += rowByColumn;
      fromColumn += columnByColumn;
    }
  }
}

/** The map that leads back. */
function inverse({ rows, columns }: Affine): Affine {
  const determinant = rows[0] * columns[1] - rows[1] * columns[0];
  if (!(Math.abs(determinant) > 1e-9)) {
    throw new RangeError(
      `Cannot warp an image with [${rows}], [${columns}]: it becomes a line. Scale by more than 0.`,
    );
  }
  const [a, b, c, d] = [
    columns[1] / determinant,
    -rows[1] / determinant,
    -columns[0] / determinant,
    rows[0] / determinant,
  ];
  return { rows: [a, b, -a * rows[2] - b * columns[2]], columns: [c, d, -c * rows[2] - d * columns[2]] };
}
