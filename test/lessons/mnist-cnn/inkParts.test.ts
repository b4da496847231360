import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { take } from "../../../src/images/digits/digits.js";
import { loadMnist } from "../../../src/images/digits/mnist.js";
import type { Digits } from "../../../src/images/images.js";
import { inkParts } from "../../../src/lessons/mnist-cnn/inkParts.js";
import { loadTrained } from "../../../src/networks/files/trained.js";
import { withLogits } from "../../../src/networks/maps/tapped.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { mnistCnn } from "../../../src/networks/models/mnistCnn.js";
import { type LayersModel, type Tensor, tf } from "../../../src/networks/tf.js";
import { toInputs } from "../../../src/networks/training/inputs.js";

let digits: Digits;
let trained: LayersModel;

before(async () => {
  ({ test: digits } = await loadMnist({ trainImages: 0, testImages: 5 }));
  trained = await loadTrained("mnist-cnn-small");
});
after(() => disposeModel(trained));

const logitOf = (model: LayersModel, image: Tensor, classIndex: number): number =>
  withLogits(model, () => tf.tidy(() => (model.predict(image) as Tensor).dataSync()[classIndex] as number));

test("inkParts(model, digit, classIndex): where all biases are 0, the ink is the whole logit", () => {
  const model = mnistCnn({ filters: [3, 5], hiddenUnits: 8, seed: 4 });
  for (const at of [0, 1, 2, 3, 4]) {
    const { parts, biases, logit } = inkParts(model, take(digits, at, 1), at);
    assert.ok(Math.abs(logit) > 1e-3, `${logit}`);
    assert.ok(Math.abs(biases) < 1e-5, `${biases}`);
    const sum = parts.flat().reduce((total, part) => total + part, 0);
    assert.ok(Math.abs(sum - logit) < 1e-5, `${sum} and ${logit}`);
  }
  disposeModel(model);
});

test("inkParts(model, digit, classIndex): a little less ink everywhere takes as much from the logit as its parts say", () => {
  for (const at of [0, 1, 2, 3, 4]) {
    const digit = take(digits, at, 1);
    const { parts, biases, logit } = inkParts(trained, digit, 7);
    const image = toInputs(digit);
    const fainter = image.mul(0.999);
    assert.ok(Math.abs(logitOf(trained, image, 7) - logit) < 1e-4);
    const sum = parts.flat().reduce((total, part) => total + part, 0);
    assert.ok(Math.abs(sum + biases - logit) < 1e-4);
    const slope = (logit - logitOf(trained, fainter, 7)) / 0.001;
    assert.ok(Math.abs(slope - sum) < 0.1 + 0.02 * Math.abs(sum), `${slope} and ${sum}`);
    tf.dispose([image, fainter]);
  }
});

test("inkParts(model, digit, classIndex) leaves no tensor and the softmax as it was, and refuses what it cannot do", () => {
  const digit = take(digits, 0, 1);
  const number = tf.memory().numTensors;
  inkParts(trained, digit, 0);
  assert.equal(tf.memory().numTensors, number);
  const sum = tf.tidy(() => (trained.predict(toInputs(digit)) as Tensor).sum().dataSync()[0] as number);
  assert.ok(Math.abs(sum - 1) < 1e-5, `${sum}`);
  assert.throws(() => inkParts(trained, take(digits, 0, 2), 0), /there are 2 digits/);
  assert.throws(() => inkParts(trained, digit, 10), /classIndex is 10/);
  assert.throws(() => inkParts(trained, digit, 1.5), /classIndex is 1.5/);
});
