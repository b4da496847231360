import assert from "node:assert/strict";
import { test } from "node:test";
import type { Matrix } from "../../../src/arithmetic/matrix.js";
import { seeded } from "../../../src/arithmetic/random.js";
import { applyFilter } from "../../../src/lessons/channels-and-parameters/applyFilter.js";
import { type Tensor4D, tf } from "../../../src/networks/tf.js";

const channels = [[[1, 0, 2], [0, 1, 1]], [[0, 1, 0], [2, 0, 1]], [[1, 1, 1], [0, 0, 1]]]; // biome-ignore format: matrices
const kernels = [[[1, 0], [0, 1]], [[0, 1], [1, 0]], [[-1, 0], [0, 2]]]; // biome-ignore format: matrices

test("applyFilter(channels, kernels, bias) adds up the channels, and the bias once", () => {
  assert.deepEqual(applyFilter(channels, kernels, 1), [[5, 3]]);
  assert.deepEqual(applyFilter(channels, kernels), [[4, 2]]);
});

test("applyFilter(channels, kernels, bias) equals TensorFlow's conv2d on random channels", () => {
  const random = seeded(3);
  const drawn = (height: number, width: number): Matrix =>
    Array.from({ length: height }, () => Array.from({ length: width }, () => 2 * random() - 1));
  for (const count of [1, 2, 5]) {
    const image = Array.from({ length: count }, () => drawn(6, 7));
    const filter = Array.from({ length: count }, () => drawn(3, 2));
    const expected = tf.tidy(() => {
      const last = (of: readonly Matrix[]) => tf.tensor3d(of as number[][][]).transpose([1, 2, 0]);
      const sums = tf.conv2d(
        last(image).expandDims(0) as Tensor4D,
        last(filter).expandDims(3) as Tensor4D,
        1,
        "valid",
      );
      return sums.add(0.5).dataSync();
    });
    const found = applyFilter(image, filter, 0.5).flat();
    assert.equal(found.length, 4 * 6);
    for (const [at, value] of found.entries())
      assert.ok(Math.abs(value - (expected[at] ?? Number.NaN)) < 1e-5, `${count} channels, ${at}`);
  }
});

test("applyFilter(channels, kernels) refuses no channel, and another number of kernels", () => {
  assert.throws(() => applyFilter([], []), /^RangeError: Cannot apply the filter: there is no channel/);
  assert.throws(() => applyFilter(channels, kernels.slice(1)), /3 channels and 2 kernels/);
  assert.throws(() => applyFilter([[[1]]], kernels.slice(2)), /^RangeError/);
});
