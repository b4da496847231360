import assert from "node:assert/strict";
import { test } from "node:test";
import { largestDifference, logitsOf } from "../../../src/lessons/images-and-dense-layers/logitsOf.js";
import { oneLayerOf } from "../../../src/lessons/images-and-dense-layers/oneLayerOf.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { mnistMlp } from "../../../src/networks/models/mnistMlp.js";
import { fit } from "../../../src/networks/training/fit.js";
import { fewDigits } from "./fewDigits.js";

test("oneLayerOf(model) has the logits of both layers, biases and all", async () => {
  const digits = fewDigits(40);
  const two = mnistMlp({ hiddenUnits: [9], activation: "linear", seed: 2 });
  await fit(two, digits, { epochs: 3 }); // biases begin at 0
  const one = oneLayerOf(two);
  assert.equal(one.countParams(), 7_850);
  const apart = largestDifference(logitsOf(two, digits), logitsOf(one, digits));
  assert.ok(apart < 1e-4, String(apart));
  for (const model of [two, one]) disposeModel(model);
});

test("oneLayerOf refuses a bend between, and other numbers of layers", () => {
  for (const model of [
    mnistMlp(),
    mnistMlp({ hiddenUnits: [] }),
    mnistMlp({ hiddenUnits: [3, 3], activation: "linear" }),
  ]) {
    assert.throws(() => oneLayerOf(model), /^RangeError: Cannot make one layer of this model/);
    disposeModel(model);
  }
});
