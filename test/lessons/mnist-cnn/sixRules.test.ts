import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ofKernels,
  throughConvolution,
  throughDense,
  throughMaximum,
  throughRelu,
} from "../../../src/lessons/mnist-cnn/sixRules.js";

test("a dense layer hands each input its units' slopes times the weights, and each weight slope times input", () => {
  const { inputs, weights } = throughDense([1, -2], [3, 0, 5], [[1, 0], [2, 1], [0, 4]]); // biome-ignore format: a matrix
  assert.deepEqual(inputs, [1, 0, -8]);
  assert.deepEqual(weights, [[3, -6], [0, -0], [5, -10]]); // biome-ignore format: a matrix
});

test("ReLU shuts what is not above zero; of a window the first of the largest numbers gets the slope", () => {
  assert.deepEqual(throughRelu([1, 2, 3], [0, 0.1, -1]), [0, 2, 0]);
  const back = throughMaximum([[[7, 9]]], [[[1, 5, 2, 2], [3, 4, 2, 1]]]); // biome-ignore format: maps
  assert.deepEqual(back, [[[0, 7, 9, 0], [0, 0, 0, 0]]]); // biome-ignore format: maps
});

test("a convolution: kernels by filter and channel, and what its filters hand back added up", () => {
  const slopes = [[[1, 0], [0, -2]], [[0, 1], [0, 0]]]; // biome-ignore format: maps
  const image = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]; // biome-ignore format: a map
  assert.deepEqual(ofKernels(slopes, [image]), [[[[-9, -10], [-12, -13]]], [[[2, 3], [5, 6]]]]); // biome-ignore format: maps
  const kernels = [[[[1, 2], [3, 4]]], [[[10, 0], [0, 0]]]]; // biome-ignore format: kernels
  assert.deepEqual(throughConvolution(slopes, kernels), [[[1, 12, 0], [3, 2, -4], [0, -6, -8]]]); // biome-ignore format: maps
});
