import { shapeIn } from "../../exercise/answers/shapes.js";
import { listCheck } from "../../exercise/checks/listCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const shapeAfterConv: ExerciseContent = {
  title: "The shape after the first convolution",
  check: listCheck({
    wanted: [24, 24, 32],
    read: shapeIn,
    ask: "Give the shape as a list of numbers: `[height, width, channels]`.",
    mistakes: [
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
      [[12, 12, 32], "That is the shape after the pooling that follows. The convolution itself comes first."],
      [
        [14, 14, 32],
        "That halves the image. A convolution with stride 1 does not; it only loses what the window cannot reach.",
      ],
    ],
    otherwise: (shape) => {
      if (shape.length === 4)
        return "Leave the batch out: only `[height, width, channels]` of one digit is asked for.";
      if (shape.length !== 3) return "A shape here has three numbers: `[height, width, channels]`.";
      if (shape[2] !== 32) return "Each filter makes one channel, and there are 32.";
      return "Count the places where five neighbouring pixels fit into 28, first along one axis.";
    },
  }),
  because: "28 - 5 + 1 = 24 places along each axis, and one map for each of the 32 filters.",
  hints: [
    "Lay a 5-wide window on the left end of a row of 28 pixels and move it until its right edge meets the end. How often did it stand somewhere?",
    "Along one axis: 28 - 5 + 1. The number of channels is the number of filters.",
  ],
  solution:
    "28 - 5 + 1 = 24 along the height and the width, and 32 filters make 32 channels: `[24, 24, 32]`.",
};
