import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { crossCorrelate } from "../../../src/arithmetic/correlate.js";
import { seeded } from "../../../src/arithmetic/random.js";
import { receptiveField } from "../../../src/arithmetic/window.js";
import { compileClassifier } from "../../../src/networks/models/compileClassifier.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { featureMapsOf, layerFacts } from "../../../src/networks/models/inspect.js";
import { layerOutput } from "../../../src/networks/models/layerOutputs.js";
import { c3Connections } from "../../../src/networks/models/lenet/connections.js";
import { type Lenet5Options, lenet5 } from "../../../src/networks/models/lenet5.js";
import { type LayersModel, type Tensor, type Tensor4D, tf } from "../../../src/networks/tf.js";
import { evaluate } from "../../../src/networks/training/evaluate.js";
import { fit } from "../../../src/networks/training/fit.js";
import { drawn, largestGap, numbersOf } from "../helpers.js";

function using<Value>(model: LayersModel, ask: (model: LayersModel) => Value): Value {
  try {
    return ask(model);
  } finally {
    disposeModel(model);
  }
}

const trainable = (model: LayersModel) =>
  model.trainableWeights.reduce((sum, weight) => sum + tf.util.sizeFromShape(weight.shape as number[]), 0);

/** Numbers between -1 and 1 as a tensor; the caller disposes it. */
function noise(shape: [number, number, number, number], seed: number): Tensor4D {
  const random = seeded(seed);
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor4d(
    Float32Array.from({ length: size }, () => 2 * random() - 1),
    shape,
  );
}

