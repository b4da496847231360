import assert from "node:assert/strict";
import { test } from "node:test";
import { type Digits, digitsFrom } from "../../../src/images/digits/digits.js";
import { canvas } from "../../../src/notebook/live/canvas.js";
import type { PageControl } from "../../../src/notebook/live/control.js";

const bytes = (...values: number[]) => Buffer.from(values).toString("base64");

test("canvas() is an empty digit of MNIST's size", () => {
  const { value, form, label } = canvas() as PageControl<Digits>;
  assert.deepEqual([value.count, value.height, value.width, value.labels.length], [1, 28, 28, 1]);
  assert.ok(value.pixels.every((pixel) => pixel === 0));
  assert.deepEqual(form, { kind: "canvas", label: "Paint here", height: 28, width: 28 });
  assert.equal(label, "Paint here");
});

test("canvas({ start }) begins with a copy of that image, in its size", () => {
  const start = digitsFrom([[[0, 9, 255]]], [1]);
  const control = canvas({ start }) as PageControl<Digits>;
  assert.deepEqual([...control.value.pixels], [0, 9, 255]);
  assert.equal(control.packed, bytes(0, 9, 255));
  control.take(bytes(1, 2, 3));
  assert.deepEqual([...start.pixels], [0, 9, 255]);
});

test("take(sent) takes pictures of its size, each a value of its own, and nothing else", () => {
  const control = canvas({ height: 1, width: 2 }) as PageControl<Digits>;
  control.take(bytes(7, 8));
  const first = control.value;
  control.take(bytes(9, 10));
  assert.deepEqual([...first.pixels, ...control.value.pixels], [7, 8, 9, 10]);
  for (const wrong of [bytes(1), bytes(1, 2, 3), "%%%", 7, null, undefined, [1, 2]]) control.take(wrong);
  assert.deepEqual([...control.value.pixels], [9, 10]);
});

test("canvas(options) refuses what it cannot be", () => {
  const two = digitsFrom([[[0]], [[1]]], [1, 2]);
  const colour = { ...digitsFrom([[[0, 1, 2]]], [1]), width: 1, channels: 3 as const, classes: ["a"] };
  assert.throws(() => canvas({ height: 0 }), /^RangeError: Cannot make a canvas: height is 0/);
  assert.throws(() => canvas({ width: 129 }), /^RangeError: Cannot make a canvas: width is 129/);
  assert.throws(
    () => canvas({ start: two }),
    /^RangeError: Cannot make a canvas: start has 2 images\. Give one/,
  );
  assert.throws(() => canvas({ start: colour }), /^RangeError: Cannot make a canvas images in colour/);
  assert.throws(
    () => canvas({ start: digitsFrom([[[0]]], [1]), width: 28 }),
    /^RangeError: Cannot make a canvas of 1x28 pixels: start has 1x1/,
  );
  assert.throws(() => canvas({ label: " " }), /^TypeError: Cannot make a canvas: the label is empty/);
  assert.throws(
    () => canvas({ size: 28 } as never),
    /^TypeError: Cannot make a canvas: there is no option size/,
  );
});
