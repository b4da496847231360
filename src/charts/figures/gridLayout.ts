/** CSS pixels around a grid of pictures, and between them. */
export const gridMargin = 12;
export const gridGap = 8;

/** Columns for so many tiles: not wider than a notebook cell, and rows that are full where the number allows. */
export function columnsFor(count: number, tileWidth: number, wanted?: number): number {
  if (wanted !== undefined) {
    if (!Number.isInteger(wanted) || wanted < 1) {
      throw new RangeError(`Cannot lay out the grid: columns is ${wanted}. Use a whole number from 1.`);
    }
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
    if (!Number.isInteger(wanted) || wanted < 1) {
      throw new RangeError(`Cannot lay out the grid: scale is ${wanted}. Use a whole number from 1.`);
    }
    return wanted;
  }
  return Math.max(1, Math.round(target / length));
}

/** Captions that fit the tiles, or none. */
export function checkCaptions(captions: readonly string[] | undefined, count: number): void {
  if (captions !== undefined && captions.length !== count) {
    throw new RangeError(
      `Cannot lay out the grid: ${captions.length} captions for ${count} pictures. Pass one each.`,
    );
  }
}
