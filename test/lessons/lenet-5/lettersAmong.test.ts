import assert from "node:assert/strict";
import { test } from "node:test";
import { take } from "../../../src/images/digits/digits.js";
import { loadMnist } from "../../../src/images/digits/mnist.js";
import { lettersAmong } from "../../../src/lessons/lenet-5/lettersAmong.js";
import { loadTrained } from "../../../src/networks/files/trained.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import "../../../src/networks/models/lenet5.js"; // so that its layers can be loaded
import { tf } from "../../../src/networks/tf.js";
import { toInputs } from "../../../src/networks/training/inputs.js";

test("lettersAmong(network, digits, options) sets the limit by the digits, and finds the letters within", async () => {
  const model = await loadTrained("lenet-5");
  const digits = take((await loadMnist({ trainImages: 0, testImages: 100 })).test, 0, 100);
  const before = tf.memory().numTensors;
  const { limit, passing, count, picture } = lettersAmong(model, digits, { keep: 0.9 });
  assert.equal(tf.memory().numTensors, before);
  const scores = tf.tidy(() => (model.predict(toInputs(digits)) as tf.Tensor2D).arraySync());
  const within = scores.filter((row) => -Math.max(...row) <= limit).length;
  assert.equal(within, 90);
  assert.equal(count, 26);
  for (const name of passing) {
    const distance = new RegExp(`${name}: \\d, (\\d+)`).exec(picture.description)?.[1];
    assert.ok(Number(distance) <= limit + 0.5, `${name} ${distance}`);
  }
  const strict = lettersAmong(model, digits, { keep: 0.5 });
  assert.ok(strict.limit < limit && strict.passing.length < passing.length);
  disposeModel(model);
});
