import { meanInterval } from "../../arithmetic/statistics/meanInterval.js";
import { pairedDifference } from "../../arithmetic/statistics/pairedDifference.js";
import { mean } from "../../arithmetic/statistics/statistics.js";
import { armOf, type StoredRow, type Verdict } from "./experiment.js";
import { imagesVerdict } from "./imagesVerdict.js";
import type { Plan, PlannedArm, PlannedComparison, PlannedMean, Reading } from "./plan.js";
import type { Result } from "./result.js";

/**
 * What rows say of what was to be decided: the mean of each arm with its interval, and the paired differences. Arms pair by their
 * seeds; what lacks rows is left out until they are measured.
 *
 * @throws {Error} if a row has no such number
 */
export function verdictsOf(plan: Plan, rows: readonly StoredRow[]): Verdict[] {
  const { means = [], comparisons = [] } = plan;
  const found = [
    ...means.flatMap((planned) => meansOf(planned, rows)),
    ...comparisons.flatMap((planned) => differencesOf(planned, rows)),
  ];
  // An arm that is compared twice is told once.
  const byText = new Map(found.map((verdict) => [JSON.stringify(verdict), verdict]));
  return [...byText.values()];
}

function meansOf({ arms, measure, of, percent }: PlannedMean, rows: readonly StoredRow[]): Verdict[] {
  return arms.flatMap((arm) => {
    const values = [...valuesOf(arm, rows, readingOf(measure, of)).values()];
    return values.length === 0 ? [] : [meanVerdict(measure, nameOf(arm, rows), values, percent)];
  });
}

function differencesOf(planned: PlannedComparison, rows: readonly StoredRow[]): Verdict[] {
  const { first, second, measure, of, secondOf = of, percent = isShare(measure) } = planned;
  const a = valuesOf(first, rows, readingOf(measure, of));
  const b =
    typeof second === "number"
      ? new Map([...a.keys()].map((seed) => [seed, second]))
      : valuesOf(second, rows, readingOf(measure, secondOf));
  const seeds = [...a.keys()].filter((seed) => b.has(seed));
  if (seeds.length < 2) return [];
  const inOrder = (values: ReadonlyMap<number, number>) => seeds.map((seed) => values.get(seed) as number);
  const { n, shown, ...interval } = pairedDifference(inOrder(a), inOrder(b));
  const names = {
    first: nameOf(first, rows),
    second: typeof second === "number" ? second : nameOf(second, rows),
  };
  const difference = { measure, ...names, percent, n, ...interval, shown };
  if (secondOf !== of) return [difference]; // the measure is then the name of the difference
  const alone = meanVerdict(measure, names.first, [...a.values()], percent);
  if (typeof second === "number") return [alone, difference];
  const other = meanVerdict(measure, String(names.second), [...b.values()], percent);
  if (planned.misread === undefined) return [alone, other, difference];
  const [own, others] = [first, second].map((arm) => {
    const name = typeof arm === "string" ? arm : bestOf(arm, rows);
    return rows.filter((row) => armOf(row) === name && seeds.includes(row.seed));
  }) as [StoredRow[], StoredRow[]];
  return [alone, other, difference, imagesVerdict(difference, own, others, planned.misread)];
}

function meanVerdict(
  measure: string,
  first: string,
  values: readonly number[],
  percent = isShare(measure),
): Verdict {
  const n = values.length;
  const interval = n < 2 ? { mean: mean(values) } : meanInterval(values);
  return { measure, first, percent, n, ...interval };
}

function isShare(measure: string): boolean {
  return /accuracy|share/i.test(measure);
}

/** By seed, one number of every row of an arm. */
function valuesOf(arm: PlannedArm, rows: readonly StoredRow[], reading: (row: StoredRow) => number) {
  const name = typeof arm === "string" ? arm : bestOf(arm, rows);
  return new Map(rows.filter((row) => armOf(row) === name).map((row) => [row.seed, reading(row)]));
}

/** Of several configurations the name of the one whose mean is largest; nothing before all of them have rows. */
function bestOf({ among, by }: Exclude<PlannedArm, string>, rows: readonly StoredRow[]): string | undefined {
  const means = among.map((name) => {
    const values = rows.filter((row) => armOf(row) === name).map(readingOf(by));
    return { name, value: values.length === 0 ? undefined : mean(values) };
  });
  if (means.some(({ value }) => value === undefined)) return undefined;
  return means.reduce((best, each) => ((each.value as number) > (best.value as number) ? each : best)).name;
}

function nameOf(arm: PlannedArm, rows: readonly StoredRow[]): string {
  return typeof arm === "string" ? arm : `${arm.name} (${bestOf(arm, rows)})`;
}

function readingOf(measure: string, of?: Reading): (row: StoredRow) => number {
  const named = (result: Result) => result[measure];
  return ({ name, result }) => {
    const value = (of ?? named)(result);
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw new Error(
      `Cannot compare by ${measure}: row "${name}" has ${String(value)}. Name a number of the result, or say how to read it.`,
    );
  };
}
