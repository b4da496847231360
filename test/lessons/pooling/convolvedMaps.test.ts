import assert from "node:assert/strict";
import { test } from "node:test";
import { crossCorrelate } from "../../../src/arithmetic/correlate.js";
import { seeded } from "../../../src/arithmetic/random.js";
import { digitAt, digitsFrom } from "../../../src/images/digits/digits.js";
import { convolvedMaps } from "../../../src/lessons/pooling/convolvedMaps.js";
import { cnn } from "../../../src/networks/models/cnn.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { kernelsOf } from "../../../src/networks/models/inspect.js";
import { tf } from "../../../src/networks/tf.js";

const random = seeded(4);
const image = () =>
  Array.from({ length: 7 }, () => Array.from({ length: 7 }, () => Math.floor(256 * random())));
const digits = digitsFrom([image(), image()], [0, 1]);

test("convolvedMaps(model, digits) gives what conv1 makes of the first digit", () => {
  const model = cnn({ height: 7, width: 7, channels: 1 }, [
    { kind: "conv", filters: 3, kernel: 3, activation: "relu" },
    { kind: "flatten" },
    { kind: "dense", units: 2, activation: "softmax" },
  ]);
  const before = tf.memory().numTensors;
  const maps = convolvedMaps(model, digits);
  assert.equal(tf.memory().numTensors, before, "tensors are left behind");
  const pixels = digitAt(digits, 0).map((row) => row.map((pixel) => pixel / 255));
  const kernels = kernelsOf(model, "conv1");
  assert.equal(maps.length, 3);
  for (const [index, map] of maps.entries()) {
    const sums = crossCorrelate(pixels, kernels[index] as number[][]).flat();
    map.flat().forEach((value, at) => {
      assert.ok(Math.abs(value - Math.max(0, sums[at] as number)) < 1e-5, `map ${index}, ${at}`);
    });
  }
  disposeModel(model);
});
