import { mean } from "../../arithmetic/statistics/statistics.js";
import type { Figure } from "../../charts/figure.js";
import { lineChart } from "../../charts/figures/scatter.js";
import { middleErrors, positionErrors } from "./positionErrors.js";

/**
 * How far off the networks of `padding-and-stride/position` are by the distance from the border, means over seeds, beside
 * always saying "in the middle".
 */
export async function positionChart(): Promise<Figure> {
  const lineOf = (series: string, errors: readonly number[]) => errors.map((y, x) => ({ x, y, series }));
  const meansOf = async (arm: string) => lineOf(arm, (await positionErrors(arm)).map(mean));
  const points = [
    ...lineOf("always the middle", middleErrors),
    ...(await meansOf("wrapped around")),
    ...(await meansOf("zeros around")),
  ];
  return lineChart(points, {
    title: "Reading the place off noise, mean of the seeds",
    xTitle: "distance from the border, pixels",
    yTitle: "off by, pixels",
    zero: true,
    baseline: "always the middle",
  });
}
