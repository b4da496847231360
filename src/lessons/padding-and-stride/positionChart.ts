import { mean } from "../../arithmetic/statistics/statistics.js";
import type { Figure } from "../../charts/figure.js";
import { lineChart } from "../../charts/figures/scatter.js";
import type { StoredRow } from "../results/experiment.js";
import { middleError, noiseSide, positionErrors } from "./positionErrors.js";

/**
 * How far off the networks of `padding-and-stride/position` are by the distance from the border, means over seeds, beside
 * always saying "in the middle".
 *
 * @throws {RangeError} if there are no rows
 */
export function positionChart(rows: readonly StoredRow[]): Figure {
  const points = Array.from({ length: noiseSide / 2 }, (_, distance) => [
    { x: distance, y: middleError(distance), series: "always the middle" },
    ...positionErrors(rows, distance).map(({ name, values }) => ({
      x: distance,
      y: mean(values),
      series: name,
    })),
  ]).flat();
  return lineChart(points, {
    title: "Reading the place off noise, mean of the seeds",
    xTitle: "distance from the border, pixels",
    yTitle: "off by, pixels",
    zero: true,
  });
}
