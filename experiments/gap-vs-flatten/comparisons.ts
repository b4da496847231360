import type { Experiment, Result } from "convlab/lessons";

type Comparisons = NonNullable<Experiment["comparisons"]>;
type Arm = Comparisons[number]["first"];

/** Heads of equal depth, and the two that keep one number of each map. */
const pairs = [
  ["flatten", "gap"],
  ["flattenDense", "gapDense"],
  ["globalMax", "gap"],
] as const;

const item = (name: string, index: number) => (result: Result) =>
  (result[name] as readonly number[])[index] ?? Number.NaN;
const overfitting = ({ trainAccuracy, testAccuracy }: Result) => Number(trainAccuracy) - Number(testAccuracy);

/** Which head reads better, and which has the larger difference between training and test. */
export function accuracyComparisons(arm: (head: string) => Arm): Comparisons {
  return [
    ...pairs.map(([first, second]) => ({ first: arm(first), second: arm(second), measure: "testAccuracy" })),
    ...[...pairs, ["globalMax", "flatten"] as const, ["globalMax", "flattenDense"] as const].map(
      ([first, second]) => ({
        first: arm(first),
        second: arm(second),
        measure: "training less test accuracy",
        of: overfitting,
      }),
    ),
  ];
}

/** Which head reads better when digits are moved by 1 to 4 pixels. */
export function movedComparisons(arm: (head: string) => Arm): Comparisons {
  return [1, 2, 3, 4].flatMap((by) =>
    pairs.map(([first, second]) => ({
      first: arm(first),
      second: arm(second),
      measure: `accuracy, moved by ${by}`,
      of: item("shiftedAccuracy", by),
    })),
  );
}

/** What larger canvases cost a head, and what a place off the grid of 4 pixels does. */
export function canvasComparisons(arm: (head: string) => Arm): Comparisons {
  return [
    ...changes(arm, "canvasAccuracy", "accuracy on 56 less on 28 pixels", [1, 0]),
    ...changes(arm, "canvasAccuracy", "accuracy on 112 less on 56 pixels", [3, 1]),
    ...changes(arm, "canvasAccuracy", "accuracy at place 14 less at 12", [4, 1]),
  ];
}

/** What the places beyond the digit's old field do, ring by ring. */
export function ringComparisons(arm: (head: string) => Arm): Comparisons {
  return [
    ...changes(arm, "ringAccuracy", "accuracy with 1 ring less with none", [1, 0]),
    ...changes(arm, "ringAccuracy", "accuracy with 2 rings less with 1", [2, 1]),
    ...changes(arm, "ringAccuracy", "accuracy with 3 rings less with 2", [3, 2]),
    ...changes(arm, "ringAccuracy", "accuracy with 7 rings less with 3", [5, 3]),
  ];
}

/** The difference of two numbers of a list, for the heads that take images of any size. */
function changes(
  arm: (head: string) => Arm,
  list: string,
  measure: string,
  [to, from]: readonly [number, number],
): Comparisons {
  const of = (result: Result) => item(list, to)(result) - item(list, from)(result);
  return ["gap", "gapDense", "globalMax"].map((head) => ({ first: arm(head), second: 0, measure, of }));
}
