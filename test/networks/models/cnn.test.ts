import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import fc from "fast-check";
import { layerTable } from "../../../src/arithmetic/layers.js";
import { positionReader } from "../../../src/lessons/padding-and-stride/positionReader.js";
import { weightsHash } from "../../../src/networks/files/weightsHash.js";
import {
  type CnnOptions,
  cnn,
  type NetworkInput,
  type NetworkLayer,
} from "../../../src/networks/models/cnn.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { layerFacts } from "../../../src/networks/models/inspect.js";
import { layerSeed } from "../../../src/networks/models/layerSeed.js";
import { type LayersModel, type Tensor, tf } from "../../../src/networks/tf.js";
import { fit } from "../../../src/networks/training/fit.js";
import { drawn, numbersOf } from "../helpers.js";
import { byHand } from "./byHand.js";
import { randomNetwork } from "./randomLayers.js";

const digit = { height: 8, width: 8, channels: 1 };
const classifier: readonly NetworkLayer[] = [
  { kind: "conv", filters: 4, kernel: 3, activation: "relu" },
  { kind: "maxPool", size: 2 },
  { kind: "flatten" },
  { kind: "dense", units: 10, activation: "softmax" },
];

const tensors = tf.memory().numTensors;
after(() => assert.equal(tf.memory().numTensors, tensors, "tensors are left behind"));

function using<Value>(
  [input, layers, options]: readonly [NetworkInput, readonly NetworkLayer[], CnnOptions?],
  ask: (model: LayersModel) => Value,
): Value {
  const model = cnn(input, layers, options);
  try {
    return ask(model);
  } finally {
    disposeModel(model);
  }
}

const hashOf = (layers: readonly NetworkLayer[], options?: CnnOptions) =>
  using([digit, layers, options], weightsHash);

