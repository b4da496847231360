import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../../../src/arithmetic/random.js";
import { mean } from "../../../src/arithmetic/statistics/statistics.js";
import { planeShare } from "../../../src/lessons/mnist-cnn/planeShare.js";

const plane = (down: number, right: number, base = 0) =>
  [0, 1, 2, 3, 4].map((row) => [0, 1, 2, 3, 4].map((column) => base + down * row + right * column));
const near = (value: number, wanted: number) =>
  assert.ok(Math.abs(value - wanted) < 1e-9, `${value}, not ${wanted}`);

test("planeShare(kernel) is 1 for any plane and 0 for what only bends", () => {
  near(planeShare(plane(1, 0)), 1);
  near(planeShare(plane(-2, 3, 7)), 1);
  near(planeShare([[1, 2]]), 1);
  near(planeShare([[0, 1, 0], [0, 1, 0], [0, 1, 0]]), 0); // biome-ignore format: a kernel
});

test("planeShare(kernel) does not change with size, sign or an added number, and turns with the kernel", () => {
  const random = seeded(3);
  const kernel = plane(0, 0).map((row) => row.map(() => random() - 0.5));
  const share = planeShare(kernel);
  near(planeShare(kernel.map((row) => row.map((weight) => 5 - 3 * weight))), share);
  near(planeShare(kernel.map((row, i) => row.map((_, j) => kernel[j]?.[i] as number))), share);
});

test("of random kernels of 5x5 it is 2 in 24 on average", () => {
  const random = seeded(4);
  const shares = Array.from({ length: 4_000 }, () =>
    planeShare(plane(0, 0).map((row) => row.map(() => random()))),
  );
  assert.ok(Math.abs(mean(shares) - 2 / 24) < 0.004, String(mean(shares)));
});

test("planeShare(kernel) refuses weights that are all equal", () => {
  assert.throws(
    () => planeShare(plane(0, 0, 2)),
    /Cannot see how much of a kernel is an edge: all its weights are 2/,
  );
  assert.throws(() => planeShare([]), RangeError);
});
