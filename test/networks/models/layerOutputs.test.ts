import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { kernelsOf } from "../../../src/networks/models/inspect.js";
import { layerOutput, layerOutputs } from "../../../src/networks/models/layerOutputs.js";
import { type LayersModel, type Tensor4D, tf } from "../../../src/networks/tf.js";
import { disposeNestings, nestings } from "./nested.js";

const networks = nestings();
const images = tf.randomUniform([3, 6, 7, 1], 0, 1, "float32", 7) as Tensor4D;
after(() => {
  disposeNestings(networks);
  images.dispose();
});

describe("layers of networks within", () => {
  for (const [name, { flat, nested, path }] of Object.entries(networks)) {
    it(`layerOutputs and kernelsOf reach them by path: ${name}`, () => {
      const { numTensors } = tf.memory();
      tf.tidy(() => {
        const wanted = layerOutputs(flat, images, ["conv2", "conv1", "scores", "conv2"]);
        const last = nested.layers.at(-1)?.name === "head" ? "head/scores" : "scores";
        const asked = [path, `${path}/conv1`, last, `${path}/conv2`];
        const found = layerOutputs(nested, images, asked);
        for (const [index, output] of found.entries()) {
          assert.deepEqual(output.arraySync(), wanted[index]?.arraySync(), asked[index]);
        }
      });
      assert.equal(tf.memory().numTensors, numTensors);
      assert.deepEqual(kernelsOf(nested, `${path}/conv2`, 1), kernelsOf(flat, "conv2", 1));
    });
  }

  it("a network within has no kernels of its own, and a wrong name is told the paths there are", () => {
    const { nested } = networks["two deep"] as { nested: LayersModel };
    assert.throws(
      () => kernelsOf(nested, "wired/backbone"),
      /^RangeError: .+ is a network of its own\. Choose a convolution in it: wired\/backbone\/conv1, wired\/backbone\/conv2\./,
    );
    for (const path of ["conv2", "backbone/conv2", "wired/conv2", "wired/backbone/", "before/conv2", ""]) {
      assert.throws(() => layerOutput(nested, images, path), {
        name: "RangeError",
        message: new RegExp(
          `^Cannot find layer ${path} in outer\\. It has: before, wired, wired/\\w+, wired/backbone, wired/backbone/conv1,`,
        ),
      });
    }
  });

  it("names that hold slashes are names first", () => {
    const model = tf.sequential({
      layers: [
        tf.layers.conv2d({ name: "block/conv", filters: 1, kernelSize: 1, inputShape: [6, 7, 1] }),
        tf.sequential({ name: "block", layers: [tf.layers.conv2d({ name: "conv", filters: 2, kernelSize: 1, inputShape: [6, 7, 1] }), tf.layers.conv2d({ name: "a/b", filters: 5, kernelSize: 1 })] }),
      ],
    }); // biome-ignore format: layers
    tf.tidy(() => {
      assert.deepEqual(layerOutput(model, images, "block/conv").shape, [3, 6, 7, 1]);
      assert.deepEqual(layerOutput(model, images, "block/a/b").shape, [3, 6, 7, 5]);
    });
    tf.dispose(model.getWeights());
  });
});

describe("layerOutput", () => {
  const wired = (
    build: (input: tf.SymbolicTensor) => tf.SymbolicTensor | tf.SymbolicTensor[],
    inputs = tf.input({ shape: [6, 7, 1] }),
  ) => tf.model({ name: "wired", inputs, outputs: build(inputs) });

  it("of an input is a copy that one may dispose", () => {
    const model = wired((input) => tf.layers.flatten().apply(input) as tf.SymbolicTensor);
    layerOutput(model, images, model.layers[0]?.name ?? "").dispose();
    assert.ok(!images.isDisposed);
  });

  it("refuses a layer that is used twice, and a network with two inputs", () => {
    const shared = tf.layers.conv2d({ name: "shared", filters: 1, kernelSize: 1 });
    const twice = wired((input) => shared.apply(shared.apply(input)) as tf.SymbolicTensor);
    const said =
      /^RangeError: Cannot tell which output of layer shared is meant: it makes 2 in wired\. Choose/;
    assert.throws(() => layerOutput(twice, images, "shared"), said);
    const inputs = [tf.input({ shape: [6, 7, 1] }), tf.input({ shape: [6, 7, 1] })];
    const two = tf.model({
      name: "two",
      inputs,
      outputs: tf.layers.add({ name: "sum" }).apply(inputs) as tf.SymbolicTensor,
    });
    assert.throws(
      () => layerOutput(two, images, "sum"),
      /^RangeError: Cannot compute what layers make of two: it has 2 inputs\. Give/,
    );
    tf.dispose(twice.getWeights());
  });

  it("finds a layer that stands in another network besides", () => {
    const conv = tf.layers.conv2d({ name: "conv", filters: 2, kernelSize: 3 });
    const one = wired((input) => conv.apply(input) as tf.SymbolicTensor);
    const other = wired(
      (input) => tf.layers.flatten().apply(conv.apply(input) as tf.SymbolicTensor) as tf.SymbolicTensor,
    );
    tf.tidy(() => {
      const [a, b] = [one, other].map((model) => layerOutput(model, images, "conv").arraySync());
      assert.deepEqual(a, b);
    });
    tf.dispose(one.getWeights());
  });

  it("reaches into a network that takes two inputs, within one that takes one", () => {
    const places = [tf.input({ shape: [6, 7, 1] }), tf.input({ shape: [6, 7, 1] })];
    const difference = tf.layers.add({ name: "sum" }).apply(places);
    const inner = tf.model({
      name: "inner",
      inputs: places,
      outputs: tf.layers.flatten().apply(difference) as tf.SymbolicTensor,
    });
    const doubled = tf.layers.conv2d({
      filters: 1,
      kernelSize: 1,
      kernelInitializer: tf.initializers.constant({ value: 2 }),
    });
    const model = wired(
      (input) => inner.apply([input, doubled.apply(input) as tf.SymbolicTensor]) as tf.SymbolicTensor,
    );
    tf.tidy(() => {
      const found = layerOutput(model, images, "inner/sum");
      assert.ok(Number(found.sub(images.mul(3)).abs().max().dataSync()[0]) < 1e-6);
    });
    tf.dispose(model.getWeights());
  });
});
