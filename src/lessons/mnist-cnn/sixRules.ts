import { crossCorrelate } from "../../arithmetic/correlate.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { slopesThrough } from "./slopesThrough.js";

/** Maps by channel, rows and columns. */
export type Maps = readonly Matrix[];

/** A dense layer's slopes: of its inputs, each weight's share of the slopes of the sums; of its weights, slope times input. */
export function throughDense(
  slopes: readonly number[],
  inputs: readonly number[],
  weights: Matrix,
): { inputs: number[]; weights: number[][] } {
  return {
    inputs: inputs.map((_, input) =>
      slopes.reduce((sum, slope, unit) => sum + slope * (weights[input]?.[unit] as number), 0),
    ),
    weights: inputs.map((input) => slopes.map((slope) => slope * input)),
  };
}

/** Only what ReLU let through passes a slope on. */
export const throughRelu = (slopes: readonly number[], answers: readonly number[]): number[] =>
  slopes.map((slope, at) => ((answers[at] as number) > 0 ? slope : 0));

/** The same, map by map. */
export const throughReluMaps = (slopes: Maps, answers: Maps): number[][][] =>
  slopes.map((map, channel) => map.map((row, i) => throughRelu(row, answers[channel]?.[i] ?? [])));

/** Of each 2x2 window the largest number gets the slope, the first of equal ones; the others get 0. */
export function throughMaximum(slopes: Maps, maps: Maps): number[][][] {
  return maps.map((map, channel) => {
    const back = map.map((row) => row.map(() => 0));
    slopes[channel]?.forEach((line, i) => {
      line.forEach((slope, j) => {
        const places = [0, 1].flatMap((down) =>
          [0, 1].map((right) => [2 * i + down, 2 * j + right] as const),
        );
        const at = ([row, column]: readonly [number, number]) => map[row]?.[column] as number;
        const [row, column] = places.reduce((best, place) => (at(place) > at(best) ? place : best));
        (back[row] as number[])[column] = slope;
      });
    });
    return back;
  });
}

/** The kernels' slopes, by filter and channel: each input map correlated with the slopes of a filter's sums. */
export const ofKernels = (slopes: Maps, inputs: Maps): Matrix[][] =>
  slopes.map((map) => inputs.map((input) => crossCorrelate(input, map)));

/** The slopes of a convolution's inputs, by channel: what each filter hands back through its kernel of that channel, added up. */
export function throughConvolution(slopes: Maps, kernels: readonly Maps[]): number[][][] {
  const channels = kernels[0]?.length ?? 0;
  return Array.from({ length: channels }, (_, channel) =>
    slopes
      .map((map, filter) => slopesThrough(map, kernels[filter]?.[channel] as Matrix))
      .reduce((all, part) => all.map((row, i) => row.map((slope, j) => slope + (part[i]?.[j] as number)))),
  );
}
