import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const parametersOnColour: ExerciseContent = {
  title: "Parameters of a first layer on colour images",
  check: numberCheck(
    448,
    [
      [432, "The weights are all there. Each of the 16 filters has a bias as well."],
      [
        160,
        "That would do for gray images. Here the image has three channels, and a filter has a kernel for each of them.",
      ],
      [144, "A filter has a kernel for each of the three channels, and a bias besides."],
      [480, "This gives every kernel a bias of its own. The three kernels of a filter share one."],
      [864, "This gives every weight a bias of its own. There is one for each filter."],
      [288, "This gives every weight a bias of its own, and forgets that there are three channels."],
      [435, "There is a bias for each of the 16 filters that come out, not for the 3 channels that go in."],
      [433, "The weights are right. There is a bias for each of the 16 filters, not one for the layer."],
      [28, "That is one filter, and it is right. There are 16."],
      [27, "Those are the weights of one filter. Add its bias; then there are 16 of them."],
      [84, "This counts one filter for each channel. Each of the 16 filters spans all three."],
      [
        458_752,
        "The size of the image does not matter: the same filter is used at every place, so it counts once.",
      ],
    ],
    "Count one filter first: how many numbers lie under it, over all channels? Add its bias, then times 16.",
  ),
  because:
    "A filter holds 3 · 3 · 3 weights and one bias, and there are 16 of them. The 32x32 pixels do not enter.",
  hints: [
    "How many numbers of the image lie under one filter at once? It covers 3x3 pixels, and a pixel has three channels.",
    "(3 · 3 · 3 + 1) parameters for a filter, times the number of filters.",
  ],
  solution: "(3 · 3 · 3 + 1) · 16 = 28 · 16 = 448.",
};
