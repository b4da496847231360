import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { disposeModel } from "../../../../src/networks/models/disposeModel.js";
import { type Lenet5Options, lenet5 } from "../../../../src/networks/models/lenet5.js";
import { type Tensor, tf } from "../../../../src/networks/tf.js";
import { fastOutputs } from "../../../../src/networks/training/fast/outputs.js";
import { fastTraining } from "../../../../src/networks/training/fast/step.js";
import { fit } from "../../../../src/networks/training/fit.js";
import { toInputs } from "../../../../src/networks/training/inputs.js";
import { drawn, largestGap, numbersOf } from "../../helpers.js";

const variants: Record<string, Lenet5Options> = {
  "as published": {},
  "j = 60": { j: 60 },
  "equation 8": { loss: "equation8" },
  "codes that learn": { learnCodes: true, j: 90 },
  "linear scores": { output: "rbfLinear" },
  "softmax, all links": { output: "softmax", connections: "full" },
  "ReLU, max pooling": { activation: "relu", subsampling: "max", output: "softmax" },
  "average pooling": { subsampling: "average" },
};

/** What one step of size 1 subtracts from the weights. */
async function step(options: Lenet5Options, fast: boolean) {
  const model = lenet5({ ...options, optimizer: "momentum", learningRate: 1, seed: 5 });
  // Weights of a usual size: those of the start leave F6 near 0 and most slopes tiny.
  tf.tidy(() => model.setWeights(model.getWeights().map((weights) => weights.mul(2))));
  assert.equal(typeof fastTraining(model), "object", String(fastTraining(model)));
  const start = numbersOf(model);
  const history = await fit(model, drawn(8, 3, 28), { epochs: 1, batchSize: 8, fast });
  const moved = numbersOf(model).map((row, tensor) =>
    row.map((value, at) => (start[tensor]?.[at] ?? 0) - value),
  );
  disposeModel(model);
  return { moved, loss: history.loss[0] ?? Number.NaN, accuracy: history.accuracy[0] };
}

describe("LeNet-5 trained the fast way", () => {
  for (const [name, options] of Object.entries(variants)) {
    it(`takes the step that TensorFlow.js takes: ${name}`, async () => {
      const [slow, quick] = [await step(options, false), await step(options, true)];
      assert.ok(Math.abs(slow.loss - quick.loss) < 1e-4 * slow.loss, `loss ${slow.loss} and ${quick.loss}`);
      assert.equal(slow.accuracy, quick.accuracy);
      const largest = Math.max(...slow.moved.flat().map(Math.abs));
      assert.ok(largest > 1e-3, `nothing moved: ${largest}`);
      const gap = largestGap(quick.moved, slow.moved);
      assert.ok(gap < 1e-4 * largest, `gradients up to ${largest} differ by ${gap}`);
    });
  }

  it("gives the outputs that predict gives", () => {
    const model = lenet5({ seed: 2 });
    const inputs = toInputs(drawn(5, 1, 28));
    const quick = fastOutputs(model);
    assert.ok(typeof quick !== "string", String(quick));
    const slow = tf.tidy(() => Array.from((model.predict(inputs) as Tensor).dataSync()));
    const found = quick(inputs);
    assert.ok(found, "all numbers are finite");
    assert.ok(largestGap([Array.from(found.dataSync())], [slow]) < 1e-3);
    tf.dispose([inputs, found]);
    disposeModel(model);
  });
});
