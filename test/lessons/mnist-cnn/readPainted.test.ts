import assert from "node:assert/strict";
import { test } from "node:test";
import { take } from "../../../src/images/digits/digits.js";
import { loadMnist } from "../../../src/images/digits/mnist.js";
import type { Digits } from "../../../src/images/images.js";
import { readPainted } from "../../../src/lessons/mnist-cnn/readPainted.js";
import { loadTrained } from "../../../src/networks/files/trained.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { tf } from "../../../src/networks/tf.js";
import { predict } from "../../../src/networks/training/predict.js";

test("readPainted(model, digit) gives all classes and the parts of the likeliest's logit, and leaves no tensor", async () => {
  const model = await loadTrained("mnist-cnn-small");
  const { test: digits } = await loadMnist({ trainImages: 0, testImages: 3 });
  for (const at of [0, 1, 2]) {
    const digit = take(digits, at, 1);
    const before = tf.memory().numTensors;
    const [classes, { description }] = await readPainted(model, digit);
    assert.equal(tf.memory().numTensors, before);
    assert.equal(classes.length, 10);
    const [[best] = []] = await predict(model, digit, { top: 1 });
    assert.deepEqual(classes[0], best);
    const [, name, ink, sign, biases, logit] =
      /in the logit of (\d), .*: ([-\d.]+) ([+-]) ([\d.]+) = ([-\d.]+)\.$/.exec(description) ?? [];
    assert.equal(name, best?.name);
    const sum = Number(ink) + (sign === "-" ? -1 : 1) * Number(biases);
    assert.ok(Math.abs(sum - Number(logit)) < 0.02, description);
  }
  disposeModel(model);
});

test("readPainted(model, digit) answers to an empty field too, where the biases are the whole logit", async () => {
  const model = await loadTrained("mnist-cnn-small");
  const blank: Digits = {
    count: 1,
    height: 28,
    width: 28,
    pixels: new Uint8Array(784),
    labels: Uint8Array.of(0),
  };
  const [classes, { description }] = await readPainted(model, blank);
  assert.equal(classes.length, 10);
  assert.match(description, /Ink and biases: -?0\.00 /);
  disposeModel(model);
});
