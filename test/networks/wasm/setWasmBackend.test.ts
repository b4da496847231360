import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { cnn } from "../../../src/networks/models/cnn.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { lenet5 } from "../../../src/networks/models/lenet5.js";
import { mnistCnn } from "../../../src/networks/models/mnistCnn.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";
import { fit } from "../../../src/networks/training/fit.js";
import { predict } from "../../../src/networks/training/predict.js";
import { setWasmBackend } from "../../../src/networks/wasm/setWasmBackend.js";
import { drawn } from "../helpers.js";
import { files } from "./compare.js";

const tensors = tf.memory().numTensors;
after(() => assert.equal(tf.memory().numTensors, tensors, "tensors are left behind"));

describe("setWasmBackend(folder)", () => {
  it("starts with a folder or its address", async () => {
    await setWasmBackend(pathToFileURL(files));
    assert.equal(tf.getBackend(), "wasm");
    assert.equal(
      tf.tidy(() => tf.add(1, 2).dataSync()[0]),
      3,
    );
  });

  it("called again it only switches back", async () => {
    const kernels = () => tf.getKernelsForBackend("wasm").map(({ kernelFunc }) => kernelFunc);
    const before = kernels();
    await tf.setBackend("cpu");
    await Promise.all([setWasmBackend(files), setWasmBackend("nowhere")]);
    assert.equal(tf.getBackend(), "wasm");
    assert.deepEqual(kernels(), before);
  });
});

const digit = { height: 28, width: 28, channels: 1 };
const { layers } = tf;

/** Networks of the layers that lessons and experiments use, in small. */
const networks: Record<string, () => LayersModel> = {
  mnistCnn: () => mnistCnn({ filters: [4, 8], hiddenUnits: 16 }),
  "LeNet-5": () => lenet5(),
  "LeNet-5 of today": () => lenet5({ subsampling: "max", activation: "relu", output: "softmax" }),
  "tanh before max pooling": () =>
    cnn(digit, [
      { kind: "conv", filters: 4, kernel: 5, activation: "tanh" },
      { kind: "maxPool", size: 2 },
      { kind: "flatten" },
      { kind: "dense", units: 10, activation: "softmax" },
    ]),
  "strides above and below the kernel, and a global average": () =>
    cnn(digit, [
      { kind: "conv", filters: 6, kernel: 3, stride: 2, padding: "same", activation: "relu" },
      { kind: "conv", filters: 6, kernel: { rows: 1, columns: 3 }, padding: "same", activation: "relu" },
      { kind: "conv", filters: 8, kernel: 1, stride: 2, padding: "same", activation: "relu" },
      { kind: "averagePool", size: 2 },
      { kind: "globalAverage" },
      { kind: "dense", units: 10, activation: "softmax" },
    ]),
  "separable, with batch normalisation": () =>
    compiled([
      layers.separableConv2d({ ...start, filters: 6, kernelSize: 3, depthMultiplier: 2, ...seeds(2) }),
      layers.batchNormalization(),
      layers.activation({ activation: "relu" }),
      layers.depthwiseConv2d({ kernelSize: 3, strides: 2, depthwiseInitializer: seeded(4) }),
      layers.batchNormalization(),
    ]),
  "upsampling and transposed convolution": () =>
    compiled([
      layers.conv2d({ ...start, filters: 3, kernelSize: 3, strides: 4, kernelInitializer: seeded(2) }),
      layers.upSampling2d({ size: [2, 2] }),
      layers.conv2dTranspose({ filters: 2, kernelSize: 3, strides: 2, kernelInitializer: seeded(3) }),
    ]),
};

const start = { inputShape: [28, 28, 1] };
const seeded = (seed: number) => tf.initializers.glorotUniform({ seed });
const seeds = (seed: number) => ({
  depthwiseInitializer: seeded(seed),
  pointwiseInitializer: seeded(seed + 1),
});

/** These layers, and the scores of ten classes. */
function compiled(some: tf.layers.Layer[]): LayersModel {
  const score = layers.dense({ units: 10, activation: "softmax", kernelInitializer: seeded(9) });
  const model = tf.sequential({ layers: [...some, layers.flatten(), score] });
  model.compile({ optimizer: tf.train.momentum(0.01, 0.9), loss: "sparseCategoricalCrossentropy" });
  return model;
}

/** The loss after each epoch of two steps, and the probabilities at the end. */
async function trained(backend: string, build: () => LayersModel): Promise<number[]> {
  assert.ok(await tf.setBackend(backend));
  const digits = drawn(24, 3, 28);
  const model = build();
  const before = tf.backend().numDataIds();
  const options = { epochs: 1, batchSize: 12, fast: false };
  const losses = [];
  const left = [];
  for (let epoch = 1; epoch <= 5; epoch++) {
    losses.push(...(await fit(model, digits, { ...options, seed: epoch })).loss);
    left.push(tf.backend().numDataIds() - before);
  }
  assert.equal(left[4], left[0], `${backend} keeps numbers of each epoch`);
  const answers = await predict(model, digits, { top: 10 });
  disposeModel(model);
  return [...losses, ...answers.flatMap((each) => each.map(({ probability }) => probability))];
}

describe("training on WebAssembly", () => {
  for (const [name, build] of Object.entries(networks)) {
    it(`${name}: the losses of TensorFlow`, async () => {
      const [expected, found] = [await trained("tensorflow", build), await trained("wasm", build)];
      assert.equal(found.length, expected.length);
      assert.ok(expected.every(Number.isFinite) && (expected[4] as number) < (expected[0] as number));
      for (const [index, value] of found.entries()) {
        const wanted = expected[index] as number;
        assert.ok(
          Math.abs(value - wanted) <= 1e-5 * Math.max(index < 5 ? 0 : 1, Math.abs(wanted)),
          `number ${index} is ${value} instead of ${wanted}`,
        );
      }
    });
  }
});
