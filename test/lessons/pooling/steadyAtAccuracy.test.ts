import assert from "node:assert/strict";
import { test } from "node:test";
import { type SteadinessCurve, steadyAtAccuracy } from "../../../src/lessons/pooling/steadyAtAccuracy.js";

const curve: SteadinessCurve = [[0.5, 0.4], [0.8, 0.7], [0.9, 0.9], [0.92, 0.91]]; // biome-ignore format: epochs
const cases: readonly (readonly [level: number, steady: number])[] = [
  [0.85, 0.8],
  [0.8, 0.7],
  [0.9, 0.9],
  [0.65, 0.55],
  [0.4, 0.3], // before the first epoch: its line continued
];

for (const [level, steady] of cases) {
  test(`steadyAtAccuracy(curve, ${level}) lies on the line between the epochs around it`, () => {
    assert.ok(Math.abs(steadyAtAccuracy(curve, level) - steady) < 1e-12);
  });
}

test("steadyAtAccuracy(curve, level) takes the first of two equal accuracies, and refuses a curve that is none", () => {
  assert.equal(
    steadyAtAccuracy(
      [
        [0.9, 0.8],
        [0.9, 0.7],
      ],
      0.9,
    ),
    0.8,
  );
  assert.throws(
    () => steadyAtAccuracy([[0.9, 0.8]], 0.9),
    /^RangeError: Cannot read the steadiness .* has 1 epochs/,
  );
});
