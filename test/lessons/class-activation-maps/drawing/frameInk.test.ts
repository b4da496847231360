import assert from "node:assert/strict";
import { test } from "node:test";
import type { Matrix } from "../../../../src/arithmetic/matrix.js";
import { digitAt, digitsFrom } from "../../../../src/images/digits/digits.js";
import { frameInk } from "../../../../src/lessons/class-activation-maps/drawing/frameInk.js";
import { shrink } from "../../../../src/lessons/class-activation-maps/drawing/shrink.js";
import { varyStrokes } from "../../../../src/lessons/class-activation-maps/drawing/varyStrokes.js";

const field = (size: number, ink: (row: number, column: number) => number): Matrix =>
  Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => ink(row, column)));
const box = (top: number, left: number, height: number, width: number) =>
  field(14, (row, column) =>
    row >= top && row < top + height && column >= left && column < left + width ? 255 : 0,
  );
const framed = (image: Matrix) => digitAt(frameInk(digitsFrom([image], [0])), 0);

test("frameInk(digits) leaves ten pixels of ink in the middle as they are", () => {
  assert.deepEqual(framed(box(2, 4, 10, 6)), box(2, 4, 10, 6));
});

test("frameInk(digits) brings ink of that size to the middle, wherever it was", () => {
  for (const [top, left] of [[0, 0], [4, 8], [1, 5]] as const) // biome-ignore format: three places
    assert.deepEqual(framed(box(top, left, 10, 6)), box(2, 4, 10, 6), `from ${top}, ${left}`);
});

test("frameInk(digits) enlarges 5 pixels of ink to 10, read between the old ones", () => {
  const rows = framed(box(3, 1, 5, 5)).map((row) => Math.max(...row));
  // Old rows 3 to 7 around 5, new row y is read at 5 + (y - 6.5) / 2: at 2.25, 2.75, 3.25 for y = 1, 2, 3.
  assert.deepEqual(rows.slice(0, 4), [0, 64, 191, 255]);
});

test("frameInk(digits) leaves a blank image blank", () => {
  assert.deepEqual(framed(box(0, 0, 0, 0)), box(0, 0, 0, 0));
});

test("shrink(digits, factor) takes the mean of each block", () => {
  const image = [
    [0, 4, 8, 8],
    [4, 8, 8, 9],
    [1, 1, 0, 0],
    [1, 0, 0, 255],
  ];
  assert.deepEqual(digitAt(shrink(digitsFrom([image, image], [3, 4]), 2), 1), [
    [4, 8],
    [1, 64],
  ]);
  assert.throws(() => shrink(digitsFrom([image], [3]), 3), /^RangeError: Cannot shrink 4x4 pixels by 3/);
});

test("varyStrokes(digits, { seed }) varies the same way again, another way with another seed, and keeps the labels", () => {
  const digits = digitsFrom([field(28, (row, column) => (Math.abs(row - column) < 2 ? 255 : 0))], [7]);
  const [one, again, other] = [1, 1, 2].map((seed) => varyStrokes(digits, { seed }));
  assert.deepEqual(one, again);
  assert.notDeepEqual(one?.pixels, other?.pixels);
  assert.deepEqual([...(one?.labels ?? [])], [7]);
  assert.throws(() => varyStrokes(digits, { seed: 1, strength: 3 }), /Cannot vary strokes with strength 3/);
});

test("varyStrokes(digits, { strength: 0 }) changes the thickness only: a block stays in its place", () => {
  const block = field(28, (row, column) => (row >= 10 && row < 18 && column >= 10 && column < 18 ? 255 : 0));
  const image = digitAt(varyStrokes(digitsFrom([block], [0]), { seed: 4, strength: 0 }), 0);
  for (const [row, column] of [[13, 13], [11, 16]] as const) assert.equal(image[row]?.[column], 255); // biome-ignore format: two
  for (const [row, column] of [[8, 13], [13, 20], [3, 3]] as const) assert.equal(image[row]?.[column], 0); // biome-ignore format: three
});
