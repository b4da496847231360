import { axisWindows, type PerAxis } from "./axes.js";
import { type Matrix, sizeOf } from "./matrix.js";
import { requireOptions } from "./options.js";
import { mean } from "./statistics/statistics.js";
import { requireWhole } from "./whole.js";
import { type AxisPadding, type AxisWindow, outputLength, paddingOf } from "./window.js";

/** How a pooling window slides: one value for both axes, or `{ rows, columns }`. */
export interface PoolWindow {
  /** Height and width of the window, in pixels. */
  size: PerAxis<number>;
  /** Step from one place to the next: as long as the size, so that windows lie side by side. @default {size} */
  stride?: PerAxis<number>;
  /** Pixels around the image. Each side must be smaller than the size, so that every window sees a real pixel. @default {"valid"} */
  padding?: PerAxis<AxisPadding>;
}

/**
 * The largest pixel of each window. Padding is minus infinity and so never wins.
 *
 * @throws {TypeError} if the image is not rows of numbers, or an option has another name
 * @throws {RangeError} if it is empty or ragged or holds NaN, the window does not fit, or padding is not below the size
 * @example maxPool([[1, 5, 2, 0]], { size: { rows: 1, columns: 2 } }) // [[5, 2]]
 */
export function maxPool(image: Matrix, window: PoolWindow): Matrix {
  return pool(image, window, maximum);
}

/**
 * The mean of each window. Divides by the real pixels in it, padding not counted, as TensorFlow does.
 *
 * @throws {TypeError} if the image is not rows of numbers, or an option has another name
 * @throws {RangeError} if it is empty or ragged or holds NaN, the window does not fit, or padding is not below the size
 * @example averagePool([[1, 5, 2, 0]], { size: { rows: 1, columns: 2 } }) // [[3, 1]]
 */
export function averagePool(image: Matrix, window: PoolWindow): Matrix {
  return pool(image, window, mean);
}

/**
 * The mean of all pixels: a feature map as one number.
 *
 * @throws {TypeError} if the image is not rows of numbers
 * @throws {RangeError} if it is empty or ragged or holds NaN
 * @example globalAverage([[1, 2], [3, 6]]) // 3
 * @see Lin, Chen and Yan, *Network in network*, 2014
 */
export function globalAverage(image: Matrix): number {
  sizeOf(image, "average", "image");
  return mean(image.flat());
}

function pool(image: Matrix, window: PoolWindow, reduce: (pixels: readonly number[]) => number): Matrix {
  requireOptions("pool", window, ["size", "stride", "padding"], { poolSize: "size", strides: "stride" });
  const { height, width } = sizeOf(image, "pool", "image");
  const { size, stride = size, padding } = window;
  const { rows, columns } = axisWindows({ kernel: size, stride, padding });
  const [above] = poolPadding(height, rows);
  const [before] = poolPadding(width, columns);
  const outputHeight = outputLength(height, rows);
  const outputWidth = outputLength(width, columns);

  const output: number[][] = [];
  for (let row = 0; row < outputHeight; row++) {
    const outputRow: number[] = [];
    for (let column = 0; column < outputWidth; column++) {
      const top = row * rows.stride - above;
      const left = column * columns.stride - before;
      outputRow.push(reduce(realPixels(image, top, left, rows.kernel, columns.kernel)));
    }
    output.push(outputRow);
  }
  return output;
}

/** `paddingOf`, but refused unless each side is smaller than the window. */
export function poolPadding(length: number, axis: AxisWindow): [before: number, after: number] {
  requireWhole("pool", { size: axis.kernel }, { from: 1 });
  const [before, after] = paddingOf(length, axis);
  if (before >= axis.kernel || after >= axis.kernel) {
    throw new RangeError(
      `Cannot pool with padding [${before}, ${after}] and size ${axis.kernel}: a window would see padding only. ` +
        "Use padding smaller than the size.",
    );
  }
  return [before, after];
}

/** The pixels of one window that lie inside the image. */
function realPixels(
  image: Matrix,
  top: number,
  left: number,
  height: number,
  width: number,
): readonly number[] {
  const pixels: number[] = [];
  const bottom = Math.min(top + height, image.length);
  for (let row = Math.max(0, top); row < bottom; row++) {
    const values = image[row] as readonly number[];
    const right = Math.min(left + width, values.length);
    for (let column = Math.max(0, left); column < right; column++) pixels.push(values[column] as number);
  }
  return pixels;
}

function maximum(values: readonly number[]): number {
  return values.reduce((largest, value) => Math.max(largest, value), -Infinity);
}
