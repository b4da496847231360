import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { receptiveField } from "../../../src/arithmetic/window.js";
import { type Head, type HeadCnnOptions, headCnn } from "../../../src/lessons/gap-vs-flatten/heads.js";
import { weightsHash } from "../../../src/networks/files/weightsHash.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";
import { evaluate } from "../../../src/networks/training/evaluate.js";
import { fastTraining } from "../../../src/networks/training/fast/step.js";
import { fit } from "../../../src/networks/training/fit.js";
import { assertNear, drawn, numbersOf } from "../../networks/helpers.js";

const trunkLayers = ["conv1", "conv2", "pool1", "conv3", "conv4", "pool2", "conv5"];
/** 9 weights for each pair of channels and a bias for each filter. */
const trunk = 16 * 10 + 16 * 145 + 32 * 145 + 32 * 289 + 64 * 289;
/** The layers after the trunk, and their weights: 7x7x64 = 3136 numbers leave the trunk, in 64 maps. */
const heads: Readonly<Record<Head, readonly [layers: readonly string[], parameters: number]>> = {
  flatten: [["flatten", "output"], 31_370],
  gap: [["gap", "output"], 650],
  flattenDense: [["flatten", "hidden", "output"], 200_768 + 650],
  gapDense: [["gap", "hidden", "output"], 4160 + 650],
  globalMax: [["globalMax", "output"], 650],
  classMaps: [["classMaps", "gap", "output"], 650],
};
const names = Object.keys(heads) as Head[];

function using<Value>(options: HeadCnnOptions, work: (model: LayersModel) => Value): Value {
  const model = headCnn(options);
  try {
    return work(model);
  } finally {
    disposeModel(model);
  }
}

