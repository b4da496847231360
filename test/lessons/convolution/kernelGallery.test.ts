import assert from "node:assert/strict";
import { test } from "node:test";
import { classicalKernels } from "../../../src/arithmetic/kernels.js";
import { kernelGallery, weightSum } from "../../../src/lessons/convolution/kernelGallery.js";

test("weightSum(kernel) adds the weights, without what rounding leaves", () => {
  assert.equal(weightSum(classicalKernels.boxBlur), 1);
  assert.equal(weightSum(classicalKernels.laplacian), 0);
  assert.equal(weightSum([[1.5, -4]]), -2.5);
});

test("kernelGallery() says of all eight kernels what they sum to and answer to a gray wall", () => {
  const { description } = kernelGallery();
  for (const name of ["identity", "boxBlur", "gaussianBlur", "sharpen", "emboss"])
    assert.ok(description.includes(`${name}, sum 1, wall 100`), name);
  for (const name of ["sobelX", "sobelY", "laplacian"])
    assert.ok(description.includes(`${name}, sum 0, wall 0`), name);
});
