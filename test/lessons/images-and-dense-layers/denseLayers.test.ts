import assert from "node:assert/strict";
import { test } from "node:test";
import { denseLayers } from "../../../src/lessons/images-and-dense-layers/denseLayers.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { mnistMlp } from "../../../src/networks/models/mnistMlp.js";

test("denseLayers(model) lists weights, biases and bends from the inputs on", () => {
  const model = mnistMlp({ hiddenUnits: [5, 4] });
  const layers = denseLayers(model);
  assert.deepEqual(
    layers.map(({ weights, biases, bend }) => [...weights.shape, ...biases.shape, bend]),
    [
      [784, 5, 5, "relu"],
      [5, 4, 4, "relu"],
      [4, 10, 10, "softmax"],
    ],
  );
  disposeModel(model);
});
