import { type Located, localisedShare } from "../../arithmetic/maps/localisation.js";
import type { Figure } from "../../charts/figure.js";
import { lineChart } from "../../charts/figures/scatter.js";

const thresholds = [
  0, 0.04, 0.08, 0.12, 0.16, 0.2, 0.24, 0.28, 0.32, 0.36, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8,
]; // biome-ignore format: a row

/** What a threshold for all scenes is worth. */
export interface ThresholdSweep {
  readonly figure: Figure;
  /** The one that localises most on validation scenes, the lowest of equals. */
  readonly chosen: number;
  /** What it localises on the test scenes. */
  readonly localised: number;
}

/**
 * The share localised at each of 16 thresholds, for validation and test scenes, as a chart; and the threshold that the validation scenes
 * choose, with what it reaches on the test scenes.
 *
 * @throws {RangeError} if there are no maps
 */
export function thresholdSweep(validation: readonly Located[], test: readonly Located[]): ThresholdSweep {
  const shares = (found: readonly Located[]) => thresholds.map((each) => localisedShare(found, each));
  const sets = { test: shares(test), validation: shares(validation) };
  const at = sets.validation.indexOf(Math.max(...sets.validation));
  const points = Object.entries(sets).flatMap(([series, values]) =>
    values.map((y, index) => ({ x: thresholds[index] as number, y, series })),
  );
  const figure = lineChart(points, {
    title: "One threshold for all scenes",
    xTitle: "threshold, share of the maximum",
    yTitle: "localised",
    format: "percent",
    zero: true,
  });
  return { figure, chosen: thresholds[at] as number, localised: sets.test[at] as number };
}
