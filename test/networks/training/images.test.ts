import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { seeded } from "../../../src/arithmetic/random.js";
import { take } from "../../../src/images/digits/digits.js";
import { distort } from "../../../src/images/digits/distort.js";
import type { Digits, Images } from "../../../src/images/images.js";
import { cnn } from "../../../src/networks/models/cnn.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { tf } from "../../../src/networks/tf.js";
import { batchesOf } from "../../../src/networks/training/batches.js";
import { confusionCounts } from "../../../src/networks/training/confusionCounts.js";
import { evaluate } from "../../../src/networks/training/evaluate.js";
import { fit } from "../../../src/networks/training/fit.js";
import type { FitOptions } from "../../../src/networks/training/fitOptions.js";
import type { History } from "../../../src/networks/training/history.js";
import { toInputs, toLabels } from "../../../src/networks/training/inputs.js";
import { predict } from "../../../src/networks/training/predict.js";
import { report } from "../../../src/networks/training/report.js";
import { assertNear, drawn, numbersOf, smallNetwork } from "../helpers.js";

/** Three classes that only colour tells apart: red, green or blue stands out of noise. 6x5 pixels. */
function coloured(count: number, seed = 1): Images {
  const random = seeded(seed);
  const labels = Uint16Array.from({ length: count }, (_, index) => index % 3);
  const pixels = Uint8Array.from({ length: count * 90 }, (_, at) => {
    const bright = at % 3 === labels[Math.floor(at / 90)];
    return Math.floor((bright ? 255 : 180) * random());
  });
  return { count, height: 6, width: 5, channels: 3, pixels, labels, classes: ["red", "green", "blue"] };
}
const network = (seed = 1) =>
  cnn(
    { height: 6, width: 5, channels: 3 },
    [
      { kind: "conv", filters: 4, kernel: 3, activation: "relu" },
      { kind: "globalAverage" },
      { kind: "dense", units: 3, activation: "softmax" },
    ],
    { seed, optimizer: tf.train.adam(0.02) },
  );

async function trained(data: Parameters<typeof fit>[1], options: Partial<FitOptions> = {}) {
  const model = network();
  const history: History = await fit(model, data, { epochs: 8, batchSize: 10, ...options });
  const weights = numbersOf(model);
  return { model, history, weights };
}

describe("training on Images", () => {
  it("toInputs(images) is [count, height, width, channels], each byte in its place", () => {
    tf.tidy(() => {
      const images = coloured(4);
      const inputs = toInputs(images, { scale: 1 });
      assert.deepEqual(inputs.shape, [4, 6, 5, 3]);
      assert.deepEqual(Array.from(inputs.dataSync()), Array.from(images.pixels));
      assert.deepEqual(toLabels(images).arraySync(), [0, 1, 2, 0]);
    });
  });

  it("fit(model, images) learns colours, by both ways and by tensors alike, and evaluate agrees", async () => {
    const images = coloured(60);
    const [fast, slow] = [
      await trained(images, { epochs: 20 }),
      await trained(images, { epochs: 20, fast: false }),
    ];
    const tensors = { inputs: toInputs(images), labels: toLabels(images) };
    const given = await trained(tensors, { epochs: 20 });
    assertNear(slow.weights, fast.weights, 1e-4, "fast: false");
    assertNear(given.weights, fast.weights, 1e-5, "tensors");
    const { accuracy, predicted } = await evaluate(fast.model, coloured(30, 9));
    assert.ok(accuracy > 0.9, `${accuracy}`);
    assert.equal(predicted.length, 30);
    tf.dispose([tensors.inputs, tensors.labels]);
    for (const { model } of [fast, slow, given]) disposeModel(model);
  });

  it("fit(model, images, { augment, validation }) hands out and takes images in colour", async () => {
    const seen: (number | undefined)[] = [];
    const augment = (images: Images, epoch: number) => {
      seen.push(images.channels);
      return distort(images, { seed: epoch, shift: 1 });
    };
    const { model, history } = await trained(coloured(60), {
      epochs: 3,
      augment,
      validation: coloured(12, 2),
    });
    assert.deepEqual(seen, [3, 3, 3]);
    assert.equal(history.validationAccuracy?.length, 3);
    disposeModel(model);
  });

  it("batches of digits that say channels and classes are those of digits that do not", async () => {
    const plain = drawn(20);
    const named: Required<Digits> = { ...plain, channels: 1, classes: [..."0123456789"] };
    const [first, second] = await Promise.all(
      [plain, named].map(async (digits) => {
        const model = smallNetwork();
        await fit(model, take(digits, 0, 15), { epochs: 1 });
        const weights = numbersOf(model);
        disposeModel(model);
        return weights;
      }),
    );
    assert.deepEqual(first, second);
  });

  it("images whose bytes do not fit are refused", () => {
    const { channels: _, ...silent } = coloured(3);
    assert.throws(
      () => batchesOf({ ...silent, labels: new Uint8Array(3) }, 1),
      /^RangeError: Cannot use 3 images of 6x5x1: pixels has 270 bytes and there are 3 labels\. Give 90 and 3\./,
    );
    assert.throws(() => toInputs({ ...silent, labels: new Uint8Array(3) }), /take 90 bytes, pixels has 270/);
  });

  it("300 classes are learned, measured, counted and reported, from a byte's end to a second byte", async () => {
    // The brightest of 300 pixels says the class, so a dense layer with a unit for each pixel is right.
    const count = 300;
    const images: Images = {
      count,
      height: 15,
      width: 20,
      channels: 1,
      pixels: Uint8Array.from({ length: count * 300 }, (_, at) =>
        at % 300 === Math.floor(at / 300) ? 255 : 0,
      ),
      labels: Uint16Array.from({ length: count }, (_, index) => index),
      classes: Array.from({ length: 300 }, (_, index) => `class ${index}`),
    };
    for (const fast of [true, false]) {
      const model = cnn(
        { height: 15, width: 20, channels: 1 },
        [{ kind: "flatten" }, { kind: "dense", units: 300, activation: "softmax" }],
        { optimizer: tf.train.adam(0.1) },
      );
      await fit(model, images, { epochs: 8, fast });
      const { predicted, accuracy } = await evaluate(model, images);
      assert.deepEqual([accuracy, Array.from(predicted)], [1, Array.from(images.labels)]);
      const counts = confusionCounts(images.labels, predicted, 300);
      assert.ok(counts.every((row, index) => row[index] === 1));
      const { perClass } = await report(model, images);
      assert.deepEqual([perClass.length, perClass[299]?.name, perClass[299]?.recall], [300, "class 299", 1]);
      const [last] = (await predict(model, take(images, 299, 1), { top: 1 })).flat();
      assert.equal(last?.name, "class 299");
      disposeModel(model);
    }
  });
});
