import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { crossCorrelate } from "../../../src/arithmetic/correlate.js";
import { digitAt } from "../../../src/images/digits/digits.js";
import { weightsHash } from "../../../src/networks/files/weightsHash.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { featureMapsOf, kernelsOf, layerFacts } from "../../../src/networks/models/inspect.js";
import { layerOutput } from "../../../src/networks/models/layerOutputs.js";
import { tf } from "../../../src/networks/tf.js";
import { toInputs, toLabels } from "../../../src/networks/training/inputs.js";
import { assertNear, drawn, numbersOf, smallNetwork } from "../helpers.js";

/** Two input channels, three filters of 1x2; the weight of filter f, channel c, column x is 100f + 10c + x. */
function numbered() {
  const model = tf.sequential({
    name: "numbered",
    layers: [tf.layers.conv2d({ name: "conv", filters: 3, kernelSize: [1, 2], inputShape: [4, 4, 2] })],
  });
  tf.tidy(() => {
    const at = [0, 1].flatMap((x) => [0, 1].flatMap((c) => [0, 1, 2].map((f) => 100 * f + 10 * c + x)));
    model.setWeights([tf.tensor4d(at, [1, 2, 2, 3]), tf.zeros([3])]);
  });
  return model;
}

describe("toInputs, toLabels", () => {
  it("toInputs(digits) keeps every pixel in its place, 0 to 1", () => {
    const digits = drawn(3);
    const inputs = toInputs(digits);
    assert.deepEqual(inputs.shape, [3, 8, 8, 1]);
    const pixels = inputs.arraySync();
    for (let index = 0; index < 3; index++) {
      const found = (pixels[index] ?? []).map((row) => row.map((channels) => (channels[0] ?? 9) * 255));
      assertNear(found, digitAt(digits, index), 1e-4, "digit");
    }
    inputs.dispose();
  });

  it("toInputs(digits, { scale }) multiplies; toLabels(digits) are the labels", () => {
    tf.tidy(() => {
      const digits = drawn(12);
      assert.deepEqual(Array.from(toInputs(digits, { scale: 1 }).dataSync()), Array.from(digits.pixels));
      assert.deepEqual(toLabels(digits).arraySync(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]);
    });
  });
});

describe("inspect", () => {
  it("layerFacts(model) leaves the input layer out", () => {
    const model = smallNetwork();
    assert.deepEqual(layerFacts(model), [
      { name: "conv", kind: "Conv2D", shape: [6, 6, 2], parameters: 20 },
      { name: "pool", kind: "MaxPooling2D", shape: [3, 3, 2], parameters: 0 },
      { name: "flatten", kind: "Flatten", shape: [18], parameters: 0 },
      { name: "output", kind: "Dense", shape: [10], parameters: 190 },
    ]);
    disposeModel(model);
    const input = tf.input({ shape: [8, 8, 1] });
    const wired = tf.model({ inputs: input, outputs: tf.layers.flatten().apply(input) as tf.SymbolicTensor });
    assert.deepEqual(
      layerFacts(wired).map(({ kind, shape }) => [kind, shape]),
      [["Flatten", [64]]],
    );
    wired.dispose();
  });

  it("layerOutput(model, image, convolution) is the correlation with its kernels, plus bias, without negatives", () => {
    const model = smallNetwork();
    const digits = drawn(2);
    const inputs = toInputs(digits);
    const output = layerOutput(model, inputs, "conv");
    assert.deepEqual(output.shape, [2, 6, 6, 2]);
    const first = tf.tidy(() => featureMapsOf(output.slice([0, 0, 0, 0], [1, 6, 6, 2])));
    kernelsOf(model, "conv").forEach((kernel, filter) => {
      const image = digitAt(digits, 0).map((row) => row.map((pixel) => pixel / 255));
      const byHand = crossCorrelate(image, kernel).map((row) =>
        row.map((value) => Math.max(0, value + 0.05)),
      );
      assertNear(first[filter] ?? [], byHand, 1e-5, `filter ${filter}`);
    });
    tf.dispose([inputs, output]);
    disposeModel(model);
  });

  it("layerOutput(model, inputs, last layer) is the prediction", () => {
    const model = smallNetwork();
    tf.tidy(() => {
      const inputs = toInputs(drawn(4));
      const predicted = model.predict(inputs) as tf.Tensor;
      assert.deepEqual(layerOutput(model, inputs, "output").arraySync(), predicted.arraySync());
    });
    disposeModel(model);
  });

  it("featureMapsOf([1, 2, 3, 2]) puts each channel into a matrix of its own", () => {
    tf.tidy(() => {
      const maps = featureMapsOf(tf.tensor([1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6], [1, 2, 3, 2]));
      assert.deepEqual(maps, [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        [
          [-1, -2, -3],
          [-4, -5, -6],
        ],
      ]);
    });
  });

  it("featureMapsOf refuses what is not the maps of one image", () => {
    tf.tidy(() => {
      for (const shape of [
        [1, 10],
        [2, 3, 3, 1],
        [3, 3, 1],
      ]) {
        assert.throws(() => featureMapsOf(tf.zeros(shape)), {
          name: "RangeError",
          message: `Cannot show feature maps of shape [${shape}]. Give one image's, [1, height, width, channels].`,
        });
      }
    });
  });

  it("kernelsOf(model, layer, channel) takes the right weights", () => {
    const model = numbered();
    assert.deepEqual(kernelsOf(model, "conv"), [[[0, 1]], [[100, 101]], [[200, 201]]]);
    assert.deepEqual(kernelsOf(model, "conv", 1), [[[10, 11]], [[110, 111]], [[210, 211]]]);
    model.dispose();
  });

  it("kernelsOf and layerOutput refuse layers and channels that are not there", () => {
    const model = smallNetwork();
    const names = "conv, pool, flatten, output";
    const unknown = { name: "RangeError", message: `Cannot find layer conv9 in small. It has: ${names}.` };
    assert.throws(() => kernelsOf(model, "conv9"), unknown);
    tf.tidy(() => assert.throws(() => layerOutput(model, toInputs(drawn(1)), "conv9"), unknown));
    for (const layer of ["pool", "output"]) {
      assert.throws(
        () => kernelsOf(model, layer),
        /^RangeError: Cannot show kernels: layer \w+ is not a convolution/,
      );
    }
    for (const channel of [1, -1, 0.5]) {
      assert.throws(() => kernelsOf(model, "conv", channel), {
        name: "RangeError",
        message: `Cannot show kernels of layer conv: channel is ${channel}. Give a whole number from 0 to 0.`,
      });
    }
    disposeModel(model);
  });

  it("weightsHash(model) is SHA-256 over the float32 bytes of all weights in layer order", () => {
    const model = smallNetwork();
    const bytes = new Uint8Array(Float32Array.from(numbersOf(model).flat()).buffer);
    assert.equal(weightsHash(model), createHash("sha256").update(bytes).digest("hex"));
    const changed = numbersOf(model);
    tf.tidy(() => {
      const [kernel, ...others] = model.getWeights() as [tf.Tensor, ...tf.Tensor[]];
      const next = (changed[0] ?? []).map((value, index) => (index === 17 ? value + 1e-6 : value));
      model.setWeights([tf.tensor(next, kernel.shape), ...others]);
    });
    assert.notEqual(weightsHash(model), createHash("sha256").update(bytes).digest("hex"));
    disposeModel(model);
  });
});
