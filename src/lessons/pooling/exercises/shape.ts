import { shapeIn } from "../../exercise/answers/shapes.js";
import { listCheck } from "../../exercise/checks/listCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const shapeAfterPooling: ExerciseContent = {
  title: "The shape after a pooling with overlapping windows",
  check: listCheck({
    wanted: [11, 11, 32],
    read: shapeIn,
    ask: "Give the shape as a list of numbers: `[height, width, channels]`.",
    mistakes: [
      [[12, 12, 32], "12 places come out of windows of 2, or with padding `same`. A window of 3 that starts at pixel 22 would end outside."],
      [[8, 8, 32], "That is a stride of 3, windows side by side. Here the stride is 2, so windows share a row or a column."],
      [[22, 22, 32], "That is a stride of 1. The window moves on by two pixels each time."],
      [[10, 10, 32], "Almost: (24 - 3) / 2 counts the steps of the window, rounded down. It also stands somewhere before its first step."],
      [[11.5, 11.5, 32], "There are no half places: a last step that does not fit is not made."],
      [[10.5, 10.5, 32], "That counts steps, and there are no half ones. A last step that does not fit is not made; and the window also stands somewhere before the first."],
      [[11, 11], "Height and width are right. And the channels? Each is pooled on its own."],
      [[11, 11, 1], "Pooling looks at each channel on its own and mixes none. As many come out as went in."],
      [[11, 11, 10.666666666666666], "Pooling leaves the channels alone: it slides along height and width only."],
      [[32, 11, 11], "The numbers are right, the order is not: height, width, channels."],
    ],
    otherwise: (shape) => {
      if (shape.length === 4)
        return "Leave the batch out: only `[height, width, channels]` of one image is asked for.";
      if (shape.length !== 3)
        return "A shape here has three numbers: `[height, width, channels]`.";
      if (shape[2] !== 32)
        return "Each channel is pooled on its own, so as many come out as went in.";
      return "Write down the first pixel of each window along one axis: 0, 2, 4, … Where is the last that fits?";
    },
  }), // biome-ignore format: pairs
  because:
    "Windows start at pixels 0, 2, … 20 along each axis; the next would need a pixel that is not there. The last column is seen by no window, and every channel is pooled on its own.",
  hints: [
    "Take one row of 24 pixels. The first window covers pixels 0 to 2, the second 2 to 4. Go on to the end of the row.",
    "The number of places is `Math.floor((24 - 3) / 2) + 1`. Channels are pooled one by one.",
  ],
  solution:
    "`Math.floor((24 - 3) / 2) + 1` = 11 along height and width, and 32 channels stay 32: `[11, 11, 32]`.",
};
