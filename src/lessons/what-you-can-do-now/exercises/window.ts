import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const sideSeen: ExerciseContent = {
  title: "What one number sees",
  check: numberCheck(
    12,
    [
      [10, "That is what a number of the second convolution sees. The second pooling joins two of them, and they lie two pixels apart."],
      [11, "Two neighbours behind the first pooling lie two pixels apart in the photograph, not one."],
      [8, "The lengths do not simply add up: behind the first pooling, one step is two pixels."],
      [7, "The poolings are missing: they take 2x2 windows too, and make each later step longer."],
      [9, "Behind the first pooling a step is two pixels long. Take that into account in the second convolution and in the second pooling."],
      [14, "In the second pooling two neighbours lie two pixels apart; four is the step behind it."],
      [6, "That is what a number behind the first pooling sees. Two layers follow."],
      [5, "That is what a number of the first convolution sees. Three layers follow."],
      [4, "That is the step from one number to the next, in pixels. How many pixels does one of them see?"],
      [64, "Only what comes behind Flatten sees the whole photograph."],
    ],
    "Begin with 5 pixels. Each later layer adds (its size - 1) steps, and a step is one pixel at first, two behind a pooling.",
    { ask: "Give the side of the square, in pixels.", square: true },
  ), // biome-ignore format: pairs
  because:
    "5; the pooling adds 1; the convolution adds 2 steps of 2 pixels; the second pooling one more of these: 12.",
  hints: [
    "The first convolution sees 5 pixels. A pooling with 2x2 windows adds one step, and makes later steps twice as long.",
    "5, then 5 + 1 = 6, then 6 + 2 · 2 = 10. The last pooling adds one step of two pixels.",
  ],
  solution: "5 + 1 + 2 · 2 + 1 · 2 = 12: a square of 12x12 pixels.",
};
