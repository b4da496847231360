import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { weightsHash } from "../../src/networks/files/weightsHash.js";
import { compileClassifier } from "../../src/networks/models/compileClassifier.js";
import { disposeModel } from "../../src/networks/models/disposeModel.js";
import { freeze } from "../../src/networks/models/freeze.js";
import { featureMapsOf, kernelsOf, layerFacts } from "../../src/networks/models/inspect.js";
import { layerOutput } from "../../src/networks/models/layerOutputs.js";
import { mnistCnn } from "../../src/networks/models/mnistCnn.js";
import { mnistMlp } from "../../src/networks/models/mnistMlp.js";
import { tf } from "../../src/networks/tf.js";
import { evaluate } from "../../src/networks/training/evaluate.js";
import { fit } from "../../src/networks/training/fit.js";
import { toInputs, toLabels } from "../../src/networks/training/inputs.js";
import { drawn, smallNetwork } from "./helpers.js";

const tensors = () => tf.memory().numTensors;
const tiny = { filters: [2, 4], hiddenUnits: 8 } as const;

/** Runs something and says how many tensors it left behind. */
async function leftBehind(run: () => unknown): Promise<number> {
  const before = tensors();
  await run();
  return tensors() - before;
}

describe("tensors", () => {
  it("fit: a second training adds none, with validation, dropout and a smaller last batch", async () => {
    const model = mnistCnn({ ...tiny, dropout: 0.5 });
    const digits = drawn(11, 1, 28);
    const once = () => fit(model, digits, { epochs: 2, batchSize: 4, validation: digits });
    const first = await leftBehind(once);
    assert.equal(first, 2 * 8, "adam keeps two values for each of 8 weights");
    assert.equal(await leftBehind(once), 0);
    disposeModel(model);
  });

  it("fit({ signal }): a stopped training adds none", async () => {
    const model = mnistCnn(tiny);
    const digits = drawn(12, 1, 28);
    await fit(model, digits, { epochs: 1 });
    const stop = new AbortController();
    const observer = { onBatch: () => stop.abort() };
    const plan = { epochs: 2, batchSize: 4, validation: digits, signal: stop.signal };
    assert.equal(await leftBehind(() => fit(model, digits, plan, [observer])), 0);
    disposeModel(model);
  });

  it("fit: a training that fails adds none", async () => {
    const model = mnistCnn(tiny);
    const fails = () => assert.rejects(fit(model, drawn(8, 1, 20), { epochs: 1 }), /shape/);
    assert.equal(await leftBehind(fails), 0);
    const observer = {
      onBatch: () => {
        throw new Error("the observer fails");
      },
    };
    await fit(model, drawn(8, 1, 28), { epochs: 1 });
    const observed = () => fit(model, drawn(8, 1, 28), { epochs: 1 }, [observer]);
    assert.equal(await leftBehind(() => assert.rejects(observed(), /the observer fails/)), 0);
    disposeModel(model);
  });

  it("disposeModel(model) leaves as many as before the model was made, trained or not", async () => {
    const digits = drawn(8, 1, 28);
    for (const make of [
      () => mnistCnn(tiny),
      () => mnistCnn({ ...tiny, dropout: 0.5 }),
      () => mnistMlp({ hiddenUnits: [8] }),
      () => compileClassifier(compileClassifier(mnistCnn(tiny))),
    ]) {
      assert.equal(await leftBehind(() => disposeModel(make())), 0);
      const trained = async () => {
        const model = make();
        await fit(model, digits, { epochs: 1 });
        disposeModel(model);
      };
      assert.equal(await leftBehind(trained), 0);
    }
  });

  it("disposeModel(model) also frees an optimizer that compile made from its name", async () => {
    const named = async () => {
      const model = smallNetwork();
      model.optimizer.dispose();
      model.compile({ optimizer: "adam", loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
      await fit(model, drawn(8), { epochs: 1 });
      disposeModel(model);
    };
    await named();
    assert.equal(await leftBehind(named), 0);
  });

  it("disposeModel(freeze(model)) frees the optimizers of before and after freezing", async () => {
    const frozen = async () => {
      const model = mnistCnn(tiny);
      const digits = drawn(8, 1, 28);
      await fit(model, digits, { epochs: 1 });
      freeze(model, ["conv1", "conv2"]);
      await fit(model, digits, { epochs: 1 });
      disposeModel(model);
    };
    assert.equal(await leftBehind(frozen), 0);
  });

  it("evaluate, layerFacts, layerOutput, featureMapsOf, kernelsOf and weightsHash leave none", async () => {
    const model = mnistCnn(tiny);
    const digits = drawn(11, 1, 28);
    const one = toInputs(drawn(1, 1, 28));
    const uses: Record<string, () => unknown> = {
      evaluate: () => evaluate(model, digits, { batchSize: 4 }),
      "evaluate that fails": () => assert.rejects(evaluate(model, drawn(4, 1, 20))),
      layerFacts: () => layerFacts(model),
      layerOutput: () => tf.dispose(layerOutput(model, one, "conv2")),
      "layerOutput of an unknown layer": () => assert.throws(() => layerOutput(model, one, "conv3")),
      featureMapsOf: () => tf.tidy(() => featureMapsOf(layerOutput(model, one, "pool1"))),
      kernelsOf: () => kernelsOf(model, "conv2", 1),
      weightsHash: () => weightsHash(model),
    };
    for (const [name, use] of Object.entries(uses)) assert.equal(await leftBehind(use), 0, name);
    one.dispose();
    assert.equal(await leftBehind(() => disposeModel(model)), -8 - 2, "8 weights, 2 values of adam");
  });

  it("evaluate(model, { inputs, labels }) leaves those two and no more", async () => {
    const model = smallNetwork();
    const [inputs, labels] = [toInputs(drawn(11)), toLabels(drawn(11))];
    assert.equal(await leftBehind(() => evaluate(model, { inputs, labels }, { batchSize: 4 })), 0);
    assert.ok(!inputs.isDisposed && !labels.isDisposed, "they belong to the caller");
    tf.dispose([inputs, labels]);
    disposeModel(model);
  });

  it("toInputs(digits), toLabels(digits) and layerOutput(model, …) make one each", async () => {
    const digits = drawn(3);
    const model = smallNetwork();
    const made: tf.Tensor[] = [];
    const keep = (tensor: tf.Tensor) => void made.push(tensor);
    assert.equal(await leftBehind(() => keep(toInputs(digits))), 1);
    assert.equal(await leftBehind(() => keep(toLabels(digits))), 1);
    assert.equal(await leftBehind(() => keep(layerOutput(model, made[0] as tf.Tensor4D, "pool"))), 1);
    tf.dispose(made);
    disposeModel(model);
  });
});
