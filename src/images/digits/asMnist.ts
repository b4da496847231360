import { type Matrix, sizeOf } from "../../arithmetic/matrix.js";

// How the digits of MNIST were prepared (LeCun, Bottou, Bengio and Haffner 1998, and the page of the data set): ink
// scaled to fit a 20x20 box with its proportions kept, gray from anti-aliasing, then moved in a 28x28 field so
// that the centre of mass is in the middle. All but 13 of the 60,000 training digits are 20 pixels on their longer side.

const fieldSize = 28;
const boxSize = 20;

/**
 * The smallest part of the image that holds all its ink (pixels above 0).
 *
 * @throws {RangeError} if the image is blank
 * @example cropToInk([[0, 0, 0], [0, 9, 0]]) // [[9]]
 */
export function cropToInk(image: Matrix): Matrix {
  const { width } = sizeOf(image, "crop", "image");
  const inked = (row: readonly number[]) => row.some((pixel) => pixel > 0);
  const columnInked = (column: number) => image.some((row) => (row[column] as number) > 0);
  const top = image.findIndex(inked);
  if (top < 0) throw new RangeError("Cannot crop to the ink: the image is blank. Draw something first.");
  const bottom = image.findLastIndex(inked);
  const columns = Array.from({ length: width }, (_, column) => column).filter(columnInked);
  const left = columns[0] as number;
  const right = columns.at(-1) as number;
  return image.slice(top, bottom + 1).map((row) => row.slice(left, right + 1));
}

/**
 * The ink alone, scaled so that its longer side is 20 pixels and its proportions stay. Each pixel becomes the mean
 * of the area it covers (a simple form of anti-aliasing), so edges turn gray.
 *
 * @throws {RangeError} if the image is blank
 * @see LeCun, Bottou, Bengio and Haffner, *Gradient-based learning applied to document recognition*, 1998, section III-A
 */
export function fitTo20(image: Matrix): Matrix {
  const cropped = cropToInk(image);
  const { height, width } = sizeOf(cropped, "scale", "image");
  const longer = Math.max(height, width);
  const scaled = (side: number) => Math.max(1, Math.round((side * boxSize) / longer));
  return resizeByArea(cropped, scaled(height), scaled(width));
}

/**
 * The ink in a field of 28x28 pixels, moved by whole pixels so that its centre of mass falls on row 14, column 14
 * (counted from 0, within half a pixel), or as near as it can without losing ink.
 *
 * @throws {RangeError} if the image is blank, or its ink larger than the field
 */
export function centreByMass(image: Matrix): Matrix {
  const cropped = cropToInk(image);
  const { height, width } = sizeOf(cropped, "centre", "image");
  let mass = 0;
  let rowMoment = 0;
  let columnMoment = 0;
  for (const [row, pixels] of cropped.entries()) {
    for (const [column, pixel] of pixels.entries()) {
      mass += pixel;
      rowMoment += pixel * row;
      columnMoment += pixel * column;
    }
  }
  const middle = fieldSize / 2;
  const placed = (centre: number, side: number) =>
    Math.max(0, Math.min(fieldSize - side, Math.round(middle - centre)));
  return placeAt(cropped, placed(rowMoment / mass, height), placed(columnMoment / mass, width));
}

/**
 * The image in an empty field of 28x28 pixels, its first pixel at this row and column.
 *
 * @throws {RangeError} if it sticks out
 */
export function placeAt(image: Matrix, top: number, left: number): Matrix {
  const { height, width } = sizeOf(image, "place", "image");
  if (!(top >= 0 && left >= 0 && top + height <= fieldSize && left + width <= fieldSize)) {
    throw new RangeError(
      `Cannot place an image of ${height}x${width} at row ${top}, column ${left} of ${fieldSize}x${fieldSize} pixels: ` +
        "it sticks out. Make it smaller, or scale it with fitTo20 first.",
    );
  }
  return onField(image, fieldSize, top, left);
}

/** The image on an empty field of side x side pixels, its first pixel at this row and column; what sticks out is left off. */
export function onField(image: Matrix, side: number, top: number, left: number): Matrix {
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column) => image[row - top]?.[column - left] ?? 0),
  );
}

/** The image at another size, each new pixel the mean of the old area under it. */
function resizeByArea(image: Matrix, height: number, width: number): Matrix {
  const rows = covers(image.length, height);
  const columns = covers((image[0] as readonly number[]).length, width);
  return rows.map((above) =>
    columns.map((beside) => {
      let sum = 0;
      for (const [row, rowShare] of above) {
        for (const [column, share] of beside) sum += rowShare * share * (image[row]?.[column] as number);
      }
      return Math.round(sum);
    }),
  );
}

/** For each of `to` new pixels along an axis: the old pixels it covers, with their shares, which sum to 1. */
function covers(from: number, to: number): (readonly [index: number, share: number])[][] {
  return Array.from({ length: to }, (_, place) => {
    const start = (place * from) / to;
    const end = ((place + 1) * from) / to;
    const shares: (readonly [number, number])[] = [];
    for (let index = Math.floor(start); index < Math.min(from, Math.ceil(end)); index++) {
      shares.push([index, (Math.min(end, index + 1) - Math.max(start, index)) / (end - start)]);
    }
    return shares;
  });
}
