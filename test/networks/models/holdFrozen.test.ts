import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileClassifier } from "../../../src/networks/models/compileClassifier.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { freeze } from "../../../src/networks/models/freeze.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";
import { evaluate } from "../../../src/networks/training/evaluate.js";
import { fit } from "../../../src/networks/training/fit.js";
import { toInputs, toLabels } from "../../../src/networks/training/inputs.js";
import { drawn, largestGap, numbersOf } from "../helpers.js";

const { conv2d, batchNormalization, dense, flatten, maxPooling2d, inputLayer } = tf.layers;
const inputShape = [8, 8, 1];
const head = () => dense({ name: "head", units: 10, activation: "softmax" });

/** A base with batch normalisation, as in transfer learning. */
function backbone(): tf.Sequential {
  return tf.sequential({
    name: "backbone",
    layers: [
      conv2d({ name: "conv", filters: 2, kernelSize: 3, activation: "relu", inputShape }),
      batchNormalization({ name: "bn" }),
      maxPooling2d({ name: "pool", poolSize: 2 }),
    ],
  });
}

function functional(base: LayersModel): LayersModel {
  const input = tf.input({ shape: inputShape });
  const flat = flatten().apply(base.apply(input));
  return tf.model({ inputs: input, outputs: head().apply(flat) as tf.SymbolicTensor });
}

/** The ways in which people put a base under a head. */
const ways: Record<string, (base: LayersModel) => LayersModel> = {
  "first in a sequential model": (base) => tf.sequential({ layers: [base, flatten(), head()] }),
  "behind an input in a sequential model": (base) =>
    tf.sequential({ layers: [inputLayer({ inputShape }), base, flatten(), head()] }),
  "in a functional model": functional,
  "a functional base, first in a sequential model": (base) => {
    const whole = tf.model({ name: "whole", inputs: base.inputs, outputs: base.outputs });
    whole.trainable = base.trainable;
    return tf.sequential({ layers: [whole, flatten(), head()] });
  },
  "two models deep": (base) => {
    const outer = tf.sequential({ name: "outer", layers: [base, flatten({ name: "flat" })] });
    outer.trainable = base.trainable;
    return tf.sequential({ layers: [outer, head()] });
  },
  "its layers one by one, cut and built upon": (base) => {
    const last = base.layers.at(-1)?.output as tf.SymbolicTensor;
    for (const layer of base.layers) layer.trainable = base.trainable;
    return tf.model({
      inputs: base.inputs,
      outputs: head().apply(flatten().apply(last)) as tf.SymbolicTensor,
    });
  },
};

describe("nested and frozen models", () => {
  for (const [name, build] of Object.entries(ways)) {
    for (const frozen of [true, false]) {
      it(`a ${frozen ? "frozen" : "free"} base ${name} trains and is measured`, async () => {
        const digits = drawn(20);
        const [inputs, labels] = [toInputs(digits), toLabels(digits)];
        const ends: number[][][] = [];
        for (const fast of [true, false]) {
          const base = backbone();
          base.trainable = !frozen;
          tf.tidy(() =>
            base.setWeights(
              base.getWeights().map(({ shape }, at) => tf.randomUniform(shape, 0.1, 1, "float32", at)),
            ),
          );
          const model = build(base);
          const last = model.layers.at(-1) as tf.layers.Layer;
          tf.tidy(() => last.setWeights(last.getWeights().map(({ shape }) => tf.zeros(shape))));
          compileClassifier(model, { optimizer: tf.train.sgd(0.05) });
          const [before, kept] = [numbersOf(model), numbersOf(base)];
          const options = { epochs: 2, batchSize: 10, validation: digits, fast };
          const history = await fit(model, digits, options);
          const tensors = tf.memory().numTensors;
          await fit(model, digits, options);
          assert.equal(tf.memory().numTensors, tensors, "tensors left");
          const found = await evaluate(model, digits);
          const theirs = (model.evaluate(inputs, labels) as tf.Scalar[]).map((each) => each.dataSync()[0]);
          assert.ok(Math.abs(found.loss - (theirs[0] as number)) < 1e-5, `${found.loss} and ${theirs[0]}`);
          assert.ok(Math.abs(found.accuracy - (theirs[1] as number)) < 1e-5);
          assert.ok((history.loss[1] as number) < (history.loss[0] as number), "it learns");
          assert.ok(largestGap(numbersOf(model), before) > 1e-2, "something moved");
          const moved = largestGap(numbersOf(base), kept);
          assert.ok(frozen ? moved === 0 : moved > 1e-3, `the base moved by ${moved}`);
          ends.push(numbersOf(model));
        }
        const [quick, plain] = ends as [number[][], number[][]];
        assert.ok(largestGap(quick, plain) < 1e-4, `the ways end ${largestGap(quick, plain)} apart`);
        tf.dispose([inputs, labels]);
      });
    }
  }

  it("frozen batch normalisation works by its statistics and keeps them, also under TensorFlow.js's own fit", async () => {
    const digits = drawn(20);
    const [inputs, labels] = [toInputs(digits), toLabels(digits)];
    for (const train of [
      (model: LayersModel) => fit(model, digits, { epochs: 1 }),
      (model: LayersModel) => fit(model, digits, { epochs: 1, fast: false }),
      (model: LayersModel) => model.fit(inputs, labels, { epochs: 1, verbose: 0 }),
    ]) {
      const model = compileClassifier(tf.sequential({ layers: [...backbone().layers, flatten(), head()] }));
      freeze(model, ["bn"]);
      const of = (name: string) =>
        numbersOf({ getWeights: () => model.getLayer(name).getWeights() } as LayersModel);
      const [still, moving] = [of("bn"), of("conv")];
      await train(model);
      assert.deepEqual(of("bn"), still);
      assert.ok(largestGap(of("conv"), moving) > 0);
      model.getLayer("bn").trainable = true;
      await train(compileClassifier(model));
      assert.ok(largestGap(of("bn"), still) > 0, "let free again, it moves");
      disposeModel(model);
    }
    tf.dispose([inputs, labels]);
  });

  it("a frozen network says in training what it says in prediction", async () => {
    const digits = drawn(20);
    const model = compileClassifier(tf.sequential({ layers: [backbone(), flatten(), head()] }));
    freeze(model, ["backbone"]);
    const { loss } = await evaluate(model, digits);
    // One batch: its loss is that of the weights before the step.
    const history = await fit(model, digits, { epochs: 1, batchSize: 20 });
    assert.ok(Math.abs((history.loss[0] as number) - loss) < 1e-5, `${history.loss[0]} and ${loss}`);
    disposeModel(model);
  });

  it("a model inside that fails leaves no tensor", async () => {
    class Fails extends tf.layers.Layer {
      static className = "Fails";
      override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
        tf.square([inputs].flat()[0] as tf.Tensor);
        throw new Error("it fails");
      }
    }
    const base = tf.sequential({
      layers: [conv2d({ filters: 2, kernelSize: 3, inputShape }), new Fails({})],
    });
    base.trainable = false;
    const model = compileClassifier(tf.sequential({ layers: [base, flatten(), head()] }));
    const tensors = tf.memory().numTensors;
    for (const fast of [true, false]) {
      await assert.rejects(fit(model, drawn(4), { epochs: 1, fast }), /it fails/);
      await assert.rejects(evaluate(model, drawn(4)), /it fails/);
    }
    assert.equal(tf.memory().numTensors, tensors);
    disposeModel(model);
  });
});
