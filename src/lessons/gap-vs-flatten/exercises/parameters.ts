import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

/** 8x8 maps with 32 channels, ten classes: 2,048 · 10 + 10 against 32 · 10 + 10. */
export const savedParameters: ExerciseContent = {
  title: "Parameters that GAP saves",
  check: numberCheck(
    20_160,
    [
      [20_490, "The dense layer behind Flatten has that many. How many of them does the one behind GAP still have?"],
      [330, "The dense layer behind GAP has that many. How many more does the one behind Flatten have?"],
      [20_480, "Those are Flatten's weights. Take away those that GAP's dense layer has as well."],
      [320, "Those are the weights behind GAP. How many more are there behind Flatten?"],
      [-20_160, "That is the difference the other way round: GAP has fewer, so give it without the minus."],
      [20_150, "The ten biases are there in both networks; they cancel out."],
      [20_170, "The ten biases are there in both networks; they cancel out."],
      [2_016, "That is one class. There are ten."],
      [63, "63 of the 64 numbers of a map go. Count for all maps, and ten weights for each number."],
      [630, "63 numbers less, ten weights each: that is one map. There are 32."],
      [64, "Flatten's dense layer has nearly 64 times as many. The difference is asked for, not the ratio."],
      [0, "GAP itself has no parameters, as Flatten has none. Count the dense layer behind them."],
    ],
    "A dense layer has a weight for each number in and each class, and a bias for each class. How many numbers come out of Flatten, how many out of GAP?",
    { ask: "Give one number of parameters." },
  ), // biome-ignore format: pairs
  because:
    "Flatten hands on 8 · 8 · 32 = 2,048 numbers, GAP 32. The 2,016 that are missing had ten weights each; the ten biases stay.",
  hints: [
    "Neither Flatten nor GAP has parameters. The dense layer behind them has: (numbers in + 1) · 10.",
    "Numbers in: 8 · 8 · 32 behind Flatten, 32 behind GAP.",
  ],
  solution: "(2,048 + 1) · 10 = 20,490 and (32 + 1) · 10 = 330. The difference is 20,160.",
};
