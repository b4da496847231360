import assert from "node:assert/strict";
import { test } from "node:test";
import { type Digits, digitsFrom } from "../../../src/images/digits/digits.js";
import { readBack, readBackBlindly, readBackFromLabel } from "../../../src/lessons/lenet-5/readBack.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { lenet5 } from "../../../src/networks/models/lenet5.js";
import { tf } from "../../../src/networks/tf.js";

/** Bars whose place is told by the label, with a brightness that is not. */
function bars(count: number, from = 0): Digits {
  const labels = Array.from({ length: count }, (_, index) => index % 10);
  const images = labels.map((label, index) =>
    Array.from({ length: 28 }, (_, row) =>
      Array.from({ length: 28 }, (_, column) =>
        row > 3 && row < 24 && Math.abs(column - 4 - 2 * label) < 2 ? 105 + 50 * ((index + from) % 4) : 0,
      ),
    ),
  );
  return digitsFrom(images, labels);
}
const [fitted, digits] = [bars(200), bars(40, 1)];

test("readBackBlindly(fitted, digits) knows places only, readBackFromLabel the mean of a class", () => {
  const [blind, label] = [readBackBlindly(fitted, digits), readBackFromLabel(fitted, digits)];
  assert.ok(blind.share > 0 && blind.share < 0.3, String(blind.share));
  assert.ok(label.share > 0.8 && label.share < 0.99, String(label.share));
  assert.equal(blind.guesses.length, 40);
  assert.deepEqual(blind.guesses[0], blind.guesses[7]);
  assert.notDeepEqual(label.guesses[0], label.guesses[1]);
  assert.deepEqual(label.guesses[0], label.guesses[10]);
});

test("readBack(model, layer, fitted, digits) guesses from a layer more than the label tells, and leaves nothing behind", () => {
  const model = lenet5();
  const before = tf.memory().numTensors;
  const { share, guesses } = readBack(model, "s4", fitted, digits);
  assert.equal(tf.memory().numTensors, before);
  assert.ok(share > readBackFromLabel(fitted, digits).share, String(share));
  assert.ok(guesses.flat().every((value) => value >= 0 && value <= 255));
  assert.throws(() => readBack(model, "s5", fitted, digits), /s5/);
  disposeModel(model);
});

test("readBack does not depend on how large a layer's numbers are: its strength is relative", () => {
  const model = lenet5();
  const shareAt = (factor: number) => {
    const layer = model.getLayer("f6");
    const [kernel, bias] = layer.getWeights().map((weights) => weights.mul(factor));
    layer.setWeights([kernel as tf.Tensor, bias as tf.Tensor]);
    return readBack(model, "f6", fitted, digits).share;
  };
  const [small, larger] = [shareAt(1), shareAt(3)];
  assert.ok(Math.abs(small - larger) < 0.01, `${small} and ${larger}`);
  disposeModel(model);
});
