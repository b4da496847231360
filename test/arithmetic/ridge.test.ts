import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { seeded } from "../../src/arithmetic/random.js";
import { ridge } from "../../src/arithmetic/ridge.js";

const close = (value: number, wanted: number, tolerance = 1e-6) =>
  assert.ok(Math.abs(value - wanted) <= tolerance, `${value} instead of ${wanted}`);

describe("ridge", () => {
  it("finds a line again when the penalty is next to nothing", () => {
    close(ridge([[0], [1], [2]], [[1], [3], [5]], 1e-9)([3])[0] ?? 0, 7);
  });

  it("shrinks one weight as the formula says, and leaves the bias free", () => {
    // x is centred: weight = sum(x y) / (sum(x x) + penalty), bias = mean(y).
    const fitted = ridge([[-1], [0], [1]], [[1], [4], [7]], 3);
    close(fitted([0])[0] ?? 0, 4);
    close((fitted([1])[0] ?? 0) - 4, 6 / (2 + 3));
  });

  it("meets the conditions of a minimum with several features and targets", () => {
    const random = seeded(2);
    const draw = (width: number) =>
      Array.from({ length: 40 }, () =>
        Array.from({ length: width }, () => (random() < 0.3 ? 0 : random() - 0.5)),
      );
    const [features, targets, penalty] = [draw(6), draw(3), 0.7];
    const fitted = ridge(features, targets, penalty);
    const bias = fitted([0, 0, 0, 0, 0, 0]);
    for (let target = 0; target < 3; target++) {
      const rest = features.map((row, index) => (targets[index]?.[target] ?? 0) - (fitted(row)[target] ?? 0));
      close(
        rest.reduce((sum, value) => sum + value, 0),
        0,
      );
      for (let feature = 0; feature < 6; feature++) {
        const unit = Array.from({ length: 6 }, (_, index) => (index === feature ? 1 : 0));
        const weight = (fitted(unit)[target] ?? 0) - (bias[target] ?? 0);
        const slope = features.reduce((sum, row, index) => sum + (row[feature] ?? 0) * (rest[index] ?? 0), 0);
        close(slope, penalty * weight);
      }
    }
  });

  it("refuses what cannot be fitted, in words", () => {
    assert.throws(
      () => ridge([[1], [2]], [[1]], 1),
      /^RangeError: Cannot fit: there are 2 rows of features and 1 rows of targets/,
    );
    assert.throws(() => ridge([[1]], [[1]], 0), /^RangeError: Cannot fit with the penalty 0/);
    assert.throws(() => ridge([[1]], [[1]], Number.NaN), /^RangeError: Cannot fit with the penalty NaN/);
    assert.throws(() => ridge([], [], 1), /^RangeError: Cannot fit: the matrix of features is empty/);
    assert.throws(() => ridge([[1, 2]], [[1]], 1)([1]), /^RangeError: Cannot apply the fit to 1 features/);
  });
});
