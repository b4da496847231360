/**
 * One quantity, one colour map, in all charts and lessons.
 *
 * The stops are those of matplotlib's `viridis` (CC0), which is perceptually uniform and safe for the colour-blind, and of
 * ColorBrewer's `RdBu` turned round, blue below zero and red above, white at zero.
 */
const viridis = [
  "#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725",
] as const; // biome-ignore format: ten stops read best in a row

const blueWhiteRed = [
  "#053061", "#2166ac", "#4393c3", "#92c5de", "#d1e5f0", "#ffffff", "#fddbc7", "#f4a582", "#d6604d", "#b2182b", "#67001f",
] as const; // biome-ignore format: as above

/** A colour map: a number from 0 to 1 to red, green and blue, 0 to 255. Outside it holds the end colour. */
export type ColorMap = (value: number) => readonly [red: number, green: number, blue: number];

/** Activations and class activation maps: dark is low, bright is high. */
export const sequential: ColorMap = between(viridis);

/** Kernels and weights: 0.5 is the value zero and white, blue is negative, red is positive. */
export const diverging: ColorMap = between(blueWhiteRed);

/** Digits and other gray images: 0 is black. */
export const gray: ColorMap = (value) => {
  const level = Math.round(255 * Math.min(1, Math.max(0, value)));
  return [level, level, level];
};

/** The same maps for Vega scales, as lists of colours. */
export const sequentialRange: readonly string[] = viridis;
export const divergingRange: readonly string[] = blueWhiteRed;

/**
 * Text in pictures, which have no ground of their own: between white and JupyterLab's dark ground, 4.5 to 1 on the first and 4.2 to 1
 * on the second. No gray has more on both, as white has only 18.9 to 1 on that ground.
 */
export const ink = "#767676";

/** Edges and axes in pictures, seen on light and dark grounds. */
export const edge = "#8e8e8e";

/** The frame of what is picked out, and the words below it. */
export const frameRed = "#e03131";

/** Grid lines, which let the ground shine through: faint on every ground. */
export const gridColor = "#88888840";

/** Text on what is painted pale or dark, whatever the ground. */
export const onPale = "#111111";
export const onDark = "#ffffff";

/** Whether text on a colour is to be that for dark ones, as an expression of Vega from one: 4.4 to 1 at the turn. */
export const isDark = (color: string): string => `luminance(${color}) < 0.19`;

/**
 * The colour of text inside a Vega-Lite chart, as an expression: as much against its ground as the labels of axes. Vega-Lite itself
 * would write it in black in every theme. Where the ground is not known, as in a still picture, it is {@link ink}.
 */
export const themedInk = {
  expr: `luminance(background) > 0.5 ? '${onPale}' : luminance(background) < 0.2 ? '${onDark}' : '${ink}'`,
};

/** The sets of a training, legible on white and on dark gray. A chart has two: what is measured on has one colour. */
export const setColors = { training: "#3b8ee0", validation: "#e8762c", test: "#e8762c" } as const;

/** Further series, in this order; the first two are those of {@link setColors}. */
export const seriesColors: readonly string[] = [
  "#3b8ee0", "#e8762c", "#2ca089", "#b86ad4", "#9a8a2b", "#d9568b", "#6f8fa8", "#997a5c",
]; // biome-ignore format: as above

/** Counts, such as how often a pixel is used: pale is few, dark is many (ColorBrewer's `Greens`, safe for the colour-blind). */
export const countRange: readonly string[] = [
  "#f7fcf5", "#e5f5e0", "#c7e9c0", "#a1d99b", "#74c476", "#41ab5d", "#238b45", "#006d2c", "#00441b",
]; // biome-ignore format: as above

/** A colour as CSS writes it. */
export function hex([red, green, blue]: readonly [number, number, number]): string {
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/** Linear steps between the stops. */
function between(stops: readonly string[]): ColorMap {
  const colors = stops.map((stop) => [1, 3, 5].map((at) => Number.parseInt(stop.slice(at, at + 2), 16)));
  return (value) => {
    const place = Math.min(1, Math.max(0, value)) * (colors.length - 1);
    const index = Math.min(colors.length - 2, Math.floor(place));
    const rest = place - index;
    const part = (channel: number) => {
      const from = colors[index]?.[channel] ?? 0;
      const to = colors[index + 1]?.[channel] ?? 0;
      return Math.round(from + (to - from) * rest);
    };
    return [part(0), part(1), part(2)];
  };
}
