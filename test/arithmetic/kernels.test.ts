import assert from "node:assert/strict";
import { test } from "node:test";
import { crossCorrelate } from "../../src/arithmetic/correlate.js";
import { classicalKernels } from "../../src/arithmetic/kernels.js";
import { transposed } from "./matrices.js";

const sum = (matrix: readonly (readonly number[])[]) =>
  matrix.flat().reduce((total, value) => total + value, 0);

test("classicalKernels has eight kernels of 3x3", () => {
  const names = ["boxBlur", "emboss", "gaussianBlur", "identity", "laplacian", "sharpen", "sobelX", "sobelY"];
  assert.deepEqual(Object.keys(classicalKernels).sort(), names);
  for (const kernel of Object.values(classicalKernels)) {
    assert.deepEqual(
      kernel.map((row) => row.length),
      [3, 3, 3],
    );
  }
});

test("classicalKernels keep brightness (sum 1) or answer to change only (sum 0)", () => {
  const sums = {
    boxBlur: 1,
    emboss: 1,
    gaussianBlur: 1,
    identity: 1,
    laplacian: 0,
    sharpen: 1,
    sobelX: 0,
    sobelY: 0,
  };
  for (const [name, expected] of Object.entries(sums)) {
    const kernel = classicalKernels[name as keyof typeof sums];
    assert.ok(Math.abs(sum(kernel) - expected) < 1e-12, name);
  }
});

test("classicalKernels.sobelX answers to brightness rising to the right, sobelY to brightness rising downwards", () => {
  const toTheRight = [
    [0, 1, 2],
    [0, 1, 2],
    [0, 1, 2],
  ];
  assert.deepEqual(classicalKernels.sobelX, [
    [-1, 0, 1],
    [-2, 0, 2],
    [-1, 0, 1],
  ]);
  assert.deepEqual(classicalKernels.sobelY, transposed(classicalKernels.sobelX));
  assert.deepEqual(crossCorrelate(toTheRight, classicalKernels.sobelX), [[2 + 4 + 2]]);
  assert.deepEqual(crossCorrelate(toTheRight, classicalKernels.sobelY), [[0]]);
  assert.deepEqual(crossCorrelate(transposed(toTheRight), classicalKernels.sobelY), [[8]]);
});

test("classicalKernels.laplacian is the second difference along both axes", () => {
  const square = Array.from({ length: 5 }, (_, row) =>
    Array.from({ length: 5 }, (_, column) => row ** 2 + column),
  );
  assert.deepEqual(crossCorrelate(square, classicalKernels.laplacian).flat(), Array(9).fill(2));
});
