import { allNear, mistakeIn, numberIn, numbersIn } from "../../exercise/answers.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const paddingOfSame: ExerciseContent = {
  title: "The odd zero",
  check(answer) {
    const pair = numbersIn(answer);
    if (numberIn(answer) === 3)
      return { message: "Three zeros in all is right. Give them as a pair: `[before, after]`." };
    if (pair === undefined || pair.length !== 2)
      return { message: "Give a pair of numbers: `[before, after]`." };
    if (allNear(pair, [1, 2])) return true;
    return (
      mistakeIn<readonly number[]>(
        pair,
        [
          [
            [2, 1],
            "The numbers are right, the sides are not. TensorFlow puts the odd zero after the pixels.",
          ],
          [[1.5, 1.5], "There is no half zero. One side gets the odd one."],
          [[2, 2], "With four zeros the output has 29 values. It is to have 28."],
          [[1, 1], "With two zeros the output has 27 values. It is to have 28."],
          [[0, 3], "Three in all is right. They are shared out as evenly as they can be."],
          [[3, 0], "Three in all is right. They are shared out as evenly as they can be."],
          [[3, 3], "That is `full`: every overlap counts. `same` needs half as many zeros."],
          [[0, 0], "That is `valid`, and its output has 25 values."],
        ],
        allNear,
      ) ?? {
        message: "How many values does `valid` lose with a kernel of 4? So many zeros are needed in all.",
      }
    );
  },
  because:
    "A kernel of 4 loses three values, so three zeros make up for it: one before, and two after, where TensorFlow puts the odd one.",
  hints: [
    "With `valid` there are 28 - 4 + 1 = 25 outputs. How many zeros bring them back to 28?",
    "Three zeros in all. `before = Math.floor(3 / 2)`, and the rest after.",
  ],
  solution: '`paddingOf(28, { kernel: 4, padding: "same" })` is `[1, 2]`.',
};