describe("headCnn", () => {
  for (const head of names) {
    it(`${head}: layers and parameters by hand; nothing is left behind`, () => {
      const before = tf.memory().numTensors;
      const [layers, parameters] = heads[head];
      using({ head }, (model) => {
        assert.deepEqual(
          model.layers.map(({ name }) => name),
          [...trunkLayers, ...layers],
        );
        assert.equal(model.countParams(), trunk + parameters);
        assert.deepEqual(model.getLayer("conv5").outputShape, [null, 7, 7, 64]);
        assert.deepEqual(model.outputs[0]?.shape, [null, 10]);
      });
      assert.equal(tf.memory().numTensors, before);
    });

    it(`${head}: trains the fast way, with the numbers of TensorFlow.js`, async () => {
      const digits = drawn(8, 1, 12);
      const results: number[][][] = [];
      for (const fast of [true, false]) {
        const model = headCnn({
          head,
          inputSize: 12,
          filters: [2, 3, 3, 4, 5],
          hiddenUnits: 6,
          dropout: 0.25,
        });
        const { optimizer } = model;
        model.compile({
          optimizer: tf.train.sgd(0.5),
          loss: "sparseCategoricalCrossentropy",
          metrics: ["accuracy"],
        });
        optimizer.dispose();
        assert.equal(typeof fastTraining(model), "object", String(fastTraining(model)));
        await fit(model, digits, { epochs: 2, batchSize: 4, fast });
        results.push(numbersOf(model));
        disposeModel(model);
      }
      assertNear(results[0] ?? [], results[1] ?? [], 1e-5, "weights");
    });
  }

  it("sees 24 pixels with each value of the last map", () => {
    const size = using({}, (model) => {
      const layers = model.layers.slice(0, 7).map((layer) => {
        const { kernelSize, poolSize, strides } = layer.getConfig() as Record<string, number[]>;
        return { kernel: (kernelSize ?? poolSize)?.[0] ?? 0, stride: strides?.[0] ?? 1 };
      });
      return receptiveField(100, layers).size;
    });
    assert.equal(size, 24);
  });

  it("has the same trunk under every head and another with another seed", () => {
    const hash = (options: HeadCnnOptions) =>
      using(options, (model) =>
        numbersOf(model)
          .slice(0, 10)
          .flat()
          .reduce((sum, value, at) => sum + value * Math.sin(at), 0),
      );
    const sums = names.map((head) => hash({ head, seed: 3, dropout: 0.5 }));
    assert.deepEqual(new Set(sums), new Set([hash({ seed: 3 })]));
    assert.notEqual(hash({ seed: 4 }), sums[0]);
    assert.equal(using({ seed: 4 }, weightsHash), using({ seed: 4 }, weightsHash));
  });

  it("class maps then GAP are GAP then dense: the mean of a weighted sum is the weighted sum of means", async () => {
    const [maps, gap] = [headCnn({ head: "classMaps" }), headCnn({ head: "gap" })];
    const digits = drawn(20, 2, 28);
    const [a, b] = [await evaluate(maps, digits), await evaluate(gap, digits)];
    assertNear([Array.from(a.confidence)], [Array.from(b.confidence)], 1e-6, "probabilities");
    disposeModel(maps);
    disposeModel(gap);
  });

  it("reduces as its name says: the mean, or the largest, of each map", () => {
    for (const [head, of] of [
      ["gap", (map: number[]) => map.reduce((a, b) => a + b) / map.length],
      ["globalMax", (map: number[]) => Math.max(...map)],
    ] as const) {
      using({ head }, (model) => {
        const parts = tf.model({
          inputs: model.inputs,
          outputs: [model.getLayer("conv5").output, model.getLayer(head).output] as tf.SymbolicTensor[],
        });
        const [maps, reduced] = tf.tidy(() => {
          const [a, b] = parts.predict(tf.randomUniform([1, 28, 28, 1], 0, 1, "float32", 1)) as [
            tf.Tensor,
            tf.Tensor,
          ];
          return [a.reshape([49, 64]).transpose().arraySync() as number[][], b.arraySync() as number[][]];
        });
        assertNear(reduced, [maps.map(of)], 1e-6, head);
      });
    }
  });

  it("takes images of any size where no weight belongs to a place", () => {
    for (const head of ["gap", "gapDense", "globalMax", "classMaps"] as const) {
      using({ head, inputSize: "any" }, (model) => {
        for (const side of [28, 56, 31]) {
          const shape = tf.tidy(() => (model.predict(tf.zeros([2, side, side, 1])) as tf.Tensor).shape);
          assert.deepEqual(shape, [2, 10]);
        }
      });
    }
    for (const head of ["flatten", "flattenDense"] as const) {
      assert.throws(() => headCnn({ head, inputSize: "any" }), {
        name: "RangeError",
        message: `Cannot build head ${head} for images of any size: its dense layer has a weight for every place. Give inputSize a number, or use head "gap".`,
      });
    }
    using({ head: "flatten", inputSize: 64 }, (model) =>
      assert.equal(model.countParams(), trunk + 16 * 16 * 640 + 10),
    );
  });

  it("refuses sizes that two poolings leave nothing of, and impossible rates", () => {
    for (const inputSize of [3, 0, 28.5]) {
      assert.throws(
        () => headCnn({ inputSize }),
        /^RangeError: Cannot build a network for images of side .*"any"\.$/,
      );
    }
    assert.throws(() => headCnn({ dropout: 1 }), /^RangeError: Cannot drop out values: rate is 1/);
  });

  it("silences what goes into the last layer with weights", () => {
    const places = Object.fromEntries(
      names.map((head) => [
        head,
        using({ head, dropout: 0.5 }, (model) => {
          const layers = model.layers.map(({ name }) => name);
          return layers[layers.indexOf("dropout") + 1];
        }),
      ]),
    );
    assert.deepEqual(places, {
      flatten: "output",
      gap: "output",
      flattenDense: "output",
      gapDense: "output",
      globalMax: "output",
      classMaps: "classMaps",
    });
  });
});
