import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

export const trainedSubsampling: ExerciseContent = {
  title: "A pooling as in 1998",
  check: numberCheck(
    32,
    [
      [0, "That is right for a maximum and for a plain average. LeNet-5 multiplies each map's sum by a number that it learns, and adds one."],
      [16, "One for each map is half of it: LeNet-5 has a coefficient and a bias for each."],
      [2, "A coefficient and a bias: yes, and each of the 16 maps has its own two."],
      [80, "Its four inputs share one coefficient: there are not four weights for each window."],
      [64, "Its four inputs share one coefficient: there are not four weights for each window."],
      [1_040, "Each map is reduced by itself; the sixteen are not mixed."],
      [1_024, "Those are the places of one map. All places share the two numbers of their map."],
      [32_768, "All places of a map share its two numbers."],
      [12, "That is LeNet-5's own S2, with six maps. Here there are sixteen."],
      [6, "LeNet-5 has six maps in its first subsampling. Here there are sixteen, with two numbers each."],
    ],
    "Each map has a coefficient and a bias of its own, and all places of the map share them.",
  ), // biome-ignore format: pairs
  because:
    "Sixteen coefficients and sixteen biases. A maximum learns nothing; the subsampling of 1998 does, though not where to look.",
  hints: [
    "LeNet-5 adds up four numbers. What does it do with the sum, before the squashing function?",
    "Times a coefficient, plus a bias: two numbers, for each of sixteen maps.",
  ],
  solution: "16 maps · (1 coefficient + 1 bias) = 32.",
};
