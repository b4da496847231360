import { convolve, crossCorrelate } from "../../../arithmetic/correlate.js";
import type { Matrix } from "../../../arithmetic/matrix.js";
import type { ExerciseContent } from "../../exercise/content.js";
import { matrixIn, matrixText, sameMatrix } from "../../exercise/matrices.js";

type Rule = (image: Matrix, kernel: Matrix) => Matrix;

const cases: readonly (readonly [image: Matrix, kernel: Matrix])[] = [
  [[[1, 2, 0, 1], [0, 3, 1, 2], [4, 0, 2, 1], [1, 1, 5, 0]], [[1, 0, 2], [0, -1, 1], [3, 0, 0]]],
  [[[1, 2, 3, 4, 5], [5, 0, 1, 0, 2], [1, 1, 0, 3, 1], [2, 4, 6, 8, 1]], [[1, 2, 0], [0, 1, -1]]],
  [[[3, 1, 2], [4, 1, 5]], [[2]]],
  [[[1, 2], [3, 4], [5, 6]], [[1], [10], [100]]],
]; // biome-ignore format: matrices

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

/** What people write instead, told by its results. */
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [convolve, "Your kernel is turned by 180 degrees: that is a convolution as mathematics defines it. Networks lay the kernel on as it is: `image[row + i][column + j] * kernel[i][j]`."],
  [dropLast, "One row and one column are missing at the end. Along 4 pixels a window of 3 stands at 4 - 3 + 1 places."],
  [carried, "Every number holds the sums before it as well. Set `sum` back to 0 at each place."],
  [(image, kernel) => crossCorrelate(image, kernel, { padding: "same" }), "Your output is as large as the image, with zeros outside. Here the window stays inside: only places where the whole kernel fits."],
  [(image, kernel) => crossCorrelate(image, kernel).map((row) => row.map((value) => Math.max(0, value))), "The sums are right, but negative ones have become 0. ReLU is a step of its own, after this one."],
  [(image, kernel) => crossCorrelate(image, kernel, { stride: Math.min(kernel.length, 2) }), "Your window jumps. Move it by one pixel at a time."],
]; // biome-ignore format: pairs

export const ownCorrelate: ExerciseContent = {
  title: "A correlation for every size",
  check(answer) {
    if (typeof answer !== "function") {
      return { message: "Pass the function itself: `check(correlate)`, without brackets behind its name." };
    }
    const given = cases.map(([image, kernel]) => {
      const own = [image, kernel].map((matrix) => matrix.map((row) => [...row])) as [number[][], number[][]];
      const raw: unknown = answer(...own);
      return {
        raw,
        result: matrixIn(raw),
        changed: !sameMatrix(own[0], image) || !sameMatrix(own[1], kernel),
      };
    });
    const matches = (rule: Rule) =>
      cases.every(([image, kernel], index) => {
        const wanted = rule(image, kernel);
        // A rule that leaves nothing of a small case is told by the others.
        return !wanted[0]?.length || sameMatrix(given[index]?.result ?? [], wanted);
      });
    if (matches((image, kernel) => crossCorrelate(image, kernel))) {
      if (given.some(({ changed }) => changed))
        return {
          message: "The result is right, but the image or the kernel itself was changed. Build new rows.",
        };
      return true;
    }
    const raw = given.map((each) => each.raw);
    if (raw.every((each) => each === undefined))
      return { message: "The function returns nothing. Is a `return` missing?" };
    const known = mistakes.find(([rule]) => matches(rule));
    if (known !== undefined) return { message: known[1] };
    return firstDifference(given.map(({ result }) => result));
  },
  because:
    "Two loops for the place, two for the kernel. `crossCorrelate` is these four loops, with padding, stride and a check of what goes in.",
  hints: [
    "How many rows has the output? As many as there are places for the window: image height - kernel height + 1. The same for columns, with the widths.",
    "For every row and column of the output: `let sum = 0`, then for every i and j of the kernel `sum += image[row + i][column + j] * kernel[i][j]`.",
  ],
  solution:
    "```\nfunction correlate(image: number[][], kernel: number[][]) {\n  const output: number[][] = [];\n  for (let row = 0; row + kernel.length <= image.length; row++) {\n    output.push([]);\n    for (let column = 0; column + kernel[0].length <= image[0].length; column++) {\n      let sum = 0;\n      kernel.forEach((weights, i) =>\n        weights.forEach((weight, j) => { sum += weight * image[row + i][column + j]; }));\n      output[row].push(sum);\n    }\n  }\n  return output;\n}\n```",
};

function firstDifference(results: readonly (number[][] | undefined)[]): { message: string } {
  const at = cases.findIndex(([image, kernel], index) => {
    return !sameMatrix(results[index] ?? [], crossCorrelate(image, kernel));
  });
  const [image, kernel] = cases[at] as (typeof cases)[number];
  const wanted = crossCorrelate(image, kernel);
  const result = results[at];
  const sizes = `a ${sizeText(image)} image and a ${sizeText(kernel)} kernel`;
  if (result === undefined)
    return { message: `For ${sizes} the function must return rows of numbers, all equally long.` };
  if (sizeText(result) !== sizeText(wanted)) {
    return {
      message: `For ${sizes} it returns ${sizeText(result)} numbers; there are ${sizeText(wanted)} places. Heights and widths may differ.`,
    };
  }
  if (result.flat().some(Number.isNaN)) {
    return {
      message: `For ${sizes} there is a NaN in the output: the window reads outside the image. Are height and width mixed up?`,
    };
  }
  return {
    message: `For the image ${matrixText(image)} and the kernel ${matrixText(kernel)} it returns ${matrixText(result)}; expected is ${matrixText(wanted)}.`,
  };
}

function sizeText(matrix: Matrix): string {
  return `${matrix.length}x${matrix[0]?.length ?? 0}`;
}
