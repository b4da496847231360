import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Images } from "../../../src/images/images.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { lenet5 } from "../../../src/networks/models/lenet5.js";
import { type LayersModel, type Tensor, type Tensor4D, tf } from "../../../src/networks/tf.js";
import { evaluate } from "../../../src/networks/training/evaluate.js";
import { fit } from "../../../src/networks/training/fit.js";
import { toInputs } from "../../../src/networks/training/inputs.js";
import { predict } from "../../../src/networks/training/predict.js";
import { drawn, smallNetwork } from "../helpers.js";

const count = 6;

/** Colour images of three classes. */
const colours: Images = {
  count,
  height: 4,
  width: 5,
  channels: 3,
  pixels: Uint8Array.from({ length: count * 60 }, (_, index) => (index * 37) % 256),
  labels: Uint8Array.from([0, 1, 2, 0, 1, 2]),
  classes: ["cat", "dog", "owl"],
};

function ending(
  units: number,
  activation: "softmax" | "sigmoid" | "linear",
  loss: tf.ModelCompileArgs["loss"],
) {
  const model = tf.sequential({
    name: "trial",
    layers: [
      tf.layers.flatten({ inputShape: [4, 5, 3] }),
      tf.layers.dense({ units, activation, kernelInitializer: tf.initializers.glorotUniform({ seed: 4 }) }),
    ],
  });
  model.compile({ optimizer: "sgd", loss });
  return model;
}

/** What the model gives for the colours, row by row, after a change. */
function rowsOf(model: LayersModel, change: (outputs: Tensor) => Tensor = (outputs) => outputs): number[][] {
  return tf.tidy(() => {
    const inputs = tf.tensor4d(
      Float32Array.from(colours.pixels, (byte) => byte / 255),
      [count, 4, 5, 3],
    );
    return change(model.predict(inputs) as Tensor).arraySync() as number[][];
  });
}

/** Fails unless all classes are there, by their shares, the largest first. */
function assertShares(found: Awaited<ReturnType<typeof predict>>, shares: number[][], names: string[]) {
  assert.equal(found.length, shares.length);
  for (const [row, classes] of found.entries()) {
    const order = (shares[row] as number[])
      .map((share, index) => ({ share, index }))
      .sort((a, b) => b.share - a.share);
    assert.deepEqual(
      classes.map(({ classIndex, name }) => [classIndex, name]),
      order.map(({ index }) => [index, names[index]]),
    );
    for (const [place, { probability }] of classes.entries()) {
      assert.ok(Math.abs(probability - (order[place]?.share as number)) < 1e-5);
    }
  }
}

