import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const stackedKernels: ExerciseContent = {
  title: "Two kernels in one",
  check: numberCheck(
    7,
    [
      [8, "Almost. Windows of 3 that begin at five neighbouring pixels overlap: adding 3 and 5 counts one pixel twice."],
      [15, "Sides are not multiplied. Each layer adds what its window reaches beyond a single pixel."],
      [5, "That is the larger of the two alone. It looks at 5x5 sums, and each of these looks at 3x3 pixels."],
      [9, "9 belongs to two 5x5 kernels. Here one of them is 3x3."],
      [3, "That is the smaller of the two alone. Which pixels of the image does one number of the second output depend on?"],
      [49, "49 is the number of its weights. What is its side?"],
      [22, "22 is the side of the output, if 28 goes in. Asked is the side of the kernel that leads there at once."],
      [6, "Almost. Follow the sizes: 28 pixels become 26, then 22. Which kernel takes 28 to 22 at once?"],
    ],
    "Follow the sizes: 28 pixels become 26, then 22. Which kernel takes 28 to 22 at once?",
    { ask: "Give the side as one number: 3 for 3x3.", square: true },
  ),
  because:
    "3 + 5 - 1: the 3x3 kernel takes 2 pixels off each axis, the 5x5 one 4, together 6, and that is what a 7x7 kernel takes off.",
  hints: [
    "One number of the second output looks at 5x5 numbers of the first. Each of those looks at 3x3 pixels. Draw one axis only.",
    "Along an axis the five windows begin at five neighbouring pixels, and the last of them is 3 long: 5 - 1 pixels, and 3 more.",
  ],
  solution: "5 - 1 + 3 = 7. In general the sides add up and 1 is taken off: two 5x5 kernels make 5 + 5 - 1 = 9.",
}; // biome-ignore format: pairs
