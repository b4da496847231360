import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const smallestMove: ExerciseContent = {
  title: "The smallest move that pooling follows exactly",
  check: numberCheck(
    8,
    [
      [1, "A single pixel moves ink across some lines of the grid and not across others. The map then changes its numbers instead of moving."],
      [2, "Two pixels are one place after the first pooling. The second and the third then see a move by one, which is not a whole step for them."],
      [4, "That is right for two poolings. There is a third."],
      [3, "Three poolings, but each of them doubles the step; they do not add up."],
      [6, "The steps multiply, they do not add up: a step of the second pooling is already twice a step of the first."],
      [9, "That would be two poolings with stride 3."],
      [16, "A move by so many pixels is followed exactly, but it moves the last map by two places. The smallest is asked for."],
      [24, "A move by so many pixels is followed exactly, but it moves the last map by three places. The smallest is asked for."],
      [32, "A move by so many pixels is followed exactly, but it moves the last map by four places. The smallest is asked for."],
      [0, "No move at all is followed, of course. The smallest real one is asked for."],
      [64, "Along one axis each pooling halves the length, so the steps are doubled, not quadrupled."],
      [28, "That carries the digit out of the picture."],
    ],
    "How many pixels of the image lie between the left edges of two neighbouring windows of the last map?",
    { ask: "Give one number of pixels.", square: true },
  ), // biome-ignore format: pairs
  because:
    "Each stride of 2 doubles the step: 2, 4, 8. Moves between multiples of 8 are not followed exactly, which is why pooling alone makes nothing invariant.",
  hints: [
    "Start with one pooling. Windows start at pixels 0, 2, 4, … By how much must the image move for the second window to see what the first saw?",
    "The strides multiply: the windows of the last map start 2 · 2 · 2 pixels apart.",
  ],
  solution: "2 · 2 · 2 = 8 pixels: then every window sees exactly what its neighbour saw before.",
};
