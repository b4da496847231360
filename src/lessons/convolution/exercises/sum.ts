import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const sumByHand: ExerciseContent = {
  title: "One sum by hand",
  check: numberCheck(
    -1,
    [
      [
        1,
        "Is your kernel turned round, or your window elsewhere? Lay the kernel on as it is written, and count rows and columns from 0.",
      ],
      [
        3,
        "A minus was lost: two of the three bright pixels here lie under a weight of -1. (Or were only the pixels added?)",
      ],
      [
        0,
        "0 is what ReLU would leave, and the sum at some other places, such as row 2, column 3. Asked is the sum itself, at row 3, column 2.",
      ],
      [
        -2,
        "Three bright pixels lie in this window, and one of them under a weight of 1. (Or is a bias of -1 in it already? Asked is the sum of the nine products alone.)",
      ],
      [
        2,
        "That is the sum at row 3, column 1. One step further to the right: the window covers columns 2 to 4.",
      ],
    ],
    "Write the nine pixels of the window down, rows 3 to 5, columns 2 to 4, and the nine weights below. Only three of the pixels are 1.",
    { ask: "Give one number: the sum of the nine products." },
  ),
  because:
    "The three bright pixels lie under the weights -1, 1 and -1. The stroke turns the wrong way for this kernel, so its answer is negative.",
  hints: [
    "The window at row 3, column 2 covers rows 3 to 5 and columns 2 to 4 of the image. Count from 0. Which of these nine pixels are 1?",
    "The window reads 0 1 0 / 1 0 0 / 1 0 0. Add the three weights of the kernel that stand where the ones are.",
  ],
  solution: "`(-1)·1 + 1·1 + (-1)·1 = -1`, and the other six products are 0.",
};
