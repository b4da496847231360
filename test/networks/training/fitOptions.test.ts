import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileClassifier } from "../../../src/networks/models/compileClassifier.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { freeze } from "../../../src/networks/models/freeze.js";
import { tf } from "../../../src/networks/tf.js";
import { evaluate } from "../../../src/networks/training/evaluate.js";
import { fit } from "../../../src/networks/training/fit.js";
import { train } from "../../../src/notebook/train.js";
import { drawn, smallNetwork } from "../helpers.js";

const all =
  "epochs, batchSize, scale, seed, validation, learningRate, augment, earlyStopping, classWeights, observers, signal, fast";

describe("options of a training", () => {
  it("are refused by name where nobody reads them, and where there are none", async () => {
    const model = smallNetwork();
    const digits = drawn(4);
    const refuse = (promise: Promise<unknown>, message: string) =>
      assert.rejects(promise, { name: "TypeError", message });
    await refuse(
      fit(model, digits, { epochs: 1, callbacks: [] } as never),
      `Cannot train: there is no option callbacks. Here it is observers. There are ${all}.`,
    );
    await refuse(
      train(model, digits, { epochs: 1, quite: true } as never),
      `Cannot train: there is no option quite. There are ${all}, quiet, validationName.`,
    );
    await refuse(
      train(model, digits, undefined as never),
      `Cannot train: the options are missing. Give an object of ${all}, quiet, validationName.`,
    );
    await refuse(
      evaluate(model, digits, { batch: 3 } as never),
      "Cannot evaluate: there is no option batch. There are scale, batchSize.",
    );
    const undecided = { epochs: 1, signal: undefined, seed: undefined, validation: undefined, quiet: true };
    assert.equal((await train(model, digits, undecided)).loss.length, 1);
    disposeModel(model);
  });

  it("a training in which nothing learns is refused, whichever way it would go", async () => {
    const model = freeze(smallNetwork(), ["conv", "output"]);
    for (const fast of [true, false]) {
      await assert.rejects(fit(model, drawn(4), { epochs: 1, fast }), {
        name: "RangeError",
        message:
          "Cannot train small: none of its weights learns. Set trainable of a layer that has weights, and compile it again.",
      });
    }
    for (const layer of model.layers) layer.trainable = true;
    assert.equal((await fit(compileClassifier(model), drawn(4), { epochs: 1 })).loss.length, 1);
    disposeModel(model);
  });

  it("observers are told of batches and epochs, and waited for; others are refused", async () => {
    const model = smallNetwork({ optimizer: tf.train.adam(0.1) });
    const told: string[] = [];
    const wait = () => new Promise((resolve) => setTimeout(resolve, 5));
    class Slow {
      async onEpoch(epoch: number) {
        await wait();
        told.push(`epoch ${epoch}`);
      }
    }
    await fit(model, drawn(8), {
      epochs: 2,
      batchSize: 4,
      observers: [new Slow(), { onBatch: ({ seen }) => told.push(`seen ${seen}`) }],
    });
    assert.deepEqual(told, ["seen 4", "seen 8", "epoch 1", "seen 4", "seen 8", "epoch 2"]);
    for (const observers of [[{ onEpochEnd() {} }], [undefined], {}]) {
      await assert.rejects(fit(model, drawn(4), { epochs: 1, observers: observers as never }), {
        name: "TypeError",
        message: "Cannot train: an observer has neither onBatch nor onEpoch. Give a list of such objects.",
      });
    }
    disposeModel(model);
  });

  it("an observer of epochs finds the optimizer where the training is, also the fast way", async () => {
    const states: string[][] = [];
    for (const fast of [true, false]) {
      const optimizer = tf.train.adam(0.1);
      const model = smallNetwork({ optimizer });
      const seen: string[] = [];
      const note = () => {
        const { accumulatedFirstMoment: moments } = optimizer as unknown as {
          accumulatedFirstMoment: { variable: tf.Variable }[];
        };
        seen.push(Array.from(moments[3]?.variable.dataSync() ?? [], (value) => value.toFixed(4)).join());
      };
      await fit(model, drawn(8), { epochs: 2, batchSize: 4, fast, observers: [{ onEpoch: note }] });
      note();
      states.push(seen);
      disposeModel(model);
    }
    assert.deepEqual(states[0], states[1]);
    assert.equal(new Set(states[0]).size, 2, "it moves from epoch to epoch");
  });

  it("stopped is false when all was done before the signal came", async () => {
    const model = smallNetwork();
    const stop = new AbortController();
    const observers = [{ onEpoch: (epoch: number) => void (epoch === 2 && stop.abort()) }];
    const { stopped } = await fit(model, drawn(8), { epochs: 2, signal: stop.signal, observers });
    assert.equal(stopped, false);
    disposeModel(model);
  });
});
