import { listIn } from "../../exercise/answers/numbers.js";
import { listCheck } from "../../exercise/checks/listCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const backThroughOverlaps: ExerciseContent = {
  title: "The way back where windows overlap",
  check: listCheck({
    wanted: [0, 8, 0, 1, 0],
    read: listIn,
    ask: "Give five numbers, one for each that went in: `[…, …, …, …, …]`.",
    mistakes: [
      [[0, 5, 0, 1, 0], "The 4 won twice, and the second gradient has overwritten the first. When the 4 grows by 0.1, how much do the two maxima grow together?"],
      [[0, 3, 0, 1, 0], "The 4 won twice and was paid once. Look at the second window again: 4, 2, 3."],
      [[0, 4, 0, 1, 0], "Those are means of what the 4 gets. When the 4 grows by 0.1, both maxima grow by 0.1: what comes back adds up."],
      [[0, 2, 0, 1, 0], "That counts how often each number won. Each win brings the gradient of its window."],
      [[0, 9, 0, 0, 0], "The third window does not hold the 4. Who won there?"],
      [[0, 3, 0, 5, 0], "The second window begins at the second number: 4, 2, 3. The 4 wins there, too."],
      [[0, 3, 0, 0, 0], "That is a stride of 3. Here the window moves on by one number, so there are three windows."],
      [[1, 8 / 3, 3, 2, 1 / 3], "That is the way back through a mean: each window shared out. With a maximum the winner gets all."],
      [[0, 32, 0, 3, 0], "The right places, but multiplied by the winners. A maximum grows exactly as much as its winner: the slope is 1."],
      [[3, 5, 1], "Those are the gradients of the three maxima. Hand each to the number that won its window; five numbers went in."],
      [[4, 4, 3], "Those are the maxima, the way forward. The way back is asked: one gradient for each of the five numbers."],
      [[1, 4, 2, 3, 0], "Those are the numbers that went in. The gradient of each is asked."],
    ],
    otherwise: (values) =>
      values.length === 5
        ? "Take the windows one after the other: 1, 4, 2, then 4, 2, 3, then 2, 3, 0. Who wins, and what does the window hand back?"
        : `Five numbers went in, so five gradients come back; this is ${values.length}.`,
  }), // biome-ignore format: pairs
  because:
    "When the 4 grows by 0.1, two maxima grow by 0.1, and the loss feels both: 3 and 5 add up to 8. Wherever a number has several ways to the loss, what comes back along them is added.",
  hints: [
    "Write the three windows under each other and mark the winner of each. One number is marked twice.",
    "The 4 wins the first two windows, the 3 wins the last. What the 4 gets from its two windows is added.",
  ],
  solution: "The 4 wins twice and gets 3 + 5, the 3 wins once and gets 1: `[0, 3 + 5, 0, 1, 0]`.",
};
