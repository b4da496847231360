import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

/** Windows [1 2 / 0 1] and [3 0 / 1 1], kernels [1 0 / 2 -1] and [-1 2 / 0 1], bias 4. */
export const oneNumber: ExerciseContent = {
  title: "One number of a feature map",
  check: numberCheck(
    2,
    [
      [-2, "The bias is missing: it is added once, to the sum over both channels."],
      [6, "The bias was added in both channels. A filter has one."],
      [4, "Each channel went through ReLU by itself. The channels are added first; ReLU sees their sum."],
      [0, "The first channel alone comes to 0, and so does ReLU without the bias. Add the second channel and the bias."],
      [8, "A minus was lost: 3 · (-1) takes away from the sum."],
      [12, "The kernels were turned round before they were laid on. A network's layer does not turn them."],
      [13, "That is the sum of all pixels and the bias: the weights are missing."],
    ],
    "Eight products, four in each channel. Add them all, add the bias once, and ask ReLU.",
  ), // biome-ignore format: pairs
  because:
    "The first channel comes to 1 - 1 = 0, the second to -3 + 1 = -2. With the bias 4 that is 2, and ReLU passes it on.",
  hints: [
    "Lay each kernel on the window of its own channel, multiply place by place, and add everything up.",
    "First channel: 1·1 + 2·0 + 0·2 + 1·(-1). Second channel: 3·(-1) + 0·2 + 1·0 + 1·1. Then the bias, once.",
  ],
  solution: "(1 - 1) + (-3 + 1) + 4 = 2. It is above zero, so ReLU leaves it as it is.",
};
