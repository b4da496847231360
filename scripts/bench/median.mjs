/** @param {readonly number[]} values */
export function median(values) {
  const all = [...values].sort((a, b) => a - b);
  const [low, high] = [all[(all.length - 1) >> 1], all[all.length >> 1]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