describe("predict", () => {
  it("predict(model, images) names the classes of each image with their probabilities, the likeliest first", async () => {
    const tensors = tf.memory().numTensors;
    const logits = (outputs: Tensor) => outputs.softmax();
    const two = (outputs: Tensor) => tf.concat([outputs.mul(-1).add(1), outputs], 1);
    const { classes } = colours;
    const pair = { ...colours, classes: classes.slice(0, 2) };
    for (const [model, change, images] of [
      [ending(3, "softmax", "sparseCategoricalCrossentropy"), undefined, colours],
      [ending(3, "linear", tf.losses.softmaxCrossEntropy as never), logits, colours],
      [ending(3, "sigmoid", "binaryCrossentropy"), undefined, colours],
      [ending(1, "sigmoid", "binaryCrossentropy"), two, pair],
    ] as const) {
      assertShares(await predict(model, images), rowsOf(model, change), [...images.classes]);
      disposeModel(model);
    }
    assert.equal(tf.memory().numTensors, tensors);
  });

  it("predict(model, images, { top, scale }) gives as many classes, of bytes times the scale", async () => {
    const model = smallNetwork();
    const digits = drawn(4);
    const found = await predict(model, digits, { top: 2, scale: 0.02 });
    const { predicted, confidence } = await evaluate(model, digits, { scale: 0.02 });
    assert.deepEqual(
      found.map((classes) => classes[0]?.classIndex),
      [...predicted],
    );
    assert.deepEqual(
      found.map(([first]) => first?.name),
      [...predicted].map(String),
    );
    for (const [index, [first]] of found.entries()) {
      assert.ok(Math.abs((first?.probability as number) - (confidence[index] as number)) < 1e-6);
    }
    const lengths = async (top?: number) =>
      (await predict(model, digits, top === undefined ? {} : { top })).map(({ length }) => length);
    assert.deepEqual(await lengths(2), [2, 2, 2, 2]);
    assert.deepEqual(await lengths(), [3, 3, 3, 3]);
    assert.deepEqual(await lengths(99), [10, 10, 10, 10]);
    disposeModel(model);
  });

  it("predict(model, tensor) takes inputs as they are, many at a time, and leaves them", async () => {
    const model = smallNetwork();
    const digits = drawn(503);
    const inputs = toInputs(digits);
    const tensors = tf.memory().numTensors;
    assert.deepEqual(await predict(model, inputs), await predict(model, digits));
    assert.equal(tf.memory().numTensors, tensors);
    const none = tf.zeros([0, 8, 8, 1]) as Tensor4D;
    assert.deepEqual(await predict(model, none), []);
    const { labels: _, ...unlabelled } = digits;
    assert.equal((await predict(model, unlabelled as typeof digits)).length, 503);
    tf.dispose([inputs, none]);
    disposeModel(model);
  });

  it("predict(lenet5(), digits) has the probabilities of its own loss", async () => {
    const model = lenet5({ j: 2 });
    const digits = drawn(3, 1, 28);
    const { predicted, confidence } = await evaluate(model, digits);
    const found = await predict(model, digits, { top: 1 });
    assert.deepEqual(
      found.map(([first]) => [first?.classIndex, Math.fround(first?.probability ?? -1)]),
      [...predicted].map((index, row) => [index, confidence[row]]),
    );
    disposeModel(model);
  });

  it("predict: classes keep their numbers where the names are for others", async () => {
    const model = ending(3, "softmax", "sparseCategoricalCrossentropy");
    const [first] = await predict(model, { ...colours, classes: ["new"], labels: new Uint8Array(count) });
    assert.deepEqual(first?.map(({ name }) => name).sort(), ["0", "1", "2"]);
    disposeModel(model);
  });

  it("predict refuses what has no classes, other sizes and other options", async () => {
    const numbers = ending(2, "linear", "meanSquaredError");
    await assert.rejects(predict(numbers, colours), {
      name: "TypeError",
      message:
        "Cannot predict classes with trial: it gives no row of classes. Call model.predict(inputs) for what it gives.",
    });
    const model = ending(3, "softmax", "sparseCategoricalCrossentropy");
    await assert.rejects(predict(model, drawn(2)), {
      name: "RangeError",
      message:
        "Cannot predict trial: the inputs have shape [8, 8, 1] each, and it takes [4, 5, 3]. Resize or reshape them, or build it for them.",
    });
    await assert.rejects(predict(model, colours, { top: 0 }), /^RangeError: Cannot predict: top is 0\. Give/);
    await assert.rejects(
      predict(model, colours, { scale: Number.NaN }),
      /^RangeError: Cannot predict: scale is NaN/,
    );
    await assert.rejects(
      predict(model, colours, { k: 2 } as never),
      /^TypeError: Cannot predict: there is no option k\./,
    );
    await assert.rejects(
      predict(model, undefined as never),
      /^TypeError: Cannot predict: these are no images\./,
    );
    const { count: _, labels: __, ...picture } = colours;
    const single =
      /^TypeError: Cannot .+: this is one picture, not a set\. Give imagesFrom\(\[picture\], \[0\], classes\)\.$/;
    await assert.rejects(predict(model, picture as never), single);
    await assert.rejects(evaluate(model, picture as never), single);
    await assert.rejects(fit(model, picture as never, { epochs: 1 }), single);
    assert.throws(() => toInputs(picture as never), single);
    for (const each of [numbers, model]) disposeModel(each);
  });
});
