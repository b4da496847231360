import type { Matrix } from "./matrix.js";

/**
 * Kernels that people designed before networks learned them, as 3x3 weights for {@link crossCorrelate}.
 * The blurs sum to 1 and keep the brightness; the edge detectors (Sobel, Laplacian) sum to 0.
 *
 * `sobelX` answers to brightness rising to the right, `sobelY` to brightness rising downwards.
 *
 * @example crossCorrelate([[0, 0, 9], [0, 0, 9], [0, 0, 9]], classicalKernels.sobelX) // [[36]]
 */
export const classicalKernels: {
  readonly identity: Matrix;
  readonly boxBlur: Matrix;
  readonly gaussianBlur: Matrix;
  readonly sharpen: Matrix;
  readonly sobelX: Matrix;
  readonly sobelY: Matrix;
  readonly laplacian: Matrix;
  readonly emboss: Matrix;
} = {
  identity: [
    [0, 0, 0],
    [0, 1, 0],
    [0, 0, 0],
  ],
  boxBlur: [
    [1 / 9, 1 / 9, 1 / 9],
    [1 / 9, 1 / 9, 1 / 9],
    [1 / 9, 1 / 9, 1 / 9],
  ],
  gaussianBlur: [
    [1 / 16, 2 / 16, 1 / 16],
    [2 / 16, 4 / 16, 2 / 16],
    [1 / 16, 2 / 16, 1 / 16],
  ],
  sharpen: [
    [0, -1, 0],
    [-1, 5, -1],
    [0, -1, 0],
  ],
  sobelX: [
    [-1, 0, 1],
    [-2, 0, 2],
    [-1, 0, 1],
  ],
  sobelY: [
    [-1, -2, -1],
    [0, 0, 0],
    [1, 2, 1],
  ],
  laplacian: [
    [0, 1, 0],
    [1, -4, 1],
    [0, 1, 0],
  ],
  emboss: [
    [-2, -1, 0],
    [-1, 1, 1],
    [0, 1, 2],
  ],
};
