import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Images } from "../../../src/images/images.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { tf } from "../../../src/networks/tf.js";
import { evaluate } from "../../../src/networks/training/evaluate.js";
import { report } from "../../../src/networks/training/report.js";
import { drawn, smallNetwork } from "../helpers.js";

/** Images whose pixels say what the network below answers: the brightest of four. */
function answering(
  labels: readonly number[],
  answers: readonly number[],
  classes: readonly string[],
): Images {
  const pixels = answers.flatMap((answer) => [0, 1, 2, 3].map((place) => (place === answer ? 255 : 0)));
  return {
    count: labels.length,
    height: 2,
    width: 2,
    channels: 1,
    pixels: Uint8Array.from(pixels),
    labels: Uint8Array.from(labels),
    classes,
  };
}

function echo() {
  const model = tf.sequential({ name: "echo", layers: [tf.layers.flatten({ inputShape: [2, 2, 1] })] });
  model.add(tf.layers.activation({ activation: "softmax" }));
  return model;
}

describe("report", () => {
  it("report(model, images) has precision, recall and F1 of each class, and the confusions", async () => {
    const model = echo();
    const labels = [0, 0, 0, 0, 1, 1, 2, 2, 2];
    const answers = [0, 0, 1, 3, 1, 0, 2, 2, 1];
    const found = await report(model, answering(labels, answers, ["ant", "bee", "cow", "doe"]));
    assert.deepEqual(found.confusion, [
      [2, 1, 0, 1],
      [1, 1, 0, 0],
      [0, 1, 2, 0],
      [0, 0, 0, 0],
    ]);
    assert.equal(found.accuracy, 5 / 9);
    const close = (a: number, b: number) => Math.abs(a - b) < 1e-12;
    for (const [index, [name, precision, recall, f1, count]] of (
      [
        ["ant", 2 / 3, 1 / 2, 4 / 7, 4],
        ["bee", 1 / 3, 1 / 2, 2 / 5, 2],
        ["cow", 1, 2 / 3, 4 / 5, 3],
        ["doe", 0, 0, 0, 0],
      ] as const
    ).entries()) {
      const each = found.perClass[index];
      assert.ok(each);
      assert.equal(each.name, name);
      assert.equal(each.count, count);
      for (const [a, b] of [
        [each.precision, precision],
        [each.recall, recall],
        [each.f1, f1],
      ] as const) {
        assert.ok(close(a, b), `${name}: ${a}, not ${b}`);
      }
    }
    model.dispose();
  });

  it("report(model, digits) agrees with evaluate, and names classes by their numbers", async () => {
    const model = smallNetwork();
    const digits = drawn(40);
    const { accuracy, perClass } = await report(model, digits, { scale: 0.02 });
    assert.equal(accuracy, (await evaluate(model, digits, { scale: 0.02 })).accuracy);
    assert.deepEqual(
      perClass.map(({ name }) => name),
      [..."0123456789"],
    );
    assert.deepEqual(
      perClass.map(({ count }) => count),
      new Array(10).fill(4),
    );
    disposeModel(model);
  });

  it("report(model with one sigmoid unit) tells two classes apart", async () => {
    const model = tf.sequential({
      layers: [
        tf.layers.flatten({ inputShape: [2, 2, 1] }),
        tf.layers.dense({ units: 1, activation: "sigmoid", useBias: false }),
      ],
    });
    tf.tidy(() => model.setWeights([tf.tensor2d([[-1], [1], [1], [1]])]));
    model.compile({ optimizer: "sgd", loss: "binaryCrossentropy" });
    const { confusion, perClass } = await report(model, answering([0, 0, 1], [0, 1, 1], ["no", "yes"]));
    assert.deepEqual(confusion, [
      [1, 1],
      [0, 1],
    ]);
    assert.deepEqual(
      perClass.map(({ name, precision, recall }) => [name, precision, recall]),
      [
        ["no", 1, 0.5],
        ["yes", 0.5, 1],
      ],
    );
    disposeModel(model);
  });

  it("report refuses what is no set of images, and networks that do not give one class", async () => {
    const model = echo();
    model.compile({ optimizer: "sgd", loss: "binaryCrossentropy" });
    await assert.rejects(report(model, answering([0, 1], [0, 1], [])), {
      name: "TypeError",
      message:
        "Cannot report on echo: it does not give one class for each image. Call evaluate(model, images) for its loss.",
    });
    const tensors = { inputs: tf.zeros([1, 2, 2, 1]), labels: tf.zeros([1]) };
    await assert.rejects(report(model, tensors as never), {
      name: "TypeError",
      message: "Cannot report: these are no images. Give Digits or Images.",
    });
    await assert.rejects(report(model, answering([7], [0], [])), /^RangeError: Cannot evaluate label 7/);
    tf.dispose(tensors);
    disposeModel(model);
  });
});
