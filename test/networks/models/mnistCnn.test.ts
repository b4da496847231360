import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { weightsHash } from "../../../src/networks/files/weightsHash.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { layerFacts } from "../../../src/networks/models/inspect.js";
import { type MnistCnnOptions, mnistCnn } from "../../../src/networks/models/mnistCnn.js";
import { mnistMlp } from "../../../src/networks/models/mnistMlp.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";

function using<Value>(model: LayersModel, ask: (model: LayersModel) => Value): Value {
  try {
    return ask(model);
  } finally {
    disposeModel(model);
  }
}

const hashOf = (options?: MnistCnnOptions) => using(mnistCnn(options), weightsHash);

describe("mnistCnn", () => {
  it("mnistCnn() has the lab's shapes and parameters, layer by layer", () => {
    using(mnistCnn(), (model) => {
      const table = layerFacts(model).map(({ name, shape, parameters }) => [name, shape, parameters]);
      assert.deepEqual(table, [
        ["conv1", [24, 24, 32], (5 * 5 * 1 + 1) * 32], //     832
        ["pool1", [12, 12, 32], 0],
        ["conv2", [8, 8, 64], (5 * 5 * 32 + 1) * 64], //   51,264
        ["pool2", [4, 4, 64], 0],
        ["flatten", [4 * 4 * 64], 0],
        ["hidden", [64], (1024 + 1) * 64], //              65,600
        ["output", [10], (64 + 1) * 10], //                   650
      ]);
      assert.equal(model.countParams(), 118_346);
      assert.deepEqual(model.inputs[0]?.shape, [null, 28, 28, 1]);
      assert.deepEqual(model.outputs[0]?.shape, [null, 10]);
    });
  });

  it("mnistCnn({ filters, hiddenUnits }) follows its options", () => {
    using(mnistCnn({ filters: [4, 8], hiddenUnits: 16 }), (model) => {
      const byHand = 26 * 4 + (25 * 4 + 1) * 8 + (4 * 4 * 8 + 1) * 16 + 17 * 10;
      assert.equal(model.countParams(), byHand);
    });
  });

  it("mnistCnn() is compiled: adam, a loss and accuracy", () => {
    using(mnistCnn(), (model) => {
      assert.equal(model.optimizer.getClassName(), "Adam");
      assert.equal(model.loss, "sparseCategoricalCrossentropy");
      assert.deepEqual(model.metricsNames, ["loss", "acc"]);
    });
  });

  it("mnistCnn({ seed }) starts from the same weights for the same seed, from others for another", () => {
    const first = hashOf({ seed: 1 });
    assert.equal(hashOf(), first, "seed 1 is the default");
    assert.equal(hashOf({ seed: 1 }), first);
    assert.notEqual(hashOf({ seed: 2 }), first);
    assert.notEqual(hashOf({ seed: 0 }), first);
  });

  it("mnistCnn() draws its kernels from glorot's interval and fills it; biases start at 0", () => {
    using(mnistCnn(), (model) => {
      for (const [name, fanIn, fanOut] of [
        ["conv1", 25, 25 * 32],
        ["conv2", 25 * 32, 25 * 64],
        ["hidden", 1024, 64],
        ["output", 64, 10],
      ] as const) {
        const [kernel, bias] = model
          .getLayer(name)
          .getWeights()
          .map((weights) => weights.dataSync());
        const largest = Math.max(...Array.from(kernel as Float32Array, Math.abs));
        const bound = Math.sqrt(6 / (fanIn + fanOut));
        assert.ok(largest <= bound && largest > 0.95 * bound, `${name}: ${largest} of ${bound}`);
        assert.ok(
          (bias as Float32Array).every((value) => value === 0),
          name,
        );
      }
    });
  });

  it("mnistCnn() answers with probabilities that sum to 1", () => {
    using(mnistCnn({ dropout: 0.5 }), (model) => {
      const sums = tf.tidy(() => {
        const images = tf.randomUniform([5, 28, 28, 1], 0, 1, "float32", 7);
        return Array.from((model.predict(images) as tf.Tensor).sum(1).dataSync());
      });
      assert.equal(sums.length, 5);
      for (const sum of sums) assert.ok(Math.abs(sum - 1) < 1e-5, String(sum));
    });
  });

  it("mnistCnn({ dropout }) puts dropout before the output and changes no weight", () => {
    using(mnistCnn({ dropout: 0.5 }), (model) => {
      const names = model.layers.map((layer) => layer.name);
      assert.deepEqual(names.slice(-3), ["hidden", "dropout", "output"]);
      assert.equal(model.countParams(), 118_346);
      assert.equal(weightsHash(model), hashOf());
    });
    using(mnistCnn({ dropout: 0 }), (model) => {
      assert.ok(!model.layers.some((layer) => layer.name === "dropout"), "a layer that does nothing");
    });
  });

  for (const dropout of [1, 1.5, -0.5, Number.NaN]) {
    it(`mnistCnn({ dropout: ${dropout} }) is refused in words`, () => {
      const before = tf.memory().numTensors;
      assert.throws(() => mnistCnn({ dropout }), {
        name: "RangeError",
        message: `Cannot drop out values: rate is ${dropout}. Give a share from 0 to below 1.`,
      });
      assert.equal(tf.memory().numTensors, before);
    });
  }
});

