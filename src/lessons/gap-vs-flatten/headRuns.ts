import { mean } from "../../arithmetic/statistics/statistics.js";
import type { Comparison } from "../../charts/comparison.js";
import type { Figure } from "../../charts/figure.js";
import type { PointChartOptions } from "../../charts/figures/points.js";
import { lineChart } from "../../charts/figures/scatter.js";
import { spreadChart } from "../../charts/figures/spread.js";
import { table } from "../../charts/figures/table.js";
import { percent } from "../../charts/format.js";
import { type StoredRow, storedRows } from "../results/experiment.js";
import { type HeadArms, headArms } from "./headArms.js";
import { type HeadMeasure, measureWords } from "./headMeasure.js";

/** Stored trainings of `headCnn` with five heads, and what is drawn of them. Where no rate is given, each head has its own. */
export interface HeadRuns extends HeadArms {
  /** Every training a dot, heads side by side: accuracy on the test digits. */
  spread(title: string, rate?: number): Figure;
  /** A row for each head: digits kept aside that it reads at each learning rate, and the rate that is chosen by that. */
  ratesTable(): Figure;
  /** The first head of each pair against the second, as charts and tables of differences take it. */
  leads(
    pairs: readonly (readonly [first: string, second: string])[],
    measure: HeadMeasure,
    rate?: number,
  ): Comparison[];
  /** The same networks by two measures, each head that has both: what becomes of them on the way. */
  changes(from: HeadMeasure, to: HeadMeasure): Comparison[];
  /** The means of all heads that have the measures, one line a head. The map's keys are the x. */
  lines(measures: ReadonlyMap<number, HeadMeasure>, options: PointChartOptions): Figure;
}

/**
 * The stored rows of `gap-vs-flatten/seeds`, by heads.
 *
 * @throws {Error} if they are not there, or a row does not fit its hash
 * @example (await headRuns()).ownRate("gap") // 0.003
 */
export async function headRuns(): Promise<HeadRuns> {
  return headRunsOf(await storedRows("gap-vs-flatten/seeds"));
}

/** Rows of such an experiment, by heads. */
export function headRunsOf(rows: readonly StoredRow[]): HeadRuns {
  const runs = headArms(rows);
  const { heads, rates, arm, arms, ownRate } = runs;
  const meanOf = (head: string, measure: HeadMeasure, rate?: number) => mean(arm(head, measure, rate).values);
  return {
    ...runs,
    spread: (title, rate) =>
      spreadChart(
        arms("testAccuracy", rate).flatMap(({ name, values }) =>
          values.map((value) => ({ group: name, value })),
        ),
        { title, xTitle: "head", yTitle: "test accuracy", format: "percent" },
      ),
    ratesTable: () =>
      table(
        heads.map((head) => ({
          head,
          ...Object.fromEntries(
            rates.map((rate) => [`rate ${rate}`, percent(meanOf(head, "keptAccuracy", rate))]),
          ),
          "its own rate": ownRate(head),
        })),
        { caption: "Digits kept aside that are read, mean of the seeds" },
      ),
    leads: (pairs, measure, rate) =>
      pairs.map(([first, second]) => ({
        first: {
          ...arm(first, measure, rate),
          name: typeof measure === "string" ? first : `${measureWords(measure)}: ${first}`,
        },
        second: arm(second, measure, rate),
      })),
    changes: (from, to) =>
      arms(to).map(({ name, values }) => ({
        first: { name: `${name} ${measureWords(to)}`, values },
        second: { ...arm(name, from), name: measureWords(from) },
      })),
    lines: (measures, options) => {
      const [some] = measures.values();
      const measured = some === undefined ? [] : arms(some).map(({ name }) => name);
      const points = measured.flatMap((series) =>
        [...measures].map(([x, measure]) => ({ x, y: meanOf(series, measure), series })),
      );
      return lineChart(points, { family: heads, format: "percent", ...options });
    },
  };
}
