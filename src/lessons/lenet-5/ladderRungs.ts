import { mean } from "../../arithmetic/statistics/statistics.js";
import type { Arm } from "../../charts/comparison.js";
import { armOf, rowsOfArm, type StoredRow } from "../results/experiment.js";

/** A rung at one learning rate: what its runs reached on the test digits, and which of these each misread. */
export interface LadderRung extends Arm {
  /** Its learning rate, by how often the one that was set. */
  readonly factor: number;
  /** Indices of test digits, a list for each run. */
  readonly misread: readonly (readonly number[])[];
}

const rateOf = (arm: string) => Number(/, rate times ([\d.]+)$/.exec(arm)?.[1] ?? 1);
const rungOf = (arm: string) => arm.replace(/, rate times [\d.]+$/, "");
const seedsOf = (rows: readonly StoredRow[]) => rows.map(({ seed }) => seed);

/** Every rung at the rate that was set, over all its seeds. */
export function rungsAsSet(rows: readonly StoredRow[]): LadderRung[] {
  const arms = [...new Set(rows.map(armOf))].filter((arm) => rateOf(arm) === 1);
  return arms.map((arm) => rungFrom(arm, rowsOfArm(rows, arm)));
}

/**
 * Every rung at the best of the rates that it was measured at: the one with the highest mean accuracy on training digits kept aside, over
 * the seeds of all rates. The test digits have no say in that. The runs are those of the seeds that all rungs have at their best.
 *
 * @param rows of `lenet-5/steps`, `lenet-5/step-rates` and `lenet-5/larger-rates`
 * @throws {RangeError} if there are fewer than two such seeds
 */
export function rungsAtBestRate(rows: readonly StoredRow[]): LadderRung[] {
  const arms = [...new Set(rows.map(armOf))];
  const best = [...new Set(arms.map(rungOf))].map((rung) => {
    const tried = arms
      .filter((arm) => rungOf(arm) === rung)
      .map((arm) => ({ arm, own: rowsOfArm(rows, arm) }));
    const common = seedsInAll(tried.map(({ own }) => own));
    const kept = (own: readonly StoredRow[]) =>
      mean(own.filter(({ seed }) => common.includes(seed)).map(({ result }) => Number(result.keptAccuracy)));
    return tried.reduce((a, b) => (kept(b.own) > kept(a.own) ? b : a));
  });
  const seeds = seedsInAll(best.map(({ own }) => own));
  if (seeds.length < 2) {
    throw new RangeError(
      `Cannot compare rungs at their best rates: ${seeds.length} seeds are measured in all. Measure them: npm run experiments -- lenet-5/step-rates`,
    );
  }
  return best.map(({ arm, own }) =>
    rungFrom(
      arm,
      own.filter(({ seed }) => seeds.includes(seed)),
    ),
  );
}

function rungFrom(arm: string, rows: readonly StoredRow[]): LadderRung {
  return {
    name: rungOf(arm),
    factor: rateOf(arm),
    values: rows.map(({ result }) => Number(result.testAccuracy)),
    misread: rows.map(({ result }) => result.misread as readonly number[]),
  };
}

function seedsInAll(lists: readonly (readonly StoredRow[])[]): number[] {
  const [first = [], ...others] = lists;
  return seedsOf(first).filter((seed) => others.every((rows) => seedsOf(rows).includes(seed)));
}
