/** So many ticks at most have room beside one another, with numbers of four digits. */
const most = 11;

/**
 * Whole numbers for the ticks of an axis, all in one step of 1, 2, 5, 10, 20 …: epochs, pixels. They lie between the ends; the first
 * stands at the lower one where the step is 1.
 *
 * @example wholeTicks(1, 4) // [1, 2, 3, 4]
 * @example wholeTicks(1, 30) // [5, 10, 15, 20, 25, 30]
 */
export function wholeTicks(from: number, to: number): number[] {
  const step = stepFor(Math.floor(to) - Math.ceil(from));
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

function stepFor(span: number): number {
  for (let power = 1; ; power *= 10) {
    for (const digit of [1, 2, 5]) {
      if (span / (digit * power) <= most - 1) return digit * power;
    }
  }
}
