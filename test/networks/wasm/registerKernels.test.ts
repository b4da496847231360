import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type Tensor, type Tensor4D, tf } from "../../../src/networks/tf.js";
import { assertSame, startWasm } from "./compare.js";

before(startWasm);

const image = [2, 5, 6, 3];
const matrix = [4, 5];

/** What layers, losses and optimizers compute, each with its inputs' shapes. */
const operations: Record<string, [compute: (...inputs: Tensor[]) => Tensor, ...shapes: number[][]]> = {
  relu: [(x) => tf.relu(x), matrix],
  relu6: [(x) => tf.relu6(x), matrix],
  elu: [(x) => tf.elu(x), matrix],
  selu: [(x) => tf.selu(x), matrix],
  leakyRelu: [(x) => tf.leakyRelu(x), matrix],
  prelu: [(x, slope) => tf.prelu(x, slope as Tensor), matrix, [5]],
  sigmoid: [(x) => tf.sigmoid(x), matrix],
  tanh: [(x) => tf.tanh(x), matrix],
  softplus: [(x) => tf.softplus(x), matrix],
  softmax: [(x) => tf.softmax(x), matrix],
  logSoftmax: [(x) => tf.logSoftmax(x), matrix],
  logSumExp: [(x) => tf.logSumExp(x, 1), matrix],
  exp: [(x) => tf.exp(x), matrix],
  log: [(x) => tf.log(tf.add(tf.abs(x), 1)), matrix],
  sqrt: [(x) => tf.sqrt(tf.add(tf.abs(x), 1)), matrix],
  rsqrt: [(x) => tf.rsqrt(tf.add(tf.abs(x), 1)), matrix],
  square: [(x) => tf.square(x), matrix],
  pow: [(x) => tf.pow(x, 3), matrix],
  abs: [(x) => tf.abs(x), matrix],
  sign: [(x) => tf.mul(tf.sign(x), x), matrix],
  clipByValue: [(x) => tf.clipByValue(x, -0.5, 0.5), matrix],
  erf: [(x) => tf.erf(x), matrix],
  sin: [(x) => tf.sin(x), matrix],
  cos: [(x) => tf.cos(x), matrix],
  add: [tf.add, image, [3]],
  sub: [tf.sub, image, [3]],
  mul: [tf.mul, image, [3]],
  div: [(a, b) => tf.div(a as Tensor, tf.add(tf.abs(b as Tensor), 1)), image, [3]],
  maximum: [tf.maximum, matrix, matrix],
  minimum: [tf.minimum, matrix, matrix],
  squaredDifference: [tf.squaredDifference, matrix, matrix],
  where: [(a, b) => tf.where(tf.tensor1d([1, 0, 0, 1, 1], "bool"), a as Tensor, b as Tensor), matrix, matrix],
  sum: [(x) => tf.sum(x, [1, 2]), image],
  mean: [(x) => tf.mean(x, [1, 2]), image],
  prod: [(x) => tf.prod(x, 1), matrix],
  max: [(x) => tf.max(x, [1, 2]), image],
  min: [(x) => tf.min(x, 1), matrix],
  moments: [(x) => tf.moments(x, [0, 1, 2]).variance, image],
  cumsum: [(x) => tf.cumsum(x, 1), matrix],
  matMul: [(a, b) => tf.matMul(a as Tensor, b as Tensor), [4, 5], [5, 3]],
  "matMul, turned": [(a, b) => tf.matMul(a as Tensor, b as Tensor, true, true), [5, 4], [3, 5]],
  "matMul of a batch": [(a, b) => tf.matMul(a as Tensor, b as Tensor), [2, 4, 5], [2, 5, 3]],
  dot: [(a, b) => tf.dot(a as Tensor, b as Tensor), [5], [5]],
  reshape: [(x) => tf.reshape(x, [5, 4]), matrix],
  transpose: [(x) => tf.transpose(x, [0, 3, 1, 2]), image],
  reverse: [(x) => tf.reverse(x, [1]), image],
  tile: [(x) => tf.tile(x, [2, 3]), matrix],
  pad: [
    (x) =>
      tf.pad(x, [
        [0, 0],
        [1, 2],
        [2, 0],
        [0, 0],
      ]),
    image,
  ],
  mirrorPad: [
    (x) =>
      tf.mirrorPad(
        x,
        [
          [1, 1],
          [2, 1],
        ],
        "reflect",
      ),
    matrix,
  ],
  slice: [(x) => tf.slice(x, [1, 1], [2, 3]), matrix],
  concat: [(a, b) => tf.concat([a as Tensor, b as Tensor], 1), matrix, matrix],
  stack: [(a, b) => tf.stack([a as Tensor, b as Tensor]), matrix, matrix],
  split: [(x) => tf.add(...(tf.split(x, [2, 2], 0) as [Tensor, Tensor])), matrix],
  gather: [(x) => tf.gather(x, tf.tensor1d([0, 2, 2], "int32")), matrix],
  spaceToBatchND: [
    (x) =>
      tf.spaceToBatchND(
        x,
        [2, 2],
        [
          [1, 0],
          [0, 0],
        ],
      ),
    image,
  ],
  localResponseNormalization: [(x) => tf.localResponseNormalization(x as Tensor4D), image],
  batchNorm: [
    (x, mean, variance, offset, scale) =>
      tf.batchNorm(
        x as Tensor,
        mean as tf.Tensor1D,
        tf.add(tf.abs(variance as Tensor), 0.5),
        offset as tf.Tensor1D,
        scale as tf.Tensor1D,
      ),
    image,
    [3],
    [3],
    [3],
    [3],
  ],
  conv1d: [(x, w) => tf.conv1d(x as tf.Tensor3D, w as tf.Tensor3D, 2, "same"), [2, 7, 3], [3, 3, 4]],
  conv2dTranspose: [
    (x, w) => tf.conv2dTranspose(x as Tensor4D, w as Tensor4D, [2, 10, 12, 2], 2, "same"),
    image,
    [3, 3, 2, 3],
  ],
  separableConv2d: [
    (x, depth, point) => tf.separableConv2d(x as Tensor4D, depth as Tensor4D, point as Tensor4D, 1, "same"),
    image,
    [3, 3, 3, 2],
    [1, 1, 6, 4],
  ],
  sigmoidCrossEntropy: [
    (labels, x) => tf.losses.sigmoidCrossEntropy(labels as Tensor, x as Tensor),
    matrix,
    matrix,
  ],
  softmaxCrossEntropy: [
    (x) => tf.losses.softmaxCrossEntropy(tf.oneHot(tf.tensor1d([1, 0, 4, 4], "int32"), 5), x),
    matrix,
  ],
};

