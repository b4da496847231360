import { shapeIn } from "../../exercise/answers/shapes.js";
import { listCheck } from "../../exercise/checks/listCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const shapeBeforeFlatten: ExerciseContent = {
  title: "The shape before Flatten",
  check: listCheck({
    wanted: [15, 15, 32],
    read: shapeIn,
    ask: "Give height, width and channels: `[…, …, …]`.",
    mistakes: [
      [[16, 16, 32], "The second convolution was given zeros. It is *valid*: a 3x3 kernel takes one pixel off each side."],
      [[14, 14, 32], "The first convolution is *same*: with zeros around, it leaves 64x64 as it is."],
      [[30, 30, 32], "That is in front of the second pooling, which halves both sides."],
      [[32, 32, 16], "That is behind the first pooling. A convolution and a pooling follow."],
      [[15, 15, 16], "Height and width are right. The channels are as many as the last convolution has filters."],
      [[15, 15, 3], "Height and width are right. The channels are as many as the last convolution has filters, not those of the photograph."],
      [[15, 15, 512], "The filters of the two convolutions do not multiply: each filter of the second reads all sixteen maps and makes one."],
      [[32, 15, 15], "The numbers are right; channels come last."],
      [[62, 62, 32], "Both poolings are missing, and only the second convolution shrinks."],
      [[1, 15, 15, 32], "That has the dimension of the batch in front. The shape of one photograph is asked for."],
    ],
    otherwise: (values) =>
      values.length === 3
        ? "Go layer by layer: a *same* convolution keeps height and width, a *valid* one with a 3x3 kernel takes two pixels off, a pooling halves."
        : `Three numbers are asked for, and this is ${values.length}.`,
  }), // biome-ignore format: pairs
  because:
    "64 stays 64, the pooling makes 32, the valid convolution 30, the pooling 15; and 32 filters make 32 maps.",
  hints: [
    "Follow one side: 64, and then layer by layer. Which of the two convolutions has zeros around?",
    "64 → 64 → 32 → 30 → … The channels are the filters of the last convolution.",
  ],
  solution: "64 → 64 (same) → 32 (pooling) → 30 (valid) → 15 (pooling), with 32 channels: `[15, 15, 32]`.",
};
