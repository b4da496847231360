import assert from "node:assert/strict";
import { test } from "node:test";
import { nearestNeighbour } from "../../src/arithmetic/nearest.js";

test("nearestNeighbour(examples, labels) answers with the label of the closest example", () => {
  const answer = nearestNeighbour([[0, 0], [4, 0], Float32Array.of(0, 9)], ["left", "right", "below"]);
  const cases: [features: number[], label: string][] = [
    [[1, 1], "left"],
    [[3, 0], "right"],
    [[2, 0], "left"], // equally far from two: the first
    [[4, 7], "below"],
    [[-5, 40], "below"],
  ];
  for (const [features, label] of cases) assert.equal(answer(features), label, features.join());
});

test("nearestNeighbour(examples, labels) refuses no examples, odd labels and odd rows", () => {
  assert.throws(
    () => nearestNeighbour([], []),
    /^RangeError: Cannot compare with examples: there is no example/,
  );
  assert.throws(() => nearestNeighbour([[1]], [1, 2]), /1 examples and 2 labels/);
  assert.throws(() => nearestNeighbour([[1, 2]], [1])([1]), /^RangeError: Cannot compare 1 features with 2/);
  assert.throws(() => nearestNeighbour([[1, 2], [1]], [1, 2])([1, 2]), /Cannot compare 1 features with 2/);
});
