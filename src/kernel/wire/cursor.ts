/**
 * Jupyter counts a cursor in code points (since protocol 5.2), JavaScript in UTF-16 units: an emoji before the cursor
 * is 1 there and 2 here. This is the way in; a position beyond the end becomes the end.
 */
export function unitsFromPoints(text: string, points: number): number {
  let units = 0;
  for (let left = points; left > 0 && units < text.length; left--) {
    units += (text.codePointAt(units) as number) > 0xffff ? 2 : 1;
  }
  return units;
}

/** And this the way out. */
export function pointsFromUnits(text: string, units: number): number {
  let points = 0;
  for (let at = 0; at < units && at < text.length; points++) {
    at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
  }
  return points;
}
