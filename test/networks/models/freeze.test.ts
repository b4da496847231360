import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileClassifier } from "../../../src/networks/models/compileClassifier.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { freeze } from "../../../src/networks/models/freeze.js";
import { mnistCnn } from "../../../src/networks/models/mnistCnn.js";
import type { LayersModel } from "../../../src/networks/tf.js";
import { fit } from "../../../src/networks/training/fit.js";
import { drawn } from "../helpers.js";

/** The numbers of each layer that has weights. */
function byLayer(model: LayersModel): Map<string, string> {
  const layers = model.layers.filter((layer) => layer.countParams() > 0);
  return new Map(
    layers.map((layer) => [
      layer.name,
      layer
        .getWeights()
        .map((w) => w.dataSync().join())
        .join(),
    ]),
  );
}

const tiny = { filters: [2, 4], hiddenUnits: 8 } as const;

describe("freeze", () => {
  for (const frozen of [["conv1", "conv2"], ["hidden", "output"], ["conv2"], []]) {
    it(`freeze(model, [${frozen}]) keeps those weights through a training, all others move`, async () => {
      const model = mnistCnn(tiny);
      const { optimizer } = model;
      assert.equal(freeze(model, frozen), model, "the same model comes back");
      assert.notEqual(model.optimizer, optimizer, "compiled anew");
      const before = byLayer(model);
      await fit(model, drawn(20, 1, 28), { epochs: 2 });
      const after = byLayer(model);
      disposeModel(model);
      const stayed = [...before.keys()].filter((name) => before.get(name) === after.get(name));
      assert.deepEqual(stayed, frozen);
    });
  }

  it("freeze(model, layers) works on a model that has been trained already", async () => {
    const model = mnistCnn(tiny);
    const digits = drawn(20, 1, 28);
    await fit(model, digits, { epochs: 1 });
    freeze(model, ["conv1"]);
    const before = byLayer(model).get("conv1");
    await fit(model, digits, { epochs: 1 });
    assert.equal(byLayer(model).get("conv1"), before);
    disposeModel(model);
  });

  it("compileClassifier lets a layer learn again, and setting `trainable` alone does not", async () => {
    const model = freeze(mnistCnn(tiny), ["conv1"]);
    const digits = drawn(20, 1, 28);
    const start = byLayer(model).get("conv1");
    model.getLayer("conv1").trainable = true;
    await fit(model, digits, { epochs: 1 });
    assert.equal(byLayer(model).get("conv1"), start);
    await fit(compileClassifier(model), digits, { epochs: 1 });
    assert.notEqual(byLayer(model).get("conv1"), start);
    disposeModel(model);
  });

  it("freeze(model, unknown layer) is refused with the names there are, and freezes nothing", () => {
    const model = mnistCnn(tiny);
    assert.throws(() => freeze(model, ["conv1", "conv3"]), {
      name: "RangeError",
      message: "Cannot freeze layer conv3: mnistCnn has conv1, pool1, conv2, pool2, flatten, hidden, output.",
    });
    assert.ok(
      model.layers.every((layer) => layer.trainable),
      "a layer is frozen",
    );
    disposeModel(model);
  });
});
