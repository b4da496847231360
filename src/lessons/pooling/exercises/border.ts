import { matrixCheck } from "../../exercise/checks/matrixCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const maximumAtTheBorder: ExerciseContent = {
  title: "A maximum at the border",
  check: matrixCheck({
    wanted: [[2, 1], [2, -2]],
    ask: "Give two rows of two numbers: `[[…, …], […, …]]`.",
    mistakes: [
      [[[2, 1], [2, 0]], "The lower right corner took part in a contest with zeros. Padding is no pixel: the window there sees a single real number."],
      [[[2, 0], [2, 0]], "Two windows reach over the border. There only the real numbers count, not the padding."],
      [[[2]], "That is `valid`, which drops the windows that reach over the border. With `same` there are two places along each axis."],
      [[[2, 2], [2, 2]], "That is a stride of 1 without padding. Here windows lie side by side, and start at rows and columns 0 and 2."],
      [[[2, 2, 1], [2, 2, 1], [2, 2, -2]], "That is a stride of 1. Here the window moves on by two pixels."],
      [[[1, 0], [0, 2]], "The padding went before the image. One pixel too few is padded after it: below and on the right."],
      [[[0.25, 0.5], [1, -2]], "Those are the means of the windows. The largest of each is asked for."],
      [[[0.25, 0.25], [0.5, -0.5]], "Those are means, and with padding counted as zeros. The largest real number of each window is asked for."],
      [[[-1, 0], [0, -2]], "Those are the smallest numbers of the windows. The largest are asked."],
    ],
    otherwise:
      "Lay the four windows: rows 0 and 1, or row 2 alone; columns 0 and 1, or column 2 alone. Take the largest real number of each.",
  }), // biome-ignore format: matrices
  because:
    "The corner window sees one number, -2, and so -2 is the largest. Padding must never win, whatever the numbers are; that is why it counts as minus infinity.",
  hints: [
    "With `same` and stride 2, three pixels make two places. The second window along each axis covers one real pixel and one of padding.",
    "The window in the lower right corner covers the number -2 and three places outside the image. What is the largest number in it?",
  ],
  solution: "Largest of 1, -1, -1, 2; of 0, 1; of 0, 2; and of -2 alone: `[[2, 1], [2, -2]]`.",
};
