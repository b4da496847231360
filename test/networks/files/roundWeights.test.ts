import assert from "node:assert/strict";
import { test } from "node:test";
import { roundWeights } from "../../../src/networks/files/roundWeights.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { tf } from "../../../src/networks/tf.js";
import { numbersOf, smallNetwork } from "../helpers.js";

test("roundWeights(model, step) leaves multiples of the step, each within half a step", () => {
  const model = smallNetwork();
  const before = numbersOf(model).flat();
  const tensors = tf.memory().numTensors;
  roundWeights(model, 0.01);
  assert.equal(tf.memory().numTensors, tensors);
  for (const [index, value] of numbersOf(model).flat().entries()) {
    assert.ok(Math.abs(100 * value - Math.round(100 * value)) < 1e-4, `${value}`);
    assert.ok(Math.abs(value - (before[index] as number)) < 0.00501);
  }
  assert.throws(() => roundWeights(model, 0), /^RangeError: Cannot round weights to multiples of 0/);
  disposeModel(model);
});
