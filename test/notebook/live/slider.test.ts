import assert from "node:assert/strict";
import { test } from "node:test";
import type { PageControl } from "../../../src/notebook/live/control.js";
import { slider } from "../../../src/notebook/live/slider.js";

test("slider(options) begins at its least value unless told", () => {
  assert.equal(slider({ label: "n", max: 9 }).value, 0);
  assert.equal(slider({ label: "n", min: 2, max: 9 }).value, 2);
  assert.equal(slider({ label: "n", min: -1, max: 1, step: 0.1, value: 0.5 }).value, 0.5);
});

test("take(sent) takes numbers between the ends", () => {
  const control = slider({ label: "n", min: -1, max: 1, step: 0.1 }) as PageControl<number>;
  control.take(0.3);
  for (const wrong of [2, Number.NaN, "0.5", null, undefined]) control.take(wrong);
  assert.deepEqual([control.value, control.packed], [0.3, 0.3]);
});

test("slider(options) refuses what it cannot be", () => {
  const label = "n";
  assert.throws(() => slider({ label, max: Number.NaN }), /^RangeError: Cannot make a slider: max is NaN/);
  assert.throws(() => slider({ label, min: 3, max: 3 }), /^RangeError: Cannot make a slider from 3 to 3/);
  assert.throws(() => slider({ label, max: 3, step: 0 }), /^RangeError: Cannot make a slider: step is 0/);
  assert.throws(() => slider({ label, max: 3, value: 4 }), /^RangeError: Cannot make a slider: value is 4/);
  assert.throws(
    () => slider({ label: 5 as never, max: 3 }),
    /^TypeError: Cannot make a slider: the label is number/,
  );
  assert.throws(() => slider({ label, max: 3, low: 1 } as never), /there is no option low/);
});
