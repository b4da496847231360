import { classicalKernels } from "../../arithmetic/kernels.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { pocketImage, pocketNetwork } from "../pocket/pocket.js";

/** Nine weights row by row, each a kernel to begin with. */
export const kernelChoices: Readonly<Record<string, readonly number[]>> = {
  "vertical edge (Sobel x)": classicalKernels.sobelX.flat(),
  "horizontal edge (Sobel y)": classicalKernels.sobelY.flat(),
  "edge all around (Laplacian)": classicalKernels.laplacian.flat(),
  "mean (box blur)": classicalKernels.boxBlur.flat(),
  sharpen: classicalKernels.sharpen.flat(),
  "one to nine": [1, 2, 3, 4, 5, 6, 7, 8, 9],
  "pocket kernel": pocketNetwork.kernel.flat(),
  "nothing yet (all zero)": new Array<number>(9).fill(0),
};

/** Square images of whole numbers from 0 up. */
export const imageChoices: Readonly<Record<string, Matrix>> = {
  "pocket seven, 6x6": pocketImage,
  "one bright pixel, 7x7": Array.from({ length: 7 }, (_, row) =>
    Array.from({ length: 7 }, (_, column) => (row === 3 && column === 3 ? 1 : 0)),
  ),
  "dark to bright, 8x8": Array.from({ length: 8 }, () => [0, 0, 0, 1, 3, 4, 4, 4]),
  "three, 12x12": [
    "000000000000",
    "000278873000",
    "002961149200",
    "000200008500",
    "000000029300",
    "000014896000",
    "000025799200",
    "000000004800",
    "000100002900",
    "004820029600",
    "001699984000",
    "000001100000",
  ].map((line) => [...line].map(Number)),
};
