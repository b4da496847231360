import { type Digits, requireGray } from "../../../images/images.js";

/** Pixels above this, of 255, belong to the ink when its size is measured: soft edges of a stroke do not. */
const inkFrom = 64;

/** The longer side of the ink after {@link frameInk}, as a share of the field: MNIST's 20 of 28 pixels. */
const inkShare = 20 / 28;

/**
 * Every image as MNIST's makers would have framed it: its ink scaled so that the longer side of its box takes 20/28 of the
 * field, its centre of mass moved to the middle of the field. Both by fractions of a pixel: each new pixel is read between
 * four old ones. A blank image stays blank. `drawingExplorer` does the same in its specification.
 *
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 5 });
 * frameInk(shift(test, { rows: 4, columns: 0 })).count // 5 digits, in the middle again
 */
export function frameInk(digits: Digits): Digits {
  requireGray(digits, "frame");
  const { count, height, width, labels } = digits;
  const size = height * width;
  const pixels = new Uint8Array(digits.pixels.length);
  for (let index = 0; index < count; index++) {
    const image = digits.pixels.subarray(index * size, (index + 1) * size);
    const { step, row, column } = frameOf(image, height, width);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const from = row + (y - (height - 1) / 2) * step;
        const value = between(image, height, width, from, column + (x - (width - 1) / 2) * step);
        pixels[index * size + y * width + x] = Math.round(value);
      }
    }
  }
  return { count, height, width, pixels, labels };
}

/** Old pixels for each new one, and the place in the old image that comes to the middle. */
function frameOf(image: Uint8Array, height: number, width: number) {
  let [mass, rows, columns] = [0, 0, 0];
  let [top, bottom, left, right] = [height, -1, width, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ink = image[y * width + x] as number;
      mass += ink;
      rows += ink * y;
      columns += ink * x;
      if (ink <= inkFrom) continue;
      top = Math.min(top, y);
      bottom = y;
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
  }
  const longer = Math.max(bottom - top, right - left) + 1;
  if (longer < 1) return { step: 1, row: (height - 1) / 2, column: (width - 1) / 2 };
  return { step: longer / (inkShare * Math.max(height, width)), row: rows / mass, column: columns / mass };
}

/** The value between the four pixels around a place, which are background outside the image. */
export function between(
  image: Uint8Array,
  height: number,
  width: number,
  row: number,
  column: number,
): number {
  const top = Math.floor(row);
  const left = Math.floor(column);
  const right = column - left;
  const above = betweenTwo(image, height, width, top, left, right);
  const below = betweenTwo(image, height, width, top + 1, left, right);
  return above + (below - above) * (row - top);
}

function betweenTwo(
  image: Uint8Array,
  height: number,
  width: number,
  row: number,
  left: number,
  right: number,
) {
  if (row < 0 || row >= height) return 0;
  const here = left >= 0 && left < width ? (image[row * width + left] as number) : 0;
  const next = left >= -1 && left < width - 1 ? (image[row * width + left + 1] as number) : 0;
  return here + (next - here) * right;
}
