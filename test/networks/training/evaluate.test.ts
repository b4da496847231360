import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { digitsFrom, take } from "../../../src/images/digits/digits.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { tf } from "../../../src/networks/tf.js";
import { evaluate } from "../../../src/networks/training/evaluate.js";
import { fit } from "../../../src/networks/training/fit.js";
import { toInputs, toLabels } from "../../../src/networks/training/inputs.js";
import { assertNear, drawn, smallNetwork } from "../helpers.js";

/** Answers with the softmax of an image's own ten pixels: what it predicts is written in the image. */
function echo() {
  const model = tf.sequential({ name: "echo" });
  model.add(tf.layers.flatten({ inputShape: [2, 5, 1] }));
  model.add(tf.layers.activation({ activation: "softmax" }));
  return model;
}

/** An image for `echo` whose brightest pixel is number `winner`. */
const image = (winner: number, value = 255) =>
  [0, 5].map((from) => [0, 1, 2, 3, 4].map((column) => (from + column === winner ? value : 0)));

describe("evaluate", () => {
  it("evaluate(model, digits) agrees with TensorFlow's own evaluation", async () => {
    const model = smallNetwork({ optimizer: tf.train.adam(0.01) });
    const digits = drawn(57, 4);
    await fit(model, drawn(40), { epochs: 15 });
    const ours = await evaluate(model, digits, { batchSize: 10 });
    const [inputs, labels] = [toInputs(digits), toLabels(digits)];
    const theirs = model.evaluate(inputs, labels, { batchSize: 57 }) as tf.Scalar[];
    const [loss = Number.NaN, accuracy = Number.NaN] = theirs.map((each) => each.dataSync()[0] as number);
    tf.dispose([inputs, labels, ...theirs]);
    disposeModel(model);
    assert.ok(Math.abs(ours.loss - loss) < 1e-5, `${ours.loss} and ${loss}`);
    assert.ok(Math.abs(ours.accuracy - accuracy) < 1e-5, `${ours.accuracy} and ${accuracy}`);
    assert.ok(accuracy > 0.15 && accuracy < 1, `neither all right nor all wrong: ${accuracy}`);
  });

  it("evaluate(model, digits) says class and confidence of each image, in order", async () => {
    const model = echo();
    const digits = digitsFrom([image(3), image(7, 51), image(0), image(9)], [3, 7, 1, 9]);
    const found = await evaluate(model, digits, { batchSize: 3 });
    const confidence = (pixel: number) => Math.exp(pixel) / (Math.exp(pixel) + 9);
    const wanted = [1, 0.2, 1, 1].map(confidence);
    assert.deepEqual(Array.from(found.predicted), [3, 7, 0, 9]);
    assert.equal(found.accuracy, 3 / 4);
    assertNear([Array.from(found.confidence)], [wanted], 1e-6, "confidence");
    const right = [wanted[0], wanted[1], 1 / (Math.E + 9), wanted[3]] as number[];
    const loss = right.reduce((sum, probability) => sum - Math.log(probability), 0) / 4;
    assert.ok(Math.abs(found.loss - loss) < 1e-6, `${found.loss} and ${loss}`);
    model.dispose();
  });

  it("evaluate(model, digits, { scale }) multiplies the bytes", async () => {
    const model = echo();
    const { confidence } = await evaluate(model, digitsFrom([image(4, 100)], [4]), { scale: 0.02 });
    assertNear([Array.from(confidence)], [[Math.exp(2) / (Math.exp(2) + 9)]], 1e-6, "confidence");
    model.dispose();
  });

  it("evaluate(model, digits) counts a sure mistake as the smallest probability, not as infinite", async () => {
    const model = echo();
    const { loss } = await evaluate(model, digitsFrom([image(0)], [1]), { scale: 1 }); // softmax of 255 and nine zeros
    assert.ok(Math.abs(loss + Math.log(1e-7)) < 1e-6, String(loss));
    model.dispose();
  });

  it("evaluate(model, data) gives the same for any batch size and for tensors", async () => {
    const model = smallNetwork();
    const digits = drawn(23);
    const whole = await evaluate(model, digits);
    const inputs = toInputs(digits);
    const labels = tf.tensor1d(Array.from(digits.labels), "int32");
    for (const found of [
      await evaluate(model, digits, { batchSize: 1 }),
      await evaluate(model, digits, { batchSize: 22 }),
      await evaluate(model, { inputs, labels }, { batchSize: 5 }),
    ]) {
      assert.deepEqual(found.predicted, whole.predicted);
      assert.equal(found.accuracy, whole.accuracy);
      assert.ok(Math.abs(found.loss - whole.loss) < 1e-5, `loss ${found.loss}, ${whole.loss} at once`);
    }
    tf.dispose([inputs, labels]);
    disposeModel(model);
  });

  it("evaluate(model, digits) lets timers run between batches", async () => {
    const model = smallNetwork();
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 0);
    await evaluate(model, drawn(200), { batchSize: 1 });
    clearInterval(timer);
    assert.ok(turns > 0, "no timer ran");
    disposeModel(model);
  });

  it("evaluate(model, nonsense) is refused in words", { timeout: 10_000 }, async () => {
    const model = smallNetwork();
    await assert.rejects(evaluate(model, take(drawn(4), 0, 0)), {
      name: "RangeError",
      message: "Cannot evaluate: there are 0 images. Give at least one.",
    });
    for (const batchSize of [0, -1, 1.5, Number.NaN]) {
      await assert.rejects(evaluate(model, drawn(4), { batchSize }), {
        name: "RangeError",
        message: `Cannot evaluate: batchSize is ${batchSize}. Give a whole number from 1 up.`,
      });
    }
    const [inputs, labels] = [tf.zeros([5, 8, 8, 1]), tf.zeros([4]) as tf.Tensor1D];
    await assert.rejects(evaluate(model, { inputs, labels }), {
      name: "RangeError",
      message: "Cannot pair 5 inputs with 4 labels. Give one label for each input.",
    });
    tf.dispose([inputs, labels]);
    disposeModel(model);
  });
});
