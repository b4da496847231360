import assert from "node:assert/strict";
import { test } from "node:test";
import { lenetTour } from "../../../../src/lessons/networkExplorer/tour/lenetTour.js";
import { mnistTour } from "../../../../src/lessons/networkExplorer/tour/mnistTour.js";
import { writtenTour } from "../../../../src/lessons/networkExplorer/tour/writtenTour.js";
import { cnn } from "../../../../src/networks/models/cnn.js";
import { disposeModel } from "../../../../src/networks/models/disposeModel.js";
import { lenet5 } from "../../../../src/networks/models/lenet5.js";
import { mnistCnn } from "../../../../src/networks/models/mnistCnn.js";

test("writtenTour(model) is the one of its kind, in all variants", () => {
  for (const model of [mnistCnn(), mnistCnn({ filters: [4, 6], hiddenUnits: 8 })]) {
    assert.deepEqual(writtenTour(model), mnistTour(model));
    disposeModel(model);
  }
  for (const model of [lenet5(), lenet5({ output: "softmax", subsampling: "max" })]) {
    assert.deepEqual(writtenTour(model), lenetTour(model));
    assert.notDeepEqual(writtenTour(model), mnistTour(model));
    disposeModel(model);
  }
});

test("writtenTour(model) refuses a network that no tour is written for, by its layers", () => {
  const model = cnn({ height: 8, width: 8, channels: 1 }, [{ kind: "flatten" }, { kind: "dense", units: 2 }]);
  assert.throws(() => writtenTour(model), {
    name: "RangeError",
    message: /^Cannot explore .* layers .*flatten/,
  });
  disposeModel(model);
});
