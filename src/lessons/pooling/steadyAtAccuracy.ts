/** Accuracy and steadiness, as shares, after each epoch of a training. */
export type SteadinessCurve = readonly (readonly [accuracy: number, steady: number])[];

/**
 * How steady a network's answers were when its accuracy came to this level: between the two epochs around it, along a straight line.
 * A curve that starts above the level, or never comes to it, is continued from its first two epochs.
 *
 * @param level a share of right answers, from 0 to 1
 * @throws {RangeError} if the curve has fewer than two epochs
 * @example steadyAtAccuracy([[0.8, 0.7], [0.9, 0.9]], 0.85) // 0.8
 */
export function steadyAtAccuracy(curve: SteadinessCurve, level: number): number {
  if (curve.length < 2) {
    throw new RangeError(
      `Cannot read the steadiness at an accuracy of ${level}: the curve has ${curve.length} epochs. Give two at least.`,
    );
  }
  const reached = curve.findIndex(([accuracy]) => accuracy >= level);
  const after = Math.max(1, reached);
  const [low, from] = curve[after - 1] as SteadinessCurve[number];
  const [high, to] = curve[after] as SteadinessCurve[number];
  return low === high ? from : from + ((level - low) / (high - low)) * (to - from);
}