describe("lenet5", () => {
  it("has the paper's shapes and parameters, 60,000 in all", () => {
    using(lenet5(), (model) => {
      const table = layerFacts(model).map(({ name, shape, parameters }) => [
        name,
        shape.join("x"),
        parameters,
      ]);
      assert.deepEqual(table, [
        ["frame", "32x32x1", 0],
        ["c1", "28x28x6", 156],
        ["s2", "14x14x6", 12],
        ["c3", "10x10x16", 1516],
        ["s4", "5x5x16", 32],
        ["c5", "1x1x120", 48_120],
        ["f6", "1x1x84", 10_164],
        ["vector", "84", 0],
        ["output", "10", 0],
      ]);
      assert.equal(model.countParams(), 60_000);
      assert.equal(trainable(model), 60_000);
      const lines: string[] = [];
      model.summary(undefined, undefined, (line: string) => lines.push(line));
      assert.match(lines.join("\n"), /Trainable params: 60000/);
    });
  });

  it("has 340,908 connections: every place of a map uses its weights, a window of S2 four inputs and a bias", () => {
    using(lenet5(), (model) => {
      const [, c1, s2, c3, s4, c5, f6] = layerFacts(model);
      const places = (facts: typeof c1) => (facts?.shape[0] ?? 0) * (facts?.shape[1] ?? 0);
      const shared = [c1, c3, c5, f6].map((facts) => places(facts) * (facts?.parameters ?? 0));
      const pooled = [s2, s4].map((facts) => places(facts) * (facts?.shape[2] ?? 0) * (4 + 1));
      assert.deepEqual(shared, [122_304, 151_600, 48_120, 10_164]);
      assert.deepEqual(pooled, [5880, 2000]);
      const codes = 10 * 84;
      assert.equal(
        [...shared, ...pooled, codes].reduce((sum, count) => sum + count),
        340_908,
      );
    });
  });

  it("sees 5, 6, 14, 16 and 32 pixels of the framed image from c1, s2, c3, s4 and c5", () => {
    const layers = [5, 2, 5, 2, 5].map((kernel) => ({ kernel, stride: kernel === 2 ? 2 : 1 }));
    const sizes = layers.map((_, index) => receptiveField(32, layers.slice(0, index + 1)).size);
    assert.deepEqual(sizes, [5, 6, 14, 16, 32]);
  });

  it("frames digits with background: -0.1 all around, ink at 1.175", () => {
    using(lenet5(), (model) => {
      const ink = tf.ones([1, 28, 28, 1]) as Tensor4D;
      const framed = layerOutput(model, ink, "frame");
      const [rows = []] = featureMapsOf(framed);
      assert.equal(rows.length, 32);
      for (const [y, row] of rows.entries())
        for (const [x, value] of row.entries()) {
          const inside = Math.min(x, y) >= 2 && Math.max(x, y) < 30;
          assert.ok(Math.abs(value - (inside ? 1.175 : -0.1)) < 1e-6, `${y}, ${x}: ${value}`);
        }
      tf.dispose([ink, framed]);
    });
  });

  it("c3 has no link that is not in the table: other maps of S2 change nothing, those in it do", () => {
    using(lenet5({ seed: 3 }), (model) => {
      const c3 = model.getLayer("c3");
      const maps = noise([1, 14, 14, 6], 1);
      const before = featureMapsOf(c3.call(maps, {}) as Tensor);
      for (let map = 0; map < 6; map++) {
        const only = tf.oneHot(tf.tensor1d([map], "int32"), 6).reshape([1, 1, 1, 6]);
        const after = featureMapsOf(c3.call(maps.add(only), {}) as Tensor);
        const moved = after.flatMap((rows, index) =>
          largestGap(rows, before[index] ?? []) > 1e-6 ? [index] : [],
        );
        const linked = c3Connections.flatMap((seen, index) => (seen.includes(map) ? [index] : []));
        assert.deepEqual(moved, linked, `map ${map} of S2`);
      }
    });
  });

  it("c3 equals sixteen small convolutions over the maps of the table, squashed", () => {
    using(lenet5({ seed: 4 }), (model) => {
      const c3 = model.getLayer("c3");
      const maps = noise([1, 14, 14, 6], 2);
      const below = featureMapsOf(maps);
      const [kernels, biases] = c3.getWeights().map((weights) => weights.arraySync());
      const kernelOf = (link: number) =>
        (kernels as number[][][]).map((row) => row.map((cell) => cell[link] as number));
      let link = 0;
      const wanted = c3Connections.map((seen, map) => {
        const parts = seen.map((source) => crossCorrelate(below[source] ?? [], kernelOf(link++)));
        return (parts[0] ?? []).map((row, y) =>
          row.map((_, x) => {
            const sum = parts.reduce((total, part) => total + (part[y]?.[x] ?? Number.NaN), 0);
            return 1.7159 * Math.tanh((2 / 3) * (sum + ((biases as number[])[map] ?? Number.NaN)));
          }),
        );
      });
      assert.equal(link, 60);
      const found = featureMapsOf(c3.call(maps, {}) as Tensor);
      for (const [map, rows] of wanted.entries())
        assert.ok(largestGap(found[map] ?? [], rows) < 1e-5, `map ${map}`);
      maps.dispose();
    });
  });

  it("starts with weights within 2.4 / fan-in, which in c3 differs by map, and not much closer", () => {
    using(lenet5({ seed: 6 }), (model) => {
      const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));
      const within = (values: readonly number[], fanIn: number, what: string) => {
        const limit = 2.4 / fanIn;
        assert.ok(
          largest(values) <= limit && largest(values) > 0.5 * limit,
          `${what}: ${largest(values)} of ${limit}`,
        );
      };
      const flat = (layer: string) =>
        model
          .getLayer(layer)
          .getWeights()
          .map((w) => Array.from(w.dataSync()));
      const fanIns = { c1: 25, s2: 4, s4: 4, c5: 400, f6: 120 };
      for (const [layer, fanIn] of Object.entries(fanIns)) within(flat(layer)[0] ?? [], fanIn, layer);
      const [kernels = []] = flat("c3");
      const links = c3Connections.flatMap((seen) => seen.map(() => seen.length));
      for (const length of [3, 4, 6]) {
        within(
          kernels.filter((_, index) => links[index % 60] === length),
          25 * length,
          `c3, maps that see ${length}`,
        );
      }
    });
  });

  it("lenet5({ inputSize: 60 }) gives a map of answers, each that of the 28x28 window it sees", () => {
    const [small, large] = [lenet5({ seed: 8 }), lenet5({ seed: 8, inputSize: 60 })];
    assert.deepEqual(large.outputs[0]?.shape, [null, 9, 9, 10]);
    assert.deepEqual(numbersOf(large), numbersOf(small));
    const canvas = noise([1, 60, 60, 1], 5);
    // Inside the canvas there is no frame of background, so the window is framed by what is around it.
    const answers = large.predict(canvas) as Tensor4D;
    const framed = large.getLayer("frame").call(canvas, {}) as Tensor4D;
    for (const [row, column] of [
      [0, 0],
      [3, 5],
      [8, 8],
    ] as const) {
      const window = framed.slice([0, 4 * row, 4 * column, 0], [1, 32, 32, 1]);
      let value: Tensor = window;
      for (const layer of small.layers.slice(1)) value = layer.call(value, {}) as Tensor;
      const place = answers.slice([0, row, column, 0], [1, 1, 1, 10]);
      assert.ok(
        largestGap([Array.from(value.dataSync())], [Array.from(place.dataSync())]) < 1e-3,
        `${row}, ${column}`,
      );
    }
    tf.dispose([canvas, answers, framed]);
    for (const model of [small, large]) disposeModel(model);
  });

  it("counts the parameters of every departure", () => {
    const parameters = (options: Lenet5Options) => using(lenet5(options), (model) => model.countParams());
    assert.equal(parameters({ connections: "full" }), 60_000 + 36 * 25);
    assert.equal(parameters({ subsampling: "average" }), 60_000 - 44);
    assert.equal(parameters({ subsampling: "max" }), 60_000 - 44);
    assert.equal(parameters({ output: "softmax" }), 60_000 + 850);
    assert.equal(parameters({ learnCodes: true }), 60_000 + 840);
    assert.equal(parameters({ activation: "relu", output: "rbfLinear" }), 60_000);
  });

  it("saves and loads with all its parts, and answers the same", async () => {
    const folder = mkdtempSync(join(tmpdir(), "lenet-"));
    const inputs = noise([2, 28, 28, 1], 3);
    const variants: Lenet5Options[] = [
      {},
      { output: "rbfLinear", connections: "full" },
      { learnCodes: true },
    ];
    for (const options of variants) {
      const model = lenet5({ ...options, seed: 2 });
      await model.save(`file://${folder}`);
      const loaded = compileClassifier(await tf.loadLayersModel(`file://${folder}/model.json`));
      const [before, after] = [model, loaded].map((each) => each.predict(inputs) as Tensor);
      assert.deepEqual(Array.from(after?.dataSync() ?? []), Array.from(before?.dataSync() ?? [0]));
      assert.equal(typeof loaded.loss, "function");
      tf.dispose([before as Tensor, after as Tensor]);
      for (const each of [model, loaded]) disposeModel(each);
    }
    inputs.dispose();
    rmSync(folder, { recursive: true });
  });

  it("learns 64 digits, and evaluate reads it: the loss it was trained with, probabilities, the right classes", async () => {
    const model = lenet5({ optimizer: "adam", learningRate: 0.003, j: 200 });
    const digits = drawn(64, 1, 28);
    const history = await fit(model, digits, { epochs: 80, batchSize: 16 });
    const [first = 0, last = 0] = [history.loss[0], history.loss.at(-1)];
    assert.ok(last < 0.2 * first, `${first} to ${last}`);
    const { loss, accuracy, confidence } = await evaluate(model, digits);
    assert.ok(accuracy > 0.95, String(accuracy));
    assert.ok(Math.abs(loss - last) < 0.5 * last, `${loss} and ${last}`);
    assert.ok(confidence.every((share) => share > 0 && share <= 1));
    disposeModel(model);
  });

  it("leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    const model = lenet5();
    const digits = drawn(6, 1, 28);
    await fit(model, digits, { epochs: 1, validation: digits });
    await fit(model, digits, { epochs: 1, fast: false });
    disposeModel(model);
    assert.equal(tf.memory().numTensors, before);
  });

  it("refuses images too small, and codes of another form", () => {
    assert.throws(
      () => lenet5({ inputSize: 20 }),
      /Cannot build LeNet-5: inputSize is 20. Give a whole number from 28 up/,
    );
    for (const name of ["subsampling", "connections", "activation", "output", "loss", "optimizer"]) {
      assert.throws(() => lenet5({ [name]: "none" }), {
        name: "RangeError",
        message: new RegExp(`^Cannot build LeNet-5: ${name} is "none"\\. Give one of .+, `),
      });
    }
    assert.throws(() => lenet5({ codes: ["##"] }), /Cannot read a code with the line "##"/);
  });
});
