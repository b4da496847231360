import assert from "node:assert/strict";
import { test } from "node:test";
import { armDifferences, armSpread, steadinessChart } from "../../../src/lessons/pooling/armFigures.js";

const arms = [
  { name: "late mean", values: [0.9, 0.91, 0.92] },
  { name: "max 2/2", values: [0.95, 0.96, 0.97] },
];

test("armSpread(arms, options) draws every run in the group of its arm", () => {
  const { description } = armSpread(arms, { yTitle: "accuracy" });
  assert.match(description, /6 runs\. late mean: mean 0\.91, .*; max 2\/2: mean 0\.96/);
});

test("armDifferences(arms, pairs, options) takes the second from the first", () => {
  const words = { what: "accuracy", format: "percent" } as const;
  assert.match(
    armDifferences(arms, [["max 2/2", "late mean"]], words).description,
    /max 2\/2 has 5.* more than late mean/,
  );
  assert.match(
    armDifferences(arms, [["late mean", "max 2/2"]], words).description,
    /late mean has 5.* less than max 2\/2/,
  );
  assert.throws(
    () => armDifferences(arms, [["max 2/2", "none"]], words),
    /^RangeError: Cannot compare "none": no arm has that name\. Take one of late mean, max 2\/2\./,
  );
});

test("steadinessChart(accuracy, steady) pairs the runs by arm and seed and tells their correlation", () => {
  const steady = [
    { name: "max 2/2", values: [0.8, 0.81, 0.82] },
    { name: "late mean", values: [0.75, 0.76, 0.77] },
  ];
  const { description } = steadinessChart(arms, steady);
  assert.match(description, /correlation 1\.00 over 6 runs/);
  assert.match(description, /late: 75 at 90, 76 at 91, 77 at 92; maxima, stride 2: 80 at 95/);
  const ended = [{ name: "max 3/1, max end", values: [0.9, 0.92, 0.91] }];
  assert.match(steadinessChart(ended, ended).description, /maxima, stride 1: 90 at 90/);
  const falling = steady.map((arm) => ({ ...arm, values: arm.values.map((value) => 1 - value) }));
  assert.match(steadinessChart(arms, falling).description, /correlation -1\.00/);
  assert.throws(() => steadinessChart(arms, steady.slice(1)), /RangeError/);
});
