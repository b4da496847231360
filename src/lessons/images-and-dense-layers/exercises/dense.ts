import type { Names } from "../../exercise/answers/named.js";
import { rowIn } from "../../exercise/answers/shapes.js";
import { listCheck } from "../../exercise/checks/listCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

const outputNames: Names = [
  ["first", "output1", "unit1", "y1", "a", "one"],
  ["second", "output2", "unit2", "y2", "b", "two"],
];

export const denseByHand: ExerciseContent = {
  title: "A dense layer with a pencil",
  check: listCheck({
    wanted: [8, -2],
    read: (answer) => rowIn(answer, outputNames),
    ask: "Give the two outputs as a list of numbers: `[first, second]`.",
    mistakes: [
      [[7, 0], "The weighted sums are right. Each unit then adds its bias."],
      [[8, 0], "The second sum is negative, and stays so: a dense layer by itself cuts nothing off."],
      [[-2, 8], "The numbers are right, the order is not: the first row of weights makes the first output."],
      [[9, -4], "The bias came in twice. Each unit adds it once."],
      [[6, 2], "The biases were taken off. They are added."],
      [[6], "One number is too few: each row of weights makes an output of its own."],
      [[2, 8, 1], "Here each column was added up. A row of weights belongs to one unit: go along the row."],
      [[8, 4], "The first is right. Look at the third weight of the second row again: it is negative."],
      [[8, 2], "The first is right. The second bias is negative: adding -2 takes 2 off."],
      [[5, 1], "The biases are exchanged. The first unit has 1, the second has -2."],
      [[10, -2], "Look at the second weight of the first row again: it is negative."],
    ],
    otherwise: (values) =>
      values.length === 2
        ? "For each row: weight times input, three products, added up; then the bias of that row."
        : `A layer of two units has two outputs, not ${values.length}.`,
  }),
  because: "1·2 + (-1)·1 + 2·3 + 1 = 8 and 0·2 + 3·1 + (-1)·3 - 2 = -2: two units, two weighted sums.",
  hints: [
    "Take the first row of weights only. Lay it beside the inputs and multiply what stands side by side.",
    "The first unit: 1·2 + (-1)·1 + 2·3, and then its bias 1. The second goes the same way with its own row and bias.",
  ],
  solution: "First unit: 2 - 1 + 6 + 1 = 8. Second unit: 0 + 3 - 3 - 2 = -2. So `[8, -2]`.",
};