/** What TensorFlow.js has no gradients of. */
const forward: typeof operations = {
  einsum: [(a, b) => tf.einsum("ij,jk->ik", a as Tensor, b as Tensor), [4, 5], [5, 3]],
  stridedSlice: [(x) => tf.stridedSlice(x, [0, 0], [4, 5], [2, 2]), matrix],
  topk: [(x) => tf.topk(x, 2).values, matrix],
  argMax: [(x) => tf.cast(tf.argMax(x, 1), "float32"), matrix],
  floor: [(x) => tf.floor(x), matrix],
  greater: [(a, b) => tf.cast(tf.greater(a as Tensor, b as Tensor), "float32"), matrix, matrix],
};

/** What upsampling layers compute. The gradients of plain JavaScript are wrong for several images, or where they are not square. */
const resizing: typeof operations = {
  resizeBilinear: [(x) => tf.image.resizeBilinear(x as Tensor4D, [7, 9]), image],
  "resizeBilinear, corners aligned": [(x) => tf.image.resizeBilinear(x as Tensor4D, [10, 12], true), image],
  resizeNearestNeighbor: [(x) => tf.image.resizeNearestNeighbor(x as Tensor4D, [10, 12]), image],
  "resizeNearestNeighbor to fewer pixels": [
    (x) => tf.image.resizeNearestNeighbor(x as Tensor4D, [3, 4]),
    image,
  ],
};

describe("what layers compute, with its gradients, on WebAssembly", () => {
  for (const [name, [compute, ...shapes]] of Object.entries(operations)) {
    it(`${name} equals that of plain JavaScript`, async () => {
      for (const seed of [1, 2, 3]) await assertSame({ shapes, seed, compute }, { room: 2e-5 });
    });
  }

  for (const [name, [compute, ...shapes]] of Object.entries(forward)) {
    it(`${name}, which has no gradient, equals that of plain JavaScript`, () =>
      assertSame({ shapes, seed: 1, compute }, { room: 1e-6, gradients: false }));
  }

  for (const [name, [compute, ...shapes]] of Object.entries(resizing)) {
    it(`${name} equals that of TensorFlow`, () =>
      assertSame({ shapes, seed: 1, compute }, { room: 1e-6, right: "tensorflow" }));
  }

  it("no kernel is missing that plain JavaScript has, but for those of complex numbers", () => {
    const names = (backend: string) => tf.getKernelsForBackend(backend).map(({ kernelName }) => kernelName);
    const own = new Set(names("wasm"));
    assert.deepEqual(
      names("cpu")
        .filter((name) => !own.has(name))
        .sort(),
      ["Complex", "ComplexAbs", "FFT", "IFFT", "Imag", "Real"],
    );
  });
});
