import assert from "node:assert/strict";
import { test } from "node:test";
import { softmax } from "../../../src/arithmetic/softmax.js";
import { largestDifference, logitsOf } from "../../../src/lessons/images-and-dense-layers/logitsOf.js";
import { cnn } from "../../../src/networks/models/cnn.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { mnistMlp } from "../../../src/networks/models/mnistMlp.js";
import { tf } from "../../../src/networks/tf.js";
import { toInputs } from "../../../src/networks/training/inputs.js";
import { fewDigits } from "./fewDigits.js";

const digits = fewDigits(6);

for (const activation of ["relu", "linear"] as const) {
  for (const hiddenUnits of [[], [7], [7, 5]]) {
    test(`logitsOf(model, digits) of ${hiddenUnits.length} hidden layers, ${activation}, are what softmax gets`, () => {
      const model = mnistMlp({ hiddenUnits, activation, seed: 3 });
      const before = tf.memory().numTensors;
      const logits = logitsOf(model, digits);
      assert.equal(tf.memory().numTensors, before);
      const probabilities = tf.tidy(
        () => (model.predict(toInputs(digits)) as tf.Tensor2D).arraySync() as number[][],
      );
      const own = logits.map((row) => softmax(row));
      assert.ok(largestDifference(own, probabilities) < 1e-6);
      disposeModel(model);
    });
  }
}

test("logitsOf refuses another bend, and largestDifference other sizes", () => {
  const model = cnn({ height: 28, width: 28, channels: 1 }, [
    { kind: "flatten" },
    { kind: "dense", units: 4, activation: "tanh" },
    { kind: "dense", units: 10, activation: "softmax" },
  ]);
  assert.throws(() => logitsOf(model, digits), /^RangeError: Cannot tell the logits through tanh/);
  disposeModel(model);
  assert.equal(largestDifference([[1, 2], [3]], [[1, 5], [1]]), 3);
  assert.throws(() => largestDifference([[1, 2]], [[1]]), /^RangeError: Cannot compare 2 numbers with 1/);
});
