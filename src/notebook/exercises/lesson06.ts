import { allNear, mistakeIn, near, numberIn, numbersIn, shapeIn } from "./answers.js";
import type { ExerciseContent } from "./content.js";
import { dropoutByHand } from "./dropout.js";
import { pixelScale } from "./scale.js";

const shapeAfterConv: ExerciseContent = {
  id: "06.1",
  title: "The shape after the first convolution",
  check(answer) {
    const shape = shapeIn(answer);
    if (shape === undefined)
      return { message: "Give the shape as a list of numbers: `[height, width, channels]`." };
    if (allNear(shape, [24, 24, 32])) return true;
    const known = mistakeIn<readonly number[]>(
      shape,
      [
        [
          [28, 28, 32],
          "28 x 28 comes out with padding `same`. With `valid` the window stays inside the image: at how many places does a 5x5 window fit along 28 pixels?",
        ],
        [[24, 24], "Height and width are right. How many maps are there? Each filter makes one."],
        [
          [24, 24, 1],
          "Height and width are right. The one channel of the input is summed away: the output has a map for each filter.",
        ],
        [[32, 24, 24], "The numbers are right, the order is not: height, width, channels."],
        [
          [23, 23, 32],
          "Almost: 28 - 5 counts the steps of the window. It also stands somewhere before its first step.",
        ],
        [[26, 26, 32], "26 is what a 3x3 window leaves. This one is 5x5."],
        [
          [12, 12, 32],
          "That is the shape after the pooling that follows. The convolution itself comes first.",
        ],
        [
          [14, 14, 32],
          "That halves the image. A convolution with stride 1 does not; it only loses what the window cannot reach.",
        ],
      ],
      allNear,
    );
    if (known !== undefined) return known;
    if (shape.length === 4)
      return { message: "Leave the batch out: only `[height, width, channels]` of one digit is asked." };
    if (shape.length !== 3)
      return { message: "A shape here has three numbers: `[height, width, channels]`." };
    if (shape[2] !== 32) return { message: "Each filter makes one channel, and there are 32." };
    return { message: "Count the places where five neighbouring pixels fit into 28, first along one axis." };
  },
  because: "28 - 5 + 1 = 24 places along each axis, and one map for each of the 32 filters.",
  hints: [
    "Lay a 5-wide window on the left end of a row of 28 pixels and move it until its right edge meets the end. How often did it stand somewhere?",
    "Along one axis: 28 - 5 + 1. The number of channels is the number of filters.",
  ],
  solution:
    "28 - 5 + 1 = 24 along the height and the width, and 32 filters make 32 channels: `[24, 24, 32]`.",
};

const parametersOfConv2: ExerciseContent = {
  id: "06.2",
  title: "Parameters of the second convolution",
  check(answer) {
    const value = numberIn(answer);
    if (value === undefined) return { message: "Give one number." };
    if (value === 51264) return true;
    return (
      mistakeIn(
        value,
        [
          [51200, "The weights are all there. Each of the 64 filters has a bias as well."],
          [
            1664,
            "This counts one 5x5 kernel for each filter. The input has 32 channels, and a filter has a kernel for each of them.",
          ],
          [1600, "A filter has a kernel for each of the 32 input channels, and a bias besides."],
          [
            53248,
            "This gives every kernel its own bias. The 32 kernels of a filter are added up, and one bias follows.",
          ],
          [102400, "This gives every weight its own bias. There is one for each filter."],
          [
            51232,
            "There are 32 biases too few: one belongs to each of the 64 filters that come out, not to the 32 channels that go in.",
          ],
          [
            832,
            "That is the first convolution: (5 · 5 · 1 + 1) · 32. The second sees 32 channels and has 64 filters.",
          ],
          [52096, "That is both convolutions together. Only the second is asked."],
          [865, "A filter has 5 · 5 · 32 + 1 parameters, and there are 64 filters."],
          [801, "That is one filter. There are 64."],
          [
            51201,
            "The weights are right. There is a bias for each of the 64 filters, not one for the layer.",
          ],
        ],
        (a, b) => a === b,
      ) ?? {
        message:
          "Count one filter first: how many numbers does its window see at once, over all channels? Add its bias, then times the number of filters.",
      }
    );
  },
  because: "A filter holds 5 · 5 · 32 weights and one bias, 801 numbers; 64 filters make 51,264.",
  hints: [
    "How many weights has one filter? Its window covers 5x5 pixels in each of the 32 channels that go in.",
    "(5 · 5 · 32 + 1) parameters for a filter, the one being its bias. Times 64 filters.",
  ],
  solution: "(5 · 5 · 32 + 1) · 64 = 801 · 64 = 51,264.",
};

const lossOfGuessing: ExerciseContent = {
  id: "06.3",
  title: "The loss of a network that knows nothing",
  check(answer) {
    const value = numberIn(answer);
    if (value === undefined || Number.isNaN(value))
      return { message: "Give one number; an expression such as `Math.sqrt(2)` will do." };
    if (near(value, Math.LN10, 0.002)) return true;
    return (
      mistakeIn(
        value,
        [
          [1, "That is the logarithm to base 10. Cross-entropy takes the natural one: `Math.log`."],
          [
            0.1,
            "0.1 is the probability that the guess gives to the right class. The loss is minus its logarithm.",
          ],
          [
            Math.log2(10),
            "That is the loss in bits, with the logarithm to base 2. TensorFlow takes the natural one: `Math.log`.",
          ],
          [-Math.LN10, "The logarithm of 0.1 is negative. The loss is minus that."],
          [
            0.9,
            "0.9 is the share of wrong guesses. The loss asks how much probability the right class got: minus the logarithm of 0.1.",
          ],
          [10 * Math.LN10, "Only the right class counts in the sum: one term, not ten."],
          [
            Math.LN10 / 10,
            "The terms of the nine wrong classes are zero, but nothing is divided by ten: the right class counts in full.",
          ],
          [-Math.log(0.9), "That is minus the logarithm of 0.9. The right class got 0.1."],
          [
            0,
            "A loss of 0 needs the whole probability on the right class, and this network does not know which it is.",
          ],
        ],
        (a, b) => near(a, b, 0.004),
      ) ?? {
        message:
          "With no knowledge every class gets 1/10. The loss is minus the natural logarithm of what the right class got.",
      }
    );
  },
  because:
    "-ln(1/10) = ln 10 = 2.3026. Any other fixed guess is worse on average, and an untrained network starts near this number.",
  hints: [
    "Which probability does each of the ten classes get when nothing is known? The loss looks at the right class only.",
    "The loss is `-Math.log(p)`, where p is the probability of the right class.",
  ],
  solution: "`-Math.log(1 / 10)`, which is ln 10 = 2.3026.",
};

const drawnDigit: ExerciseContent = {
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

/** Lesson 06, from by hand to open. */
export const lesson06: readonly ExerciseContent[] = [
  shapeAfterConv,
  parametersOfConv2,
  lossOfGuessing,
  dropoutByHand,
  pixelScale,
  drawnDigit,
];
