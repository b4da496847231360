import { convolve, crossCorrelate } from "../../../arithmetic/correlate.js";
import type { Matrix } from "../../../arithmetic/matrix.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { rowsOfNumbers } from "../../exercise/checks/kinds.js";
import { sizeText } from "../../exercise/checks/written.js";
import type { ExerciseContent } from "../../exercise/content.js";
import { transposed } from "./matrices.js";

type Rule = (image: Matrix, kernel: Matrix) => Matrix;

const cases: readonly [image: Matrix, kernel: Matrix][] = [
  [[[1, 2, 0, 1], [0, 3, 1, 2], [4, 0, 2, 1], [1, 1, 5, 0]], [[1, 0, 2], [0, -1, 1], [3, 0, 0]]],
  [[[1, 2, 3, 4, 5], [5, 0, 1, 0, 2], [1, 1, 0, 3, 1], [2, 4, 6, 8, 1]], [[1, 2, 0], [0, 1, -1]]],
  [[[3, 1, 2], [4, 1, 5]], [[2]]],
  [[[1, 2], [3, 4], [5, 6]], [[1], [10], [100]]],
  [[[4, 1, 3]], [[1, -1]]],
]; // biome-ignore format: matrices

/** The four loops with a mistake in them: in the weight, the pixel or the number of places. Past a list's end it fails as theirs do. */
const looped =
  ({
    weight = (kernel: Matrix, i: number, j: number) => (kernel[i] as readonly number[])[j] as number,
    pixel = (image: Matrix, row: number, i: number, column: number, j: number) =>
      (image[row + i] as readonly number[])[column + j] as number,
    less = (side: number) => side - 1,
  }): Rule =>
  (image, kernel) => {
    const [height, width] = [kernel.length, (kernel[0] ?? []).length];
    const [rows, columns] = [image.length - less(height), (image[0] ?? []).length - less(width)];
    const sumAt = (row: number, column: number) =>
      kernel.reduce(
        (sum, line, i) =>
          line.reduce((s, _, j) => s + weight(kernel, i, j) * pixel(image, row, i, column, j), sum),
        0,
      );
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => sumAt(row, column)),
    );
  };
const kernelLyingDown = looped({
  weight: (kernel, i, j) => (kernel[j] as readonly number[])[i] as number,
});
const standingStill = looped({
  pixel: (image, _, i, __, j) => (image[i] as readonly number[])[j] as number,
});
const overTheEdge = looped({ less: () => 0 });

const dropLast: Rule = (image, kernel) =>
  crossCorrelate(image, kernel)
    .slice(0, -1)
    .map((row) => row.slice(0, -1));
const carried: Rule = (image, kernel) => {
  let sum = 0;
  const added = (value: number) => {
    sum += value;
    return sum;
  };
  return crossCorrelate(image, kernel).map((row) => row.map(added));
};

/** The rows and columns of the output, exchanged. */
const lyingDown: Rule = (image, kernel) => transposed(crossCorrelate(image, kernel));

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [convolve, "Your kernel is turned by 180 degrees: that is a convolution as mathematics defines it. Networks lay the kernel on as it is: `image[row + i][column + j] * kernel[i][j]`."],
  [dropLast, "One row and one column are missing at the end. Along 4 pixels a window of 3 stands at 4 - 3 + 1 places."],
  [carried, "Every number holds the sums before it as well. Set `sum` back to 0 at each place."],
  [kernelLyingDown, "The weights of the kernel are read with rows and columns exchanged: row i and column j is `kernel[i][j]`."],
  [standingStill, "Your window never moves. At each place it begins anew: `image[row + i][column + j]`."],
  [overTheEdge, "Your window runs over the edge, where there are no pixels. It stops where its end meets the image's: `row + kernel.length <= image.length`, and the same for columns."],
  [lyingDown, "The sums are right, but rows and columns are exchanged: one row of the output for each row of places."],
  [(image, kernel) => crossCorrelate(image, kernel, { padding: "same" }), "Your output is as large as the image, with zeros outside. Here the window stays inside: only places where the whole kernel fits."],
  [(image, kernel) => crossCorrelate(image, kernel).map((row) => row.map((value) => Math.max(0, value))), "The sums are right, but negative ones have become 0. ReLU is a step of its own, after this one."],
  [(image, kernel) => crossCorrelate(image, kernel, { stride: Math.min(kernel.length, 2) }), "Your window jumps. Move it by one pixel at a time."],
]; // biome-ignore format: pairs

export const ownCorrelate: ExerciseContent = {
  title: "A correlation for every size",
  check: functionCheck<[Matrix, Matrix], Matrix>({
    name: "correlate",
    takes: ["image", "kernel"],
    cases,
    returns: rowsOfNumbers,
    right: (image, kernel) => crossCorrelate(image, kernel),
    mistakes,
    hintAt: (value, wanted, _, kernel) => {
      const [height, width] = [kernel.length, (kernel[0] ?? []).length];
      if (height !== width)
        return `This kernel is ${height} high and ${width} wide: \`kernel.length\` is the height, \`kernel[0].length\` the width.`;
      return sizeText(value) === sizeText(wanted)
        ? undefined
        : "There is one for each place. Heights and widths may differ.";
    },
  }),
  because:
    "Two loops for the place, two for the kernel. `crossCorrelate` is these four loops, with padding, stride and a check of what goes in.",
  hints: [
    "How many rows has the output? As many as there are places for the window: image height - kernel height + 1. The same for columns, with the widths.",
    "For every row and column of the output: `let sum = 0`, then for every i and j of the kernel `sum += image[row + i][column + j] * kernel[i][j]`.",
  ],
  solution:
    "```\nfunction correlate(image: number[][], kernel: number[][]) {\n  const output: number[][] = [];\n  for (let row = 0; row + kernel.length <= image.length; row++) {\n    output.push([]);\n    for (let column = 0; column + kernel[0].length <= image[0].length; column++) {\n      let sum = 0;\n      kernel.forEach((weights, i) =>\n        weights.forEach((weight, j) => { sum += weight * image[row + i][column + j]; }));\n      output[row].push(sum);\n    }\n  }\n  return output;\n}\n```",
};
