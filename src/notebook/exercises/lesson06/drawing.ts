import { numberIn, numbersIn } from "../answers.js";
import type { ExerciseContent } from "../content.js";

export const drawnDigit: ExerciseContent = {
  id: "06.6",
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
      message: `The network reads this ${meant} as you do. Move it six pixels to a side, make it small, draw it with a thin line, or leave gaps in it.`,
    };
  },
  because:
    "What the network learned is how digits look when they are centred and scaled like those of MNIST. Say in a line which of its habits your drawing broke, and check by mending only that.",
  hints: [
    "All digits in MNIST lie with their centre of mass in the middle and fill 20 of the 28 pixels. Which of the two can you break so that you still read the digit?",
    "Draw a 4 that is read well. Then shift it towards a corner, pixel by pixel, and see when the answer changes.",
  ],
  solution:
    "There are many. A digit of 8 pixels' height in a corner is read wrongly most of the time, and so is one drawn dark on bright: the network has only seen bright strokes on black.",
};

/** A digit, also as the list of ten probabilities that a network gives. */
function classIn(value: unknown): number | undefined {
  const list = numbersIn(value);
  const digit = list?.length === 10 ? list.indexOf(Math.max(...list)) : numberIn(value);
  return digit !== undefined && Number.isInteger(digit) && digit >= 0 && digit <= 9 ? digit : undefined;
}
