import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { learningRateOf } from "../../../src/networks/models/optimizers.js";
import { tf } from "../../../src/networks/tf.js";
import { fit } from "../../../src/networks/training/fit.js";
import { oneCycle } from "../../../src/networks/training/learningRate.js";
import { type LearningRateOption, schedules } from "../../../src/networks/training/schedules.js";
import { drawn, numbersOf, smallNetwork } from "../helpers.js";

const shares = [0, 0.25, 0.5, 0.75];

describe("learningRate", () => {
  it("schedules go as their names say", () => {
    const rates = (name: keyof typeof schedules) => shares.map(schedules[name](8));
    const near = (found: number[], expected: number[]) =>
      found.forEach((rate, index) => {
        assert.ok(Math.abs(rate - (expected[index] as number)) < 1e-12, `${found}`);
      });
    const half = Math.SQRT1_2;
    near(rates("cosine"), [8, 4 + 4 * half, 4, 4 - 4 * half]);
    near(rates("linear"), [8, 6, 4, 2]);
    near(rates("exponential"), [8, 8 / Math.sqrt(10), 0.8, 0.8 / Math.sqrt(10)]);
    near(rates("step"), [8, 8, 0.8, 0.08]);
    near(rates("oneCycle"), shares.map(oneCycle(8)));
  });

  it("a name starts from the optimizer's rate; afterwards the optimizer has its own again", async () => {
    const learned = async (learningRate: LearningRateOption | undefined, own: number) => {
      const model = smallNetwork({ optimizer: tf.train.momentum(own, 0.9) });
      const seen: (number | undefined)[] = [];
      const observers = [{ onBatch: () => seen.push(learningRateOf(model.optimizer)) }];
      await fit(model, drawn(16), { epochs: 2, batchSize: 8, learningRate, observers });
      const [weights, after] = [numbersOf(model), learningRateOf(model.optimizer)];
      disposeModel(model);
      return { weights, seen, after };
    };
    for (const name of Object.keys(schedules) as (keyof typeof schedules)[]) {
      const byName = await learned(name, 0.1);
      assert.deepEqual(byName.seen, shares.map(schedules[name](0.1)), name);
      assert.equal(byName.after, 0.1, name);
      const byFunction = await learned(schedules[name](0.1), 7);
      assert.deepEqual(byFunction.weights, byName.weights, name);
      assert.equal(byFunction.after, 7, name);
    }
    assert.deepEqual((await learned(0.02, 5)).weights, (await learned(undefined, 0.02)).weights);
  });

  it("refuses other names, and rates that are none", async () => {
    const model = smallNetwork();
    const names = "oneCycle, cosine, linear, exponential, step";
    const wayOut = `Give a number, one of ${names}, or a function of the share that is done.`;
    for (const [learningRate, message] of [
      ["cosinus", `TypeError: Cannot train: learningRate is "cosinus". ${wayOut}`],
      ["toString", `TypeError: Cannot train: learningRate is "toString". ${wayOut}`],
      [{}, `TypeError: Cannot train: learningRate is object. ${wayOut}`],
      [-1, "RangeError: Cannot train: learningRate is -1 at 0 of the training. Give numbers from 0 up."],
      [
        () => Number.NaN,
        "RangeError: Cannot train: learningRate is NaN at 0 of the training. Give numbers from 0 up.",
      ],
    ] as const) {
      const refused = fit(model, drawn(4), { epochs: 1, learningRate: learningRate as never });
      await assert.rejects(refused, (error) => String(error) === message);
    }
    assert.ok(
      Math.abs((learningRateOf(model.optimizer) ?? 0) - 0.1) < 1e-12,
      "the rate is the optimizer's own",
    );
    disposeModel(model);
  });
});
