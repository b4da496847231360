import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { SeededDropout } from "../../../src/networks/models/dropout.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";
import { evaluate } from "../../../src/networks/training/evaluate.js";
import { fit } from "../../../src/networks/training/fit.js";
import { drawn, numbersOf, smallNetwork } from "../helpers.js";

/** The step of the differences: float32 leaves about 1e-7 of the loss, so smaller steps drown in rounding. */
const step = 5e-4;

function setNumbers(model: LayersModel, numbers: readonly (readonly number[])[]): void {
  tf.tidy(() => {
    const shapes = model.getWeights().map((weights) => weights.shape);
    model.setWeights(numbers.map((values, index) => tf.tensor([...values], shapes[index])));
  });
}

describe("gradients", () => {
  for (const activation of ["tanh", "relu"] as const) {
    it(`fit with one step of size 1 moves weights by the finite differences of the loss (${activation})`, async () => {
      const digits = drawn(6, 3);
      const model = smallNetwork({ activation, optimizer: tf.train.sgd(1), seed: 4 });
      const start = numbersOf(model);
      await fit(model, digits, { epochs: 1, batchSize: 6 });
      const moved = numbersOf(model);
      const lossAt = async (tensor: number, index: number, by: number) => {
        const changed = start.map((values) => [...values]);
        (changed[tensor] as number[])[index] = (start[tensor]?.[index] ?? Number.NaN) + by;
        setNumbers(model, changed);
        return (await evaluate(model, digits)).loss;
      };
      let [checked, largest] = [0, 0];
      for (const [tensor, values] of start.entries()) {
        // All of the convolution; every 7th of the dense layer keeps the test short.
        for (let index = 0; index < values.length; index += values.length > 20 ? 7 : 1) {
          const gradient = (values[index] as number) - (moved[tensor]?.[index] as number);
          const slope =
            ((await lossAt(tensor, index, step)) - (await lossAt(tensor, index, -step))) / (2 * step);
          const gap = Math.abs(gradient - slope);
          assert.ok(gap < 2e-3, `weight ${index} of tensor ${tensor}: ${gradient}, differences ${slope}`);
          largest = Math.max(largest, Math.abs(gradient));
          checked += 1;
        }
      }
      assert.ok(checked > 40 && largest > 0.05, `${checked} weights, gradients up to ${largest}`);
      disposeModel(model);
    });
  }

  it("SeededDropout passes the gradient of kept values, divided by 1 - rate, and none of the others", () => {
    tf.tidy(() => {
      const ones = tf.ones([1000]);
      const layer = new SeededDropout({ rate: 0.25, seed: 3 });
      let outputs: Float32Array | undefined;
      const gradient = tf.grad((values) => {
        const result = layer.call(values, { training: true });
        outputs = result.dataSync<"float32">();
        return result.sum();
      })(ones);
      assert.deepEqual(gradient.dataSync(), outputs);
      assert.deepEqual([...new Set(outputs)].sort(), [0, Math.fround(1 / 0.75)]);
    });
  });
});
