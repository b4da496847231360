import type { Matrix } from "../../arithmetic/matrix.js";
import { diverging } from "../color.js";
import { short } from "../format.js";
import { extent } from "../matrix.js";
import type { ColorBar } from "./colorBar.js";
import type { Tile } from "./grid.js";

/**
 * Matrices of numbers that may be negative as tiles with one scale for all: blue is negative, white is zero, red is positive, and both
 * ends lie equally far from zero. With the colour bar, and the range in words.
 */
export function signedTiles(
  matrices: readonly Matrix[],
  captions: readonly string[] | undefined,
  title: string,
): { tiles: Tile[]; bar: ColorBar; range: string } {
  const [least, most] = extent(matrices);
  const bound = Math.max(Math.abs(least), Math.abs(most)) || 1;
  const tiles = matrices.map((matrix, index) => ({
    rgb: Uint8Array.from(matrix.flat().flatMap((value) => diverging(0.5 + value / (2 * bound)))),
    caption: captions?.[index],
  }));
  const bar = { map: diverging, title, ticks: [short(-bound), "0", short(bound)] };
  return { tiles, bar, range: `from ${short(least)} to ${short(most)}: blue below zero, red above` };
}
