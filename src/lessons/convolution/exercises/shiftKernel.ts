import { sameMatrix } from "../../exercise/answers/compare.js";
import type { ExerciseContent } from "../../exercise/content.js";
import { kernelIn, negated, transposed } from "./matrices.js";

/** The kernel with a single 1. */
const oneAt = (row: number, column: number) =>
  [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === row && j === column ? 1 : 0)));
const right = oneAt(1, 0);

const mistakes: readonly (readonly [kernel: number[][], message: string])[] = [
  [oneAt(1, 2), "This moves the picture to the left: each output pixel takes what lies to its right. (For `convolve`, which turns the kernel first, it would be the answer.)"],
  [oneAt(1, 1), "This takes the pixel in the middle, so nothing moves."],
  [oneAt(0, 1), "This moves the picture down: each output pixel takes what lies above."],
  [oneAt(2, 1), "This moves the picture up: each output pixel takes what lies below."],
  [oneAt(0, 0), "This moves the picture to the right and down as well."],
  [oneAt(2, 0), "This moves the picture to the right and up as well."],
  [oneAt(0, 2), "This moves the picture to the left and down."],
  [oneAt(2, 2), "This moves the picture to the left and up."],
]; // biome-ignore format: pairs

export const kernelThatShifts: ExerciseContent = {
  title: "A kernel that moves the picture",
  check(answer) {
    const kernel = kernelIn(answer);
    if ("message" in kernel) return kernel;
    if (sameMatrix(kernel, right)) return true;
    const known = mistakes.find(([wrong]) => sameMatrix(kernel, wrong));
    if (known !== undefined) return { message: known[1] };
    if (sameMatrix(kernel, negated(right)))
      return { message: "The place is right, but every pixel comes out negative. Copying is times 1." };
    if (
      sameMatrix(
        kernel,
        transposed([
          [-1, -1, -1],
          [0, 0, 0],
          [1, 1, 1],
        ]),
      )
    )
      return {
        message:
          "This answers to edges. To move the picture, copy one pixel of the window and forget the other eight.",
      };
    const used = kernel.flat().filter((weight) => weight !== 0).length;
    if (used === 0)
      return {
        message: "All weights are 0, so the output is black. One of the nine pixels must come through.",
      };
    const atPlace = kernel[1]?.[0] ?? 0;
    if (used === 1 && atPlace !== 0)
      return {
        message: `The place is right, but every pixel comes out times ${atPlace}, brighter or darker than it was. Copying is times 1.`,
      };
    if (used > 1)
      return {
        message: `${used} weights are not 0, so several pixels are mixed into one. To move the picture, copy a single one.`,
      };
    return {
      message:
        "The picture comes out brighter or darker, and not where it should be. Copying is times 1: which of the nine pixels is to be copied?",
    };
  },
  because:
    "Each output pixel copies the pixel to its left, so everything arrives one step further to the right. A kernel says where to look, and the picture moves the other way: that is why people mix up the two directions.",
  hints: [
    "To copy a pixel is to multiply it by 1 and all others by 0. Which of the nine neighbours must an output pixel copy, so that a bright spot arrives one step further to the right?",
    "What was at column 4 is to come out at column 5. So the output at column 5 has to look one to the left.",
  ],
  solution: "`[[0, 0, 0], [1, 0, 0], [0, 0, 0]]`: look to the left, and the picture moves to the right.",
};
