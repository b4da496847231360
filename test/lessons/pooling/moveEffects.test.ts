import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { moveEffects } from "../../../src/lessons/pooling/moveEffects.js";
import type { NetworkLayer } from "../../../src/networks/models/cnn.js";
import { tf } from "../../../src/networks/tf.js";

const stroke = (row: number, length: number) =>
  Array.from({ length: 28 }, (_, y) =>
    Array.from({ length: 28 }, (_, x) => (y === row && x >= 9 && x < 9 + length ? 250 : 0)),
  );
const digits = digitsFrom([stroke(12, 5), stroke(15, 9)], [0, 1]);
const conv: NetworkLayer = { kind: "conv", filters: 4, kernel: 5, padding: "same", activation: "relu" };
const end: NetworkLayer[] = [{ kind: "globalAverage" }, { kind: "dense", units: 3 }];
const still = (values: readonly number[]) =>
  [...values.keys()].filter((move) => (values[move] as number) < 1e-4);

test("moveEffects(layers, digits, options) finds that a mean of all places does not see a move", () => {
  const before = tf.memory().numTensors;
  assert.deepEqual(
    still(moveEffects([conv, ...end], digits, { longest: 8, seed: 1 })),
    [0, 1, 2, 3, 4, 5, 6, 7, 8],
  );
  assert.equal(tf.memory().numTensors, before, "tensors are left behind");
});

test("moveEffects(layers, digits, options) finds the whole steps of a grid, of one stride or of two", () => {
  const max: NetworkLayer = { kind: "maxPool", size: 2 };
  assert.deepEqual(still(moveEffects([conv, max, ...end], digits, { longest: 5, seed: 2 })), [0, 2, 4]);
  assert.deepEqual(
    still(moveEffects([conv, max, conv, max, ...end], digits, { longest: 8, seed: 2 })),
    [0, 4, 8],
  );
});

test("moveEffects(layers, digits, options) finds that weights for places see every move", () => {
  const places: NetworkLayer[] = [
    { kind: "averagePool", size: 15 },
    { kind: "flatten" },
    { kind: "dense", units: 3 },
  ];
  assert.deepEqual(still(moveEffects([conv, ...places], digits, { longest: 3, seed: 1 })), [0]);
});

test("moveEffects(layers, digits, options) refuses what it cannot measure", () => {
  for (const longest of [-1, 9, 0.5])
    assert.throws(
      () => moveEffects([conv, ...end], digits, { longest, seed: 1 }),
      /^RangeError: Cannot move 2 digits/,
    );
  const one = digitsFrom([stroke(12, 5)], [0]);
  assert.throws(
    () => moveEffects([conv, ...end], one, { longest: 1, seed: 1 }),
    /^RangeError: Cannot move 1 digits/,
  );
});
