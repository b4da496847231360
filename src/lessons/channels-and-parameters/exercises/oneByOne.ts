import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const oneByOneWork: ExerciseContent = {
  title: "The work of a 1x1 convolution",
  check: numberCheck(
    147_456,
    [
      [
        1024,
        "Those are the weights. Each of them is used once at every place, and there are 12 · 12 places.",
      ],
      [1040, "Those are the parameters. Each weight is used once at every place; how many places are there?"],
      [149_760, "This counts the bias as well. It is only added, so it makes no multiply-add."],
      [9216, "That is one filter. There are 16."],
      [2304, "A 1x1 filter is thin, and still 64 channels deep: 64 products at each place, not one."],
      [12_288, "This goes along one side of the map. There are 12 rows as well."],
      [589_824, "64 channels come in, and 16 go out: 64 · 16 weights, not 64 · 64."],
      [36_864, "64 channels come in, and 16 go out: 64 · 16 weights, not 16 · 16."],
      [
        1_327_104,
        "That is the work of a 3x3 filter with padding. A 1x1 filter has one weight for each channel.",
      ],
      [64, "That is one filter at one place. There are 16 filters, and many places."],
      [294_912, "A multiplication and the addition that follows count as one multiply-add."],
    ],
    "At each place every filter makes one product for each channel. Count places, filters and channels.",
  ),
  because: "12 · 12 places, 16 filters, 64 products each. A 3x3 filter would take nine times as many.",
  hints: [
    "How many products does one filter make at one place? It is one pixel wide and high, and how deep?",
    "64 products for each of 16 filters, at each of 12 · 12 places.",
  ],
  solution: "12 · 12 · 64 · 16 = 147,456.",
};
