import { requireWhole } from "../../arithmetic/whole.js";

/** CSS pixels around a grid of pictures, and between them. */
export const gridMargin = 12;
export const gridGap = 8;

/** Columns for so many tiles: not wider than a notebook cell, and rows that are full where the number allows. */
export function columnsFor(count: number, tileWidth: number, wanted?: number): number {
  if (wanted !== undefined) {
    requireWhole("lay out the grid", { columns: wanted }, { from: 1 });
    return wanted;
  }
  const fit = Math.max(1, Math.floor((760 - 2 * gridMargin + gridGap) / (tileWidth + gridGap)));
  if (count <= fit) return count;
  const most = Math.min(fit, Math.max(8, Math.ceil(Math.sqrt(count))));
  for (let columns = most; columns > most / 2; columns--) {
    if (count % columns === 0) return columns;
  }
  return Math.ceil(count / Math.ceil(count / most));
}

/** A whole number of CSS pixels per picture pixel that brings a tile to about so many CSS pixels. */
export function scaleFor(length: number, target: number, wanted?: number): number {
  if (wanted !== undefined) {
    requireWhole("lay out the grid", { scale: wanted }, { from: 1 });
    return wanted;
  }
  return Math.max(1, Math.round(target / length));
}

/** The captions of a grid in a sentence: `: one; two`, or nothing where there are none. */
export function captionText(captions: readonly string[] | undefined, lead = ": "): string {
  if (captions === undefined) return "";
  return lead + captions.map((caption) => caption.replaceAll("\n", ", ")).join("; ");
}
