import { axisWindows, type PerAxis, perAxis } from "./axes.js";
import { type Matrix, sizeOf } from "./matrix.js";
import { requireOptions } from "./options.js";
import { requireWhole } from "./whole.js";
import { type AxisPadding, outputLength, paddingOf } from "./window.js";

/** How a kernel slides over an image: one value for both axes, or `{ rows, columns }`. */
export interface SlideOptions {
  /** Step from one place to the next, in pixels. @default {1} */
  stride?: PerAxis<number>;
  /** Distance between neighbouring weights, in pixels. @default {1} */
  dilation?: PerAxis<number>;
  /** Zeros around the image. @default {"valid"} */
  padding?: PerAxis<AxisPadding>;
}

const known = ["stride", "dilation", "padding"];

/** What TensorFlow.js and Keras call them. */
const elsewhere = { strides: "stride", dilationRate: "dilation" };

/**
 * The sum of products of kernel and image at each place where the kernel fits: `outputLength` rows and columns. This is
 * what networks compute and call convolution.
 *
 * @throws {TypeError} if a matrix is not rows of numbers, or an option has another name
 * @throws {RangeError} if a matrix is empty or ragged or holds NaN, or the kernel does not fit into the padded image
 * @example crossCorrelate([[1, 2, 3]], [[10, 1]]) // [[12, 23]]
 */
export function crossCorrelate(image: Matrix, kernel: Matrix, options: SlideOptions = {}): Matrix {
  requireOptions("cross-correlate", options, known, elsewhere);
  const { height, width } = sizeOf(image, "cross-correlate", "image");
  const kernelSize = sizeOf(kernel, "cross-correlate", "kernel");
  const { rows, columns } = axisWindows({
    ...options,
    kernel: { rows: kernelSize.height, columns: kernelSize.width },
  });
  const outputHeight = outputLength(height, rows);
  const outputWidth = outputLength(width, columns);

  const padded = padImage(image, { rows: paddingOf(height, rows), columns: paddingOf(width, columns) });
  const dilation = { rows: rows.dilation, columns: columns.dilation };
  const output: number[][] = [];
  for (let row = 0; row < outputHeight; row++) {
    const outputRow: number[] = [];
    for (let column = 0; column < outputWidth; column++) {
      outputRow.push(sumOfProducts(padded, kernel, row * rows.stride, column * columns.stride, dilation));
    }
    output.push(outputRow);
  }
  return output;
}

/**
 * Convolution as mathematics defines it: the kernel is turned by 180 degrees, then {@link crossCorrelate}.
 * With `padding: "full"` every overlap counts, as in the textbook sum.
 *
 * @throws {TypeError} if a matrix is not rows of numbers, or an option has another name
 * @throws {RangeError} if a matrix is empty or ragged or holds NaN, or the kernel does not fit into the padded image
 * @example convolve([[1, 2, 3]], [[10, 1]]) // [[21, 32]]
 */
export function convolve(image: Matrix, kernel: Matrix, options: SlideOptions = {}): Matrix {
  requireOptions("convolve", options, known, elsewhere);
  sizeOf(kernel, "convolve", "kernel");
  return crossCorrelate(image, turned(kernel), options);
}

/** The matrix turned by 180 degrees: rows and columns in reverse order. */
export function turned(matrix: Matrix): Matrix {
  return matrix.map((row) => [...row].reverse()).reverse();
}

/**
 * The image with pixels of one value around it: `[before, after]` along each axis, or one number for both sides.
 *
 * @param value of the new pixels. @default {0}
 * @throws {TypeError} if the image is not rows of numbers
 * @throws {RangeError} if it is empty or ragged or holds NaN, or the padding is no whole number from 0
 * @example padImage([[5]], { rows: [0, 1], columns: [1, 0] }) // [[0, 5], [0, 0]]
 */
export function padImage(
  image: Matrix,
  padding: PerAxis<number | readonly [before: number, after: number]>,
  value = 0,
): Matrix {
  const { rows, columns } = perAxis(padding);
  const [above, below] = bothSides(rows);
  const [left, right] = bothSides(columns);
  const { width } = sizeOf(image, "pad", "image");
  const fill = (length: number) => new Array<number>(length).fill(value);
  return [
    ...Array.from({ length: above }, () => fill(left + width + right)),
    ...image.map((row) => [...fill(left), ...row, ...fill(right)]),
    ...Array.from({ length: below }, () => fill(left + width + right)),
  ];
}

function bothSides(padding: number | readonly [before: number, after: number]): readonly [number, number] {
  const [before, after] = Array.isArray(padding) ? padding : [padding, padding];
  requireWhole("pad", { "padding before": before, "padding after": after }, { from: 0 });
  return [before, after];
}

function sumOfProducts(
  image: Matrix,
  kernel: Matrix,
  top: number,
  left: number,
  dilation: { rows: number; columns: number },
): number {
  let sum = 0;
  for (let row = 0; row < kernel.length; row++) {
    const weights = kernel[row] as readonly number[];
    const pixels = image[top + row * dilation.rows] as readonly number[];
    for (let column = 0; column < weights.length; column++) {
      sum += (weights[column] as number) * (pixels[left + column * dilation.columns] as number);
    }
  }
  return sum;
}
