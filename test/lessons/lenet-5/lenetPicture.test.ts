import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { lenetPicture } from "../../../src/lessons/lenet-5/lenetPicture.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { layerOutputs } from "../../../src/networks/models/layerOutputs.js";
import { lenet5 } from "../../../src/networks/models/lenet5.js";
import { tf } from "../../../src/networks/tf.js";
import { toInputs } from "../../../src/networks/training/inputs.js";

const image = Array.from({ length: 28 }, (_, row) =>
  Array.from({ length: 28 }, (_, column) => (row > 4 && row < 24 && column > 11 && column < 16 ? 255 : 0)),
);
const one = digitsFrom([image], [1]);

test("lenetPicture(model, digit) says sizes, parameters and the nearest class of the model it draws", () => {
  for (const output of ["rbf", "softmax"] as const) {
    const model = lenet5({ output, seed: 3 });
    const before = tf.memory().numTensors;
    const { description } = lenetPicture(model, one);
    assert.equal(tf.memory().numTensors, before, "no tensor stays");
    for (const words of [
      "input (1 @ 32x32, 0 parameters): 1 map of 32 x 32, -0.1 to 1.17",
      "C1 (6 @ 28x28, 156 parameters)",
      "S2 (6 @ 14x14, 12 parameters)",
      "C3 (16 @ 10x10, 1,516 parameters)",
      "S4 (16 @ 5x5, 32 parameters)",
      "C5 (120, 48,120 parameters): 120 numbers",
      "F6 (84, 10,164 parameters): 84 numbers",
    ]) {
      assert.ok(description.includes(words), `"${words}" in ${description}`);
    }
    const inputs = toInputs(one);
    const scores = tf.tidy(() => [...(model.predict(inputs) as tf.Tensor).dataSync()]);
    inputs.dispose();
    const best = scores.indexOf(Math.max(...scores));
    const said =
      output === "rbf" ? (-Math.max(...scores)).toFixed(0) : `${(100 * Math.max(...scores)).toFixed(1)}%`;
    assert.ok(description.includes(`marked ${best}: ${said}`), description);
    disposeModel(model);
  }
  const model = lenet5();
  assert.throws(
    () => lenetPicture(model, digitsFrom([image, image], [1, 1])),
    /^RangeError: Cannot send 2 digits/,
  );
  disposeModel(model);
});

test("layerOutputs(model, inputs, names) gives each layer's output in the order asked", () => {
  const model = lenet5();
  const inputs = toInputs(one);
  const outputs = layerOutputs(model, inputs, ["f6", "c1"]);
  assert.deepEqual(
    outputs.map(({ shape }) => shape),
    [
      [1, 1, 1, 84],
      [1, 28, 28, 6],
    ],
  );
  assert.throws(() => layerOutputs(model, inputs, ["c1", "c7"]), /^RangeError: Cannot find layer c7/);
  tf.dispose([inputs, ...outputs]);
  disposeModel(model);
});
