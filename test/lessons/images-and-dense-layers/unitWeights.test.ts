import assert from "node:assert/strict";
import { test } from "node:test";
import { unitWeights } from "../../../src/lessons/images-and-dense-layers/unitWeights.js";
import { cnn } from "../../../src/networks/models/cnn.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { mnistMlp } from "../../../src/networks/models/mnistMlp.js";

test("unitWeights(model) gives a row for each unit of the first dense layer", () => {
  const model = mnistMlp({ hiddenUnits: [3] });
  const rows = unitWeights(model);
  const kept = model.getWeights()[0]?.dataSync() ?? [];
  assert.deepEqual([rows.length, rows[0]?.length], [3, 784]);
  assert.equal(rows[2]?.[10], kept[10 * 3 + 2]);
  disposeModel(model);
});

test("unitWeights refuses a model without a dense layer", () => {
  const model = cnn({ height: 4, width: 4, channels: 1 }, [{ kind: "flatten" }]);
  assert.throws(() => unitWeights(model), /^RangeError: Cannot give the weights of units/);
  disposeModel(model);
});
