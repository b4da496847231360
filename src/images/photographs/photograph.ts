import type { Matrix } from "../../arithmetic/matrix.js";
import { readDataNow } from "../../platform/data.js";
import { readPng } from "../../platform/png.js";

/**
 * A photograph to try kernels on: a cat's face, 96x96 gray values from 0 (black) to 255 (white). It comes with the
 * project; where it is from is told in `data/photographs/README.md`.
 *
 * @throws {Error} if the file is missing or damaged
 * @example grayPhotograph().length // 96 rows
 */
export function grayPhotograph(): Matrix {
  try {
    const { width, height, data } = readPng(readDataNow("photographs/chelsea.png"));
    // It gives red, green, blue and opacity, the first three alike.
    return Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_, column) => data[4 * (row * width + column)] as number),
    );
  } catch (cause) {
    throw new Error(
      "Cannot read the photograph: data/photographs/chelsea.png. Restore data/photographs from the repository.",
      {
        cause,
      },
    );
  }
}
