import assert from "node:assert/strict";
import { test } from "node:test";
import { tightCnn } from "../../../src/lessons/padding-and-stride/tightCnn.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { tf } from "../../../src/networks/tf.js";

for (const padding of ["valid", "same", "image", "enlarged"] as const) {
  test(`tightCnn({ padding: "${padding}" }) has 22,154 parameters and 2x2 places before the dense layers`, () => {
    const before = tf.memory().numTensors;
    const model = tightCnn({ padding });
    assert.equal(model.countParams(), 22154);
    assert.deepEqual(model.getLayer("flatten").outputShape, [null, 128]);
    const side = padding === "enlarged" ? 28 : 20;
    assert.deepEqual(model.inputs[0]?.shape, [null, side, side, 1]);
    assert.deepEqual(model.outputs[0]?.shape, [null, 10]);
    disposeModel(model);
    assert.equal(tf.memory().numTensors, before);
  });
}

test("tightCnn() starts from the same weights in all its forms, and from others with another seed", () => {
  const sums = [
    tightCnn({ padding: "valid" }),
    tightCnn({ padding: "same" }),
    tightCnn({ padding: "image" }),
    tightCnn({ padding: "enlarged" }),
    tightCnn({ padding: "valid", seed: 2 }),
  ].map((model) => {
    const values = Array.from(model.getLayer("conv2").getWeights()[0]?.dataSync().slice(0, 20) ?? []).join();
    disposeModel(model);
    return values;
  });
  assert.deepEqual(sums.slice(1, 4), [sums[0], sums[0], sums[0]]);
  assert.notEqual(sums[4], sums[0]);
});