describe("mnistMlp", () => {
  it("mnistMlp({ hiddenUnits: [149] }) has about as many parameters as the lab's network", () => {
    using(mnistMlp({ hiddenUnits: [149] }), (model) => {
      const byHand = (28 * 28 + 1) * 149 + (149 + 1) * 10;
      assert.equal(byHand, 118_465);
      assert.equal(model.countParams(), byHand);
      assert.ok(Math.abs(byHand / 118_346 - 1) < 0.002, "within 0.2 % of the lab's");
    });
  });

  it("mnistMlp({ hiddenUnits }) makes one dense layer each, or none", () => {
    using(mnistMlp({ hiddenUnits: [20, 30] }), (model) => {
      const table = layerFacts(model).map(({ name, shape, parameters }) => [name, shape, parameters]);
      assert.deepEqual(table, [
        ["flatten", [784], 0],
        ["hidden1", [20], 785 * 20],
        ["hidden2", [30], 21 * 30],
        ["output", [10], 31 * 10],
      ]);
    });
    using(mnistMlp({ hiddenUnits: [] }), (model) => assert.equal(model.countParams(), 7_850));
  });

  it("mnistMlp({ activation }) bends the hidden sums with ReLU, or not at all", () => {
    for (const activation of ["relu", "linear"] as const) {
      using(mnistMlp({ hiddenUnits: [5], activation }), (model) => {
        const [W, c, V, d] = model.getWeights() as tf.Tensor2D[];
        const gap = tf.tidy(() => {
          const inputs = tf.randomUniform([4, 28, 28, 1], -1, 1, "float32", 3);
          const sums = (inputs.reshape([4, 784]) as tf.Tensor2D)
            .matMul(W as tf.Tensor2D)
            .add(c as tf.Tensor2D);
          const passed = (activation === "relu" ? sums.relu() : sums) as tf.Tensor2D;
          const wanted = tf.softmax(passed.matMul(V as tf.Tensor2D).add(d as tf.Tensor2D));
          return (model.predict(inputs) as tf.Tensor).sub(wanted).abs().max().dataSync()[0] ?? Number.NaN;
        });
        assert.ok(gap < 1e-5, `${activation}: ${gap}`);
      });
    }
  });

  it("mnistMlp({ seed }) starts from the same weights for the same seed only", () => {
    const hash = (seed: number) => using(mnistMlp({ hiddenUnits: [8], seed }), weightsHash);
    assert.equal(hash(3), hash(3));
    assert.notEqual(hash(3), hash(4));
  });
});
