import { isWhole } from "../../../arithmetic/whole.js";
import { numberIn, numbersIn } from "../../exercise/answers.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const drawnDigit: ExerciseContent = {
  title: "A digit that you can read and the network cannot",
  check(answer) {
    const { wanted, predicted } = answer as { wanted?: unknown; predicted?: unknown };
    const meant = classIn(wanted);
    const read = classIn(predicted);
    if (meant === undefined || read === undefined) {
      return {
        message:
          "Pass what you drew and what the network read, two digits from 0 to 9: `{ wanted: 4, predicted: 9 }`. For `predicted` the ten probabilities will do too.",
      };
    }
    if (meant !== read) return true;
    return {
      message: `The network reads this ${meant} as you do. Draw it much wider than high, with strokes of a single pixel, or leave gaps in it.`,
    };
  },
  because:
    "The network knows digits as people write them in ink, about as wide as high. Say in a line which of these habits your drawing broke, and check by mending only that.",
  hints: [
    "textDigit centres and scales for you, so place and size do not matter. What else do all digits of MNIST have in common?",
    "Draw a 0 that is read well. Then make it wider and flatter, a column at a time, and see when the answer changes.",
  ],
  solution:
    "There are many. A 0 of ten columns and three rows is read wrongly most of the time, and so is a 1 that is a single `#`: scaling makes a square blot of it.",
};

/** A digit, also as the list of ten probabilities that a network gives. */
function classIn(value: unknown): number | undefined {
  const list = numbersIn(value);
  const digit = list?.length === 10 ? list.indexOf(Math.max(...list)) : numberIn(value);
  return isWhole(digit, { from: 0, to: 9 }) ? digit : undefined;
}