describe("cnn(input, layers): what it builds", () => {
  it("has the shapes and parameters of layerTable, layer by layer", () => {
    fc.assert(
      fc.property(randomNetwork, ({ input, layers }) => {
        const facts = using([input, layers], layerFacts);
        assert.deepEqual(
          facts.map(({ shape, parameters }) => ({ shape, parameters })),
          layerTable(input, layers).map(({ shape, parameters }) => ({ shape, parameters })),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("computes what plain loops compute", () => {
    fc.assert(
      fc.property(randomNetwork, fc.integer({ min: 1, max: 1000 }), ({ input, layers }, seed) => {
        const { height, width, channels } = input;
        using([input, layers, { seed }], (model) => {
          const [image, answer] = tf.tidy(() => {
            const random = tf.randomUniform([1, height, width, channels], -1, 1, "float32", seed);
            return [random.dataSync(), (model.predict(random) as Tensor).dataSync()];
          });
          const weights = model.layers.map((layer) =>
            layer.getWeights().map((each) => Array.from(each.dataSync())),
          );
          const wanted = byHand({ ...input, values: Array.from(image as Float32Array) }, layers, weights);
          assert.equal(answer?.length, wanted.length);
          for (const [index, value] of wanted.entries()) {
            const room = 1e-4 * Math.max(1, Math.abs(value));
            assert.ok(
              Math.abs((answer?.[index] as number) - value) < room,
              `${answer?.[index]}, wanted ${value}`,
            );
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  it("trains whatever it builds, if there is something to learn", async () => {
    await fc.assert(
      fc.asyncProperty(randomNetwork, async ({ input, layers }) => {
        const { height, width, channels } = input;
        const shape = layerTable(input, layers).at(-1)?.shape as number[];
        const model = cnn(input, layers, { loss: "meanSquaredError", metrics: [] });
        const [images, wanted] = [
          tf.randomUniform([4, height, width, channels], 0, 1, "float32", 1),
          tf.ones([4, ...shape]),
        ];
        try {
          if (model.countParams() === 0) return;
          const loss = Number(await model.trainOnBatch(images, wanted));
          assert.ok(Number.isFinite(loss) && numbersOf(model).flat().every(Number.isFinite));
        } finally {
          tf.dispose([images, wanted]);
          disposeModel(model);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("names layers by kind and number; names of one's own stay", () => {
    const layers: NetworkLayer[] = [
      { kind: "zeroPadding", padding: 1 },
      { kind: "conv", filters: 1, kernel: 1 },
      { kind: "maxPool", size: 1 },
      { kind: "conv", filters: 1, kernel: 1, name: "last-maps" },
      { kind: "averagePool", size: 1 },
      { kind: "conv", filters: 1, kernel: 1 },
      { kind: "dropout", rate: 0.1 },
      { kind: "globalMax" },
      { kind: "dense", units: 2 },
      { kind: "dropout", rate: 0.1 },
      { kind: "dense", units: 2, name: "output" },
      { kind: "softmax" },
    ];
    using([digit, layers], (model) => {
      const names = model.layers.map(({ name }) => name).join(" ");
      assert.equal(
        names,
        "zeroPadding conv1 pool1 last-maps pool2 conv3 dropout globalMax dense1 dropout2 output softmax",
      );
      assert.equal(model.name, "cnn");
    });
  });

  it("takes numbers as padding where they come to what TensorFlow.js has", () => {
    const lenet: NetworkLayer[] = [{ kind: "conv", filters: 6, kernel: 5, padding: 2 }];
    using([digit, lenet], (model) => assert.equal(model.layers[0]?.getConfig().padding, "same"));
    const none: NetworkLayer[] = [{ kind: "maxPool", size: 2, padding: { rows: 0, columns: [0, 0] } }];
    using([digit, none], (model) => assert.equal(model.layers[0]?.getConfig().padding, "valid"));
  });

  it("reads images of any size where no layer needs a fixed one", () => {
    const anySize = { height: "any", width: "any", channels: 1 } as const;
    const layers: NetworkLayer[] = [
      { kind: "conv", filters: 3, kernel: 3, stride: 2, padding: "same" },
      { kind: "globalAverage" },
      { kind: "dense", units: 2, activation: "softmax" },
    ];
    using([anySize, layers], (model) => {
      assert.deepEqual(model.inputs[0]?.shape, [null, null, null, 1]);
      assert.equal(weightsHash(model), hashOf(layers), "the weights of any fixed size");
      const shapes = [
        [1, 9, 5, 1],
        [2, 30, 31, 1],
      ].map((shape) => tf.tidy(() => (model.predict(tf.zeros(shape)) as Tensor).shape));
      assert.deepEqual(shapes, [
        [1, 2],
        [2, 2],
      ]);
    });
    assert.throws(
      () => cnn(anySize, classifier),
      /^RangeError: Cannot build layer 3 \(flatten\): Maps of any size have no fixed count of numbers\. Use globalAverage/,
    );
    assert.throws(
      () => cnn(anySize, [{ kind: "conv", filters: 1, kernel: 3, padding: 1 }]),
      /^RangeError: Cannot build layer 1 \(conv\): Maps of any size are padded as "valid" or "same", not 1\./,
    );
  });
});

describe("cnn(input, layers, { seed }): first weights", () => {
  const kernelOf = (layer: NetworkLayer, seed = 1) =>
    using([{ height: 5, width: 5, channels: 20 }, [layer], { seed }], (model) =>
      Array.from(model.getWeights()[0]?.dataSync() ?? []),
    );
  const conv = { kind: "conv", filters: 30, kernel: 3 } as const;
  const fanIn = 9 * 20;
  const [he, glorot] = [Math.sqrt(6 / fanIn), Math.sqrt(6 / (fanIn + 9 * 30))];
  const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));
  const fills = (values: readonly number[], bound: number) =>
    largest(values) <= bound && largest(values) > 0.98 * bound;

  it("are drawn after He before ReLU, after Glorot elsewhere", () => {
    assert.ok(fills(kernelOf({ ...conv, activation: "relu" }), he));
    assert.ok(fills(kernelOf(conv), glorot));
    assert.ok(fills(kernelOf({ ...conv, activation: "tanh" }), glorot));
  });

  it("follow start where it is given", () => {
    assert.ok(fills(kernelOf({ ...conv, activation: "relu", start: "glorotUniform" }), glorot));
    assert.ok(fills(kernelOf({ ...conv, start: "heUniform" }), he));
    const normal = kernelOf({ ...conv, start: "heNormal" });
    assert.ok(largest(normal) > 1.05 * he, "the normal distribution reaches further");
    const deviation = Math.hypot(...normal) / Math.sqrt(normal.length);
    assert.ok(Math.abs(deviation / Math.sqrt(2 / fanIn) - 1) < 0.15, `${deviation}`);
  });

  it("are the same for the same seed, and others for another", () => {
    assert.equal(hashOf(classifier), hashOf(classifier, { seed: 1 }));
    assert.notEqual(hashOf(classifier), hashOf(classifier, { seed: 2 }));
    assert.notEqual(hashOf(classifier, { seed: -1 }), hashOf(classifier, { seed: 0 }));
  });

  it("differ from layer to layer, unless the layers have one seedNumber", () => {
    const first = { height: 1, width: 1, channels: 6 };
    const dense = (seedNumber?: number): NetworkLayer => ({
      kind: "dense",
      units: 6,
      ...(seedNumber === undefined ? {} : { seedNumber }),
    });
    const kernels = (...layers: NetworkLayer[]) =>
      using([first, [{ kind: "flatten" }, ...layers]], (model) =>
        numbersOf(model).filter((_, i) => i % 2 === 0),
      );
    const [one, two] = kernels(dense(), dense());
    assert.notDeepEqual(one, two);
    assert.deepEqual(kernels(dense(2), dense()), [two, two]);
    assert.deepEqual(kernels(dense(7), dense(1)), [kernels(dense(7))[0], one]);
  });

  it("say the zeros form of positionReader, to the bit", () => {
    const bent = { kernel: 5, padding: "same", start: "heNormal" } as const;
    const layers: NetworkLayer[] = Array.from({ length: 7 }, (_, index) =>
      index < 6
        ? { kind: "conv", filters: 8, activation: "relu", ...bent }
        : { kind: "conv", filters: 2, ...bent },
    );
    const reader = positionReader({ border: "zeros", size: 12, seed: 3 });
    const wanted = weightsHash(reader);
    disposeModel(reader);
    assert.equal(using([{ height: 12, width: 12, channels: 1 }, layers, { seed: 3 }], weightsHash), wanted);
  });

  it("and the masks of dropout: the first layer has the network's seed, later ones their own", () => {
    const layers: NetworkLayer[] = [
      { kind: "dropout", rate: 0.5 },
      { kind: "dropout", rate: 0.25, name: "more" },
    ];
    const configs = using([digit, layers, { seed: 4 }], (model) =>
      model.layers.map((layer) => {
        const { rate, seed } = layer.getConfig();
        return [layer.getClassName(), rate, seed];
      }),
    );
    assert.deepEqual(configs, [
      ["SeededDropout", 0.5, 4],
      ["SeededDropout", 0.25, layerSeed(4, 2)],
    ]);
  });
});

describe("cnn(input, layers, { optimizer, loss, metrics }): how it learns", () => {
  it("is compiled as a classifier: adam, a loss and accuracy", () => {
    using([digit, classifier], (model) => {
      assert.equal(model.optimizer.getClassName(), "Adam");
      assert.equal(model.optimizer.getConfig().learningRate, 0.001);
      assert.equal(model.loss, "sparseCategoricalCrossentropy");
      assert.deepEqual(model.metricsNames, ["loss", "acc"]);
    });
  });

  it("takes an optimizer by name or as an object, a learning rate for adam, a loss and metrics", () => {
    using([digit, classifier, { learningRate: 0.01, optimizer: "adam" }], ({ optimizer }) => {
      assert.equal(optimizer.getConfig().learningRate, 0.01);
    });
    using([digit, classifier, { optimizer: "sgd", loss: "meanSquaredError", metrics: [] }], (model) => {
      assert.equal(model.optimizer.getClassName(), "SGD");
      assert.equal(model.loss, "meanSquaredError");
      assert.deepEqual(model.metricsNames, ["loss"]);
    });
    const optimizer = tf.train.momentum(0.1, 0.9);
    using([digit, classifier, { optimizer, name: "own" }], (model) => {
      assert.equal(model.optimizer, optimizer);
      assert.equal(model.name, "own");
    });
  });

  it("learns, the fast way and TensorFlow.js's with the same numbers", async () => {
    const digits = drawn(120);
    const histories = [];
    for (const fast of [true, false]) {
      const model = cnn(digit, classifier, { learningRate: 0.02 });
      histories.push(await fit(model, digits, { epochs: 12, fast }));
      disposeModel(model);
    }
    const [fast, slow] = histories.map(({ accuracy }) => accuracy.at(-1) as number);
    assert.ok((fast as number) > 0.9, `${fast}`);
    assert.ok(Math.abs((fast as number) - (slow as number)) < 0.02, `${fast} and ${slow}`);
  });

  it("refuses what TensorFlow.js does not know, and leaves nothing behind", () => {
    const before = tf.memory().numTensors;
    for (const options of [
      { optimizer: "newton" },
      { loss: "regret" },
      { optimizer: "sgd", loss: "regret" },
      { metrics: ["beauty"] },
    ]) {
      assert.throws(() => cnn(digit, classifier, options), {
        name: "RangeError",
        message: /^Cannot compile cnn: .*(newton|regret|beauty).* Give an optimizer, a loss and metrics/,
      });
      assert.equal(tf.memory().numTensors, before, JSON.stringify(options));
    }
  });
});
