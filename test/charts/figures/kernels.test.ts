import assert from "node:assert/strict";
import { test } from "node:test";
import { kernelGrid } from "../../../src/charts/figures/kernels.js";
import { pixelsOf } from "../pixels.js";

test("kernelGrid(kernels) has white for zero, and the same strength for -1 and 1", () => {
  const at = pixelsOf(kernelGrid([[[-1, 0, 1]]], { scale: 10 }));
  const [negative, zero, positive] = [34, 54, 74].map((x) => at(x, 34));
  assert.deepEqual(zero, [255, 255, 255]);
  assert.deepEqual(negative, [5, 48, 97], "the blue end");
  assert.deepEqual(positive, [103, 0, 31], "the red end");
});

test("kernelGrid(kernels) draws kernels that are all zero", () => {
  assert.deepEqual(pixelsOf(kernelGrid([[[0]]], { scale: 10 }))(34, 34), [255, 255, 255]);
});
