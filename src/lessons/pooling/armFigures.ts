import { requireOptions } from "../../arithmetic/options.js";
import { correlation } from "../../arithmetic/statistics/statistics.js";
import { type Arm, type Comparison, requireWords } from "../../charts/comparison.js";
import type { Figure } from "../../charts/figure.js";
import { type DifferenceChartOptions, differenceChart } from "../../charts/figures/differences.js";
import { scatterChart } from "../../charts/figures/scatter.js";
import { type SpreadChartOptions, spreadChart, spreadOptions } from "../../charts/figures/spread.js";

/**
 * Every run of every arm as a dot, with means and intervals. Takes the options of `spreadChart`.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if there are no arms
 */
export function armSpread(arms: readonly Arm[], options: SpreadChartOptions): Figure {
  requireOptions("draw the spread", options, spreadOptions);
  const points = arms.flatMap(({ name, values }) => values.map((value) => ({ group: name, value })));
  return spreadChart(points, options);
}

/**
 * First less second, seed by seed, for each pair of names, with intervals. Takes the options of `differenceChart`.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if no arm has that name, or there are fewer than two seeds
 * @example
 * const arms = await measuredArms("pooling/pooling", "testAccuracy");
 * show(armDifferences(arms, [["max 2/2", "mean 2/2"]], { what: "test accuracy", format: "percent" }));
 */
export function armDifferences(
  arms: readonly Arm[],
  pairs: readonly (readonly [first: string, second: string])[],
  options: DifferenceChartOptions,
): Figure {
  requireWords("draw the differences", options, ["what", "title"]);
  const named = (name: string) => {
    const arm = arms.find((each) => each.name === name);
    if (arm) return arm;
    const known = arms.map((each) => each.name).join(", ");
    throw new RangeError(`Cannot compare "${name}": no arm has that name. Take one of ${known}.`);
  };
  const comparisons = pairs.map(
    ([first, second]): Comparison => ({ first: named(first), second: named(second) }),
  );
  return differenceChart(comparisons, options);
}

/**
 * Every run as a dot: its accuracy to the right, its steadiness upwards, both in percent, and in the title how closely the two go together.
 *
 * @param accuracy shares, one number a run
 * @param steady shares of the same runs, in the same order
 * @throws {RangeError} if the two are not of the same runs
 */
export function steadinessChart(accuracy: readonly Arm[], steady: readonly Arm[]): Figure {
  const points = accuracy.flatMap(({ name, values }) =>
    values.map((value, seed) => ({
      x: 100 * value,
      y: 100 * (steady.find((arm) => arm.name === name)?.values[seed] ?? Number.NaN),
      series: familyOf(name),
    })),
  );
  const together = correlation(
    points.map(({ x }) => x),
    points.map(({ y }) => y),
  );
  return scatterChart(points, {
    title: `Reading and staying: correlation ${together.toFixed(2)} over ${points.length} runs`,
    xTitle: "test accuracy, %",
    yTitle: "answers that stay, %",
  });
}

/** Arms of one kind share a colour. */
function familyOf(name: string): string {
  if (name.startsWith("late")) return "late";
  const stride = /^max \d\/(\d)/.exec(name)?.[1];
  return stride ? `maxima, stride ${stride}` : name;
}
