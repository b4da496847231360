import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

interface Interval {
  readonly confidence: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What SciPy says of random samples; `scipy/make.py` writes it. */
export const scipy = JSON.parse(readFileSync(new URL("scipy/intervals.json", import.meta.url), "utf8")) as {
  readonly quantiles: readonly { confidence: number; degreesOfFreedom: number; factor: number }[];
  readonly means: readonly (Interval & { values: readonly number[] })[];
  readonly pairs: readonly (Interval & { a: readonly number[]; b: readonly number[]; shown: boolean })[];
};

/** Both ends agree up to a millionth of the interval's width, and up to the rounding of the numbers themselves. */
export function assertInterval(found: Omit<Interval, "confidence">, wanted: Interval, largest: number): void {
  const allowed = 1e-6 * (wanted.high - wanted.low) + 1e-13 * largest;
  for (const end of ["mean", "low", "high"] as const) {
    const off = Math.abs(found[end] - wanted[end]);
    assert.ok(
      off <= allowed,
      `${end}: ${found[end]}, SciPy says ${wanted[end]} of ${JSON.stringify(wanted)}`,
    );
  }
}
