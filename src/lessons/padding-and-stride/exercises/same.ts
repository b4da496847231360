import { paddingNames } from "../../exercise/answers/named.js";
import { numberIn } from "../../exercise/answers/numbers.js";
import { rowIn } from "../../exercise/answers/shapes.js";
import { listCheck } from "../../exercise/checks/listCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const paddingOfSame: ExerciseContent = {
  title: "The odd zero",
  check: listCheck({
    wanted: [1, 2],
    read: (answer) => rowIn(answer, paddingNames),
    ask: "Give a pair of numbers: `[before, after]`.",
    instead: (answer) =>
      numberIn(answer) === 3
        ? "Three zeros in all is right. Give them as a pair: `[before, after]`."
        : undefined,
    mistakes: [
      [[2, 1], "The numbers are right, the sides are not. TensorFlow puts the odd zero after the pixels."],
      [[1.5, 1.5], "There is no half zero. One side gets the odd one."],
      [[2, 2], "With four zeros the output has 29 values. It is to have 28."],
      [[1, 1], "With two zeros the output has 27 values. It is to have 28."],
      [[0, 3], "Three in all is right. They are shared out as evenly as they can be."],
      [[3, 0], "Three in all is right. They are shared out as evenly as they can be."],
      [[3, 3], "That is `full`: every overlap counts. `same` needs half as many zeros."],
      [[0, 0], "That is `valid`, and its output has 25 values."],
    ],
    otherwise: (values) =>
      values.length === 2
        ? "How many values does `valid` lose with a kernel of 4? That many zeros are needed in all."
        : `Give a pair of numbers, \`[before, after]\`. These are ${values.length}.`,
  }),
  because:
    "A kernel of 4 loses three values, so three zeros make up for it: one before, and two after, where TensorFlow puts the odd one.",
  hints: [
    "With `valid` there are 28 - 4 + 1 = 25 outputs. How many zeros bring them back to 28?",
    "Three zeros in all. `before = Math.floor(3 / 2)`, and the rest after.",
  ],
  solution: '`paddingOf(28, { kernel: 4, padding: "same" })` is `[1, 2]`.',
};
