import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded, shuffled } from "../../../src/arithmetic/random.js";
import { digitAt, digitsFrom, pick } from "../../../src/images/digits/digits.js";
import { jitter, rearrangePixels } from "../../../src/lessons/images-and-dense-layers/rearrange.js";

const two = digitsFrom(
  [
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
    [
      [7, 8, 9],
      [10, 11, 12],
    ],
  ],
  [3, 8],
);

test("rearrangePixels(digits, order) takes pixel order[i] to place i, in every image", () => {
  const changed = rearrangePixels(two, [5, 0, 1, 2, 4, 3]);
  assert.deepEqual(digitAt(changed, 0), [
    [6, 1, 2],
    [3, 5, 4],
  ]);
  assert.deepEqual(digitAt(changed, 1), [
    [12, 7, 8],
    [9, 11, 10],
  ]);
  assert.deepEqual([...changed.labels], [3, 8]);
  assert.equal(two.pixels[0], 1, "the original stays");
});

test("rearrangePixels is undone by the inverse order", () => {
  const order = shuffled(6, seeded(4));
  const inverse = [...order.keys()].map((place) => order.indexOf(place));
  assert.deepEqual(rearrangePixels(rearrangePixels(two, order), inverse).pixels, two.pixels);
});

test("rearrangePixels refuses what is no order of all pixels", () => {
  for (const order of [
    [0, 1, 2],
    [0, 0, 1, 2, 3, 4],
    [0, 1, 2, 3, 4, 6],
    [0, 1, 2, 3, 4, 0.5],
  ]) {
    assert.throws(
      () => rearrangePixels(two, order),
      /^RangeError: Cannot rearrange 6 pixels by an order of \d/,
    );
  }
});

test("jitter(digits, { pixels, seed }) moves every image on its own, by at most so many pixels", () => {
  const dot = Array.from({ length: 9 }, (_, row) =>
    Array.from({ length: 9 }, (_, column) => (row === 4 && column === 4 ? 200 : 0)),
  );
  const dots = digitsFrom(
    Array.from({ length: 400 }, () => dot),
    Array.from({ length: 400 }, (_, index) => index % 10),
  );
  const moved = jitter(dots, { pixels: 2, seed: 1 });
  const places = Array.from({ length: 400 }, (_, index) => digitAt(moved, index).flat().indexOf(200));
  const steps = places.flatMap((place) => [Math.floor(place / 9) - 4, (place % 9) - 4]);
  assert.deepEqual(
    [...new Set(steps)].sort((a, b) => a - b),
    [-2, -1, 0, 1, 2],
  );
  assert.equal(new Set(places).size, 25, "every combination comes up");
  assert.deepEqual(moved.labels, dots.labels);
  assert.equal(dots.pixels[40], 200, "the original stays");
  assert.deepEqual(jitter(dots, { pixels: 2, seed: 1 }).pixels, moved.pixels);
  assert.notDeepEqual(jitter(dots, { pixels: 2, seed: 2 }).pixels, moved.pixels);
  assert.deepEqual(jitter(dots, { pixels: 0, seed: 1 }).pixels, pick(dots, [...places.keys()]).pixels);
});

test("jitter refuses parts of pixels", () => {
  assert.throws(
    () => jitter(two, { pixels: 0.5, seed: 1 }),
    /^RangeError: Cannot move digits: pixels is 0.5/,
  );
});
