import type { Arm } from "../../charts/comparison.js";
import { armOf, rowsOfArm, type StoredRow } from "../results/experiment.js";

/** A rung of the ladder: what its runs reached on the test digits, and which of these each misread. */
export interface LadderRung extends Arm {
  /** Indices of test digits, a list for each run. */
  readonly misread: readonly (readonly number[])[];
}

/** Every rung that has rows, over all its seeds, in their order. */
export function ladderRungs(rows: readonly StoredRow[]): LadderRung[] {
  return [...new Set(rows.map(armOf))].map((name) => {
    const own = rowsOfArm(rows, name);
    return {
      name,
      values: own.map(({ result }) => Number(result.testAccuracy)),
      misread: own.map(({ result }) => result.misread as readonly number[]),
    };
  });
}

/** The rungs, with those in the place of their namesakes that were measured again at a rate that suits them better. */
export function withBetterRates(
  rungs: readonly LadderRung[],
  again: readonly LadderRung[],
): readonly LadderRung[] {
  return rungs.map((rung) => again.find(({ name }) => name === rung.name) ?? rung);
}
