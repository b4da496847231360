import type { Result } from "./result.js";

/** Takes one number from what a row found, where it is not one of its numbers by name. */
export type Reading = (result: Result) => number;

/**
 * One of several configurations, such as the best of three learning rates: the one whose mean `by` is largest. What chooses is
 * measured on images kept aside, never on the test images.
 */
export interface ChosenArm {
  /** What is told of it: "global average". */
  name: string;
  /** Names of rows without their seed. */
  among: readonly string[];
  /** The name of a number in the result. */
  by: string;
}

/** The rows of a configuration, by their name without the seed, or the best of several. */
export type PlannedArm = string | ChosenArm;

/** What an arm reached, told with its interval. */
export interface PlannedMean {
  arms: readonly PlannedArm[];
  /** The name of a number in the result, or of what `of` reads from it. */
  measure: string;
  of?: Reading;
  /** Whether it is a share, told in percent. @default {true for accuracies and shares} */
  percent?: boolean;
}

/** A comparison, declared before it is measured: first less second, paired by seed. */
export interface PlannedComparison {
  first: PlannedArm;
  /** Another arm; or a number that is known, such as 0.1 where one guesses among ten. */
  second: PlannedArm | number;
  /** The name of a number in the result, or of what `of` reads from it. */
  measure: string;
  of?: Reading;
  /** Of the second arm, where it is read otherwise, such as another number of the same rows: `measure` then names the difference. */
  secondOf?: Reading;
  /**
   * The name of a list in the result: the indices of the test images that a run misreads. Then the images are asked as well, which of the two
   * arms reads them, and it is told whether images and seeds agree.
   */
  misread?: string;
  /** Whether it is a share, whose differences are told in percentage points. @default {true for accuracies and shares} */
  percent?: boolean;
}

/** What an experiment is to decide: declared beside its rows. */
export interface Plan {
  means?: readonly PlannedMean[];
  comparisons?: readonly PlannedComparison[];
}

/** The names of all configurations that a plan speaks of. */
export function armsOf({ means = [], comparisons = [] }: Plan): string[] {
  const arms = [
    ...means.flatMap((planned) => planned.arms),
    ...comparisons.flatMap(({ first, second }) => (typeof second === "number" ? [first] : [first, second])),
  ];
  return arms.flatMap((arm) => (typeof arm === "string" ? [arm] : arm.among));
}
