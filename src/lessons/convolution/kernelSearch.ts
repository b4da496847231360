import { requireSome } from "../../arithmetic/lists.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { meanInterval } from "../../arithmetic/statistics/meanInterval.js";
import { mean } from "../../arithmetic/statistics/statistics.js";
import type { Figure } from "../../charts/figure.js";
import { lineChart } from "../../charts/figures/scatter.js";
import { table } from "../../charts/figures/table.js";
import { short } from "../../charts/format.js";
import { drawnKernel, noiseImage, square } from "./drawn.js";

/** What came of one search for the weights of a secret kernel. */
export interface FoundKernel {
  readonly kernel: Matrix;
  /** The root of the sum of the squared differences to the secret weights, before the first step and after each. */
  readonly distances: readonly number[];
  /** The mean of the squared errors, at the end. */
  readonly loss: number;
}

/** The searches from every image, with every seed. */
export interface KernelSearch {
  /** The images by their distance at the end, the nearest first. */
  readonly order: readonly string[];
  /** The mean distance while it is learned, a line for each image. */
  chart(): Figure;
  /** Loss and distance at the end, with the interval of the distance over the seeds. */
  table(): Figure;
}

const seeds = [1, 2, 3, 4, 5];
/** Parts of the way at which the chart has a point: closer where the distance falls fastest. */
const parts = [0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1];

/**
 * Searches a secret kernel from noise, from a digit and from a wall that is gray all over, five times each: every seed has first
 * weights of its own, and noise of its own.
 *
 * @param learn finds the kernel, from an image and its first weights
 * @param digit 28x28, pixels from 0 to 1
 * @throws {RangeError} if `learn` returns no distances
 * @see notebooks/03-convolution.ipynb
 */
export function kernelSearch(
  learn: (image: Matrix, start: Matrix) => FoundKernel,
  digit: Matrix,
): KernelSearch {
  const images: Readonly<Record<string, (seed: number) => Matrix>> = {
    noise: (seed) => noiseImage(100 + seed),
    "a digit": () => digit,
    "a gray wall": () => square(28, () => 0.5),
  };
  const searches = Object.entries(images).map(([name, imageOf]) => {
    const found = seeds.map((seed) => learn(imageOf(seed), drawnKernel(seed)));
    for (const { distances } of found) requireSome("follow the search", "distance", distances);
    const steps = (found[0] as FoundKernel).distances.length - 1;
    const at = (step: number) => found.map(({ distances }) => distances[step] as number);
    return { name, found, steps, at, ends: at(steps) };
  });
  const order = [...searches].sort((one, other) => mean(one.ends) - mean(other.ends));
  return {
    order: order.map(({ name }) => name),
    chart: () =>
      lineChart(
        searches.flatMap(({ name, steps, at }) =>
          [...new Set(parts.map((part) => Math.round(part * steps)))].map((step) => {
            return { x: step, y: mean(at(step)), series: name };
          }),
        ),
        {
          title: "Distance to the secret kernel, mean of five seeds",
          ...{ xTitle: "step", yTitle: "distance", zero: true },
        },
      ),
    table: () =>
      table(
        searches.map(({ name, found, ends }) => {
          const { mean: center, low, high } = meanInterval(ends);
          return {
            "learned from": name,
            "mean loss": mean(found.map(({ loss }) => loss)).toExponential(1),
            "mean distance": short(center),
            "95% interval": `${short(Math.max(0, low))} to ${short(high)}`,
          };
        }),
      ),
  };
}
