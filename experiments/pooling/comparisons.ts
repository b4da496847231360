import type { Experiment } from "convlab/lessons";

const pairs = [
  ["max 2, stride 1", "max 2, stride 2"],
  ["max 3, stride 1", "max 3, stride 2"],
  ["max 3, stride 2", "max 2, stride 2"],
  ["max 2, stride 2", "none"],
  ["average 2, stride 2", "none"],
  ["convolution, stride 2", "none"],
  ["max 2, stride 2", "average 2, stride 2"],
  ["max 2, stride 2", "convolution, stride 2"],
  ["max 2, stride 2", "max 2, stride 3"],
] as const;

/** What the lesson on pooling says of its arms: which reads better, and whose answers stay when a digit moves. */
export const poolingComparisons: NonNullable<Experiment["comparisons"]> = pairs.flatMap(([first, second]) => [
  { first, second, measure: "testAccuracy" },
  { first, second, measure: "agreement", percent: true },
]);
