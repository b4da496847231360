/**
 * Where the largest of some numbers stands, of equals the first. Of `count` numbers from place `from` on, counted from there: for
 * a row of a table that lies flat.
 *
 * @example indexOfLargest([3, 9, 1]) // 1
 */
export function indexOfLargest(
  values: ArrayLike<number>,
  from = 0,
  count: number = values.length - from,
): number {
  let best = 0;
  for (let index = 1; index < count; index++) {
    if ((values[from + index] as number) > (values[from + best] as number)) best = index;
  }
  return best;
}
