import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";
import { BestWeights } from "../../../src/networks/training/earlyStopping.js";
import { evaluate } from "../../../src/networks/training/evaluate.js";
import { fit } from "../../../src/networks/training/fit.js";
import type { FitOptions } from "../../../src/networks/training/fitOptions.js";
import { drawn, numbersOf, smallNetwork } from "../helpers.js";

/** Goes through losses and says after which epoch it would stop, and which was the best. */
function through(losses: readonly number[], patience: number, minDelta?: number) {
  const model = smallNetwork();
  const best = new BestWeights(model, { patience, minDelta });
  let epoch = 0;
  while (epoch < losses.length && best.take(epoch + 1, losses[epoch++] as number));
  best.dispose();
  disposeModel(model);
  return [epoch, best.epoch];
}

describe("earlyStopping", () => {
  it("waits as many epochs as it has patience, from the best on, and counts only what is better by minDelta", () => {
    const { NaN: none, POSITIVE_INFINITY: infinite } = Number;
    assert.deepEqual(through([3, 2, 2, 1, 1], 1), [3, 2]);
    assert.deepEqual(through([3, 2, 2, 1, 1, 1], 2), [6, 4]);
    assert.deepEqual(through([3, 2, 1], 1), [3, 3]);
    assert.deepEqual(through([3, 2.95, 2.9, 2.8], 2, 0.12), [3, 3]);
    assert.deepEqual(through([3, 2.95, 2.85, 2.8, 2.75], 2, 0.12), [5, 5]);
    assert.deepEqual(through([none, none, none], 2), [2, undefined]);
    assert.deepEqual(through([infinite, 5, none, 6], 2), [4, 2]);
  });

  for (const fast of [true, false]) {
    it(`ends the training and leaves the best weights, ${fast ? "the fast way" : "as TensorFlow.js"}`, async () => {
      const model = smallNetwork({ optimizer: tf.train.adam(0.3) });
      const [digits, validation] = [drawn(30), drawn(30, 7)];
      const seen: number[][][] = [];
      const tensors = tf.memory().numTensors;
      const history = await fit(model, digits, {
        epochs: 60,
        validation,
        earlyStopping: { patience: 3 },
        fast,
        observers: [{ onEpoch: () => seen.push(numbersOf(model)) }],
      });
      const { validationLoss = [], bestEpoch = 0 } = history;
      assert.ok(history.stopped && history.stoppedEarly, "it stopped");
      assert.ok(history.loss.length < 60, "before its time");
      assert.equal(bestEpoch, validationLoss.indexOf(Math.min(...validationLoss)) + 1);
      assert.equal(history.loss.length, bestEpoch + 3);
      assert.deepEqual(numbersOf(model), seen[bestEpoch - 1]);
      assert.equal((await evaluate(model, validation)).loss, validationLoss[bestEpoch - 1]);
      assert.equal(tf.memory().numTensors - tensors, 2 * 4, "adam keeps two values for each of 4 weights");
      await fit(model, digits, { epochs: 1 });
      disposeModel(model);
    });
  }

  it("leaves the best weights of a training that ran to its end, or was stopped by its signal", async () => {
    for (const stops of [false, true]) {
      const model = smallNetwork({ optimizer: tf.train.adam(0.3) });
      const stop = new AbortController();
      const validation = drawn(30, 7);
      const history = await fit(model, drawn(30), {
        epochs: 8,
        validation,
        earlyStopping: { patience: 50 },
        signal: stop.signal,
        observers: [{ onBatch: ({ epoch }) => void (stops && epoch === 6 && stop.abort()) }],
      });
      assert.equal(history.stoppedEarly, false);
      assert.equal(history.stopped, stops);
      const best = history.validationLoss?.[(history.bestEpoch ?? 0) - 1];
      assert.equal((await evaluate(model, validation)).loss, best);
      disposeModel(model);
    }
  });

  it("keeps a frozen base apart from what learns", async () => {
    const base = tf.sequential({
      layers: [tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [8, 8, 1] }), tf.layers.flatten()],
    });
    base.trainable = false;
    const model: LayersModel = tf.sequential({
      layers: [base, tf.layers.dense({ units: 10, activation: "softmax" })],
    });
    model.compile({ optimizer: tf.train.adam(0.3), loss: "sparseCategoricalCrossentropy" });
    const before = numbersOf(base);
    const validation = drawn(20, 3);
    const history = await fit(model, drawn(20), { epochs: 5, validation, earlyStopping: { patience: 1 } });
    assert.deepEqual(numbersOf(base), before);
    const best = history.validationLoss?.[(history.bestEpoch ?? 0) - 1];
    assert.equal((await evaluate(model, validation)).loss, best);
    disposeModel(model);
  });

  it("is refused without validation, and with values that cannot be", async () => {
    const model = smallNetwork();
    const refuse = (options: Partial<FitOptions>, message: RegExp) =>
      assert.rejects(fit(model, drawn(4), { epochs: 1, ...options }), message);
    const validation = drawn(4);
    await refuse(
      { earlyStopping: { patience: 2 } },
      /^TypeError: Cannot stop early: there is nothing to measure on\. Give images as validation\.$/,
    );
    await refuse(
      { validation, earlyStopping: {} as never },
      /^RangeError: Cannot stop early: patience is undefined/,
    );
    await refuse(
      { validation, earlyStopping: { patience: 0 } },
      /^RangeError: Cannot stop early: patience is 0/,
    );
    await refuse(
      { validation, earlyStopping: { patience: 1, minDelta: -1 } },
      /minDelta is -1\. Give a number from 0/,
    );
    await refuse(
      { validation, earlyStopping: { patience: 1, monitor: "accuracy" } as never },
      /^TypeError: Cannot stop early: there is no option monitor\. There are patience, minDelta\.$/,
    );
    disposeModel(model);
  });
});
