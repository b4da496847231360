import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const outputOfStride: ExerciseContent = {
  title: "How many outputs?",
  check: numberCheck(
    4,
    [
      [
        4.5,
        "Half a place is no place. The last window would hang over the end by one pixel, so it is left out: round down.",
      ],
      [5, "A fifth window would need an eleventh pixel. With `valid` it must fit inside the ten."],
      [8, "That is the number for stride 1. The window now moves by two pixels at a time."],
      [3, "That counts the steps. The window also stands somewhere before its first step."],
      [3.5, "7 / 2 counts the steps, and half a step is none. Then add the place where the window starts."],
      [7, "7 is the way the window can go, in pixels. It goes by two at a time, and it starts somewhere."],
      [16, "Only one axis is asked for, not the whole map."],
    ],
    "Write the ten pixels on paper and lay a window of three on the first ones. Move it by two, as long as it fits, and count.",
    { ask: "Give one number: the outputs along one axis." },
  ),
  because:
    "floor((10 - 3) / 2) + 1: seven pixels of way, three steps of two, and the place before the first step. The tenth pixel is seen by no window.",
  hints: [
    "The first window takes pixels 0 to 2, the second 2 to 4. Go on. Which is the last that fits into pixels 0 to 9?",
    "The way is 10 - 3 = 7 pixels long. How many whole steps of 2 are in it? One more place than steps.",
  ],
  solution: "`Math.floor((10 - 3) / 2) + 1`, which is 4. The windows start at pixels 0, 2, 4 and 6.",
};
