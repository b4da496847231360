import assert from "node:assert/strict";
import { test } from "node:test";
import { networkExplorer } from "../../../src/lessons/networkExplorer/networkExplorer.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";
import { biasedNetwork, one } from "./gallery.js";

const L = tf.layers;
const start = { inputShape: [6, 6, 1] as number[] };
const inRow = (...layers: readonly tf.layers.Layer[]) => tf.sequential({ name: "net", layers: [...layers] });
const conv = (more: object = {}) =>
  L.conv2d({ name: "c", filters: 2, kernelSize: 3, padding: "same", ...more });

/** Two ways from the picture, which meet. */
function branched(): LayersModel {
  const picture = tf.input({ shape: [6, 6, 1] });
  const apply = (layer: tf.layers.Layer, ...to: tf.SymbolicTensor[]) =>
    layer.apply(to.length === 1 ? (to[0] as tf.SymbolicTensor) : to) as tf.SymbolicTensor;
  const sum = apply(L.add({ name: "meet" }), apply(conv(), picture), apply(conv({ name: "d" }), picture));
  return tf.model({ name: "net", inputs: picture, outputs: sum });
}

/** One layer in two places. */
function shared(): LayersModel {
  const picture = tf.input({ shape: [6, 6, 2] });
  const layer = conv();
  const twice = layer.apply(layer.apply(picture)) as tf.SymbolicTensor;
  return tf.model({ name: "net", inputs: picture, outputs: twice });
}

function severalInputs(): LayersModel {
  const [a, b] = [tf.input({ shape: [6, 6, 1] }), tf.input({ shape: [6, 6, 1] })];
  return tf.model({ name: "net", inputs: [a, b], outputs: L.add().apply([a, b]) as tf.SymbolicTensor });
}

const networks: readonly [what: string, build: () => LayersModel, message: RegExp][] = [
  ["a recurrent layer", () => inRow(L.lstm({ name: "l", inputShape: [6, 6], units: 2 })), /^Cannot explore net: layer l is a LSTM, which it cannot draw\. It draws Conv2D, /],
  ["a recurrent layer behind others", () => inRow(conv(start), L.reshape({ name: "r", targetShape: [36, 2] }), L.gru({ units: 2 })), /layer r is a Reshape/],
  ["a transposed convolution", () => inRow(L.conv2dTranspose({ ...start, name: "t", filters: 1, kernelSize: 2 })), /layer t is a Conv2DTranspose/],
  ["an activation it has not", () => inRow(conv({ ...start, activation: "selu" })), /layer c has the activation selu\. Use one of linear, relu, /],
  ["channels first", () => inRow(conv({ inputShape: [3, 6, 3], dataFormat: "channelsFirst" })), /layer c has its channels first/],
  ["branches", branched, /layer meet is a Add, where branches meet\. Give a network that is one chain\.$/],
  ["a shared layer", shared, /layer c stands in several places\. Give each place a layer of its own\.$/],
  ["several inputs", severalInputs, /it has 2 inputs\. Give a network that makes one answer of one picture\.$/],
  ["a network within", () => {
    const inner = inRow(conv(start), conv({ name: "e" }));
    const picture = tf.input({ shape: [6, 6, 1] });
    return tf.model({ name: "net", inputs: picture, outputs: inner.apply(picture) as tf.SymbolicTensor });
  }, /layer \S+ is a network within it|layer \S+ stands/],
  ["pictures of any size", () => inRow(conv({ inputShape: [null, null, 1] })), /its input is \[any, any, 1\]\. Give a network for pictures of one size/],
  ["rows of numbers", () => inRow(L.dense({ inputShape: [6], units: 2 })), /its input is \[6\]\. Give a network for pictures/],
  ["two channels", () => inRow(conv({ inputShape: [6, 6, 2] })), /its pictures have 2 channels\. Give a network for gray \(1\) or colour \(3\)\.$/],
  ["too many weights", () => inRow(L.flatten(start), L.dense({ units: 4000 })), /it has 148,000 weights, and 120,000 is the most/],
  ["too many numbers", () => inRow(conv({ inputShape: [120, 120, 1], filters: 9 })), /it has 144,000 numbers in all its maps, and 90,000/],
  ["too many products", () => inRow(conv({ inputShape: [40, 40, 1], filters: 24 }), conv({ name: "d", filters: 24, kernelSize: 5 })), /it has 23,385,600 products, and 15,000,000/],
]; // biome-ignore format: a network a line

for (const [what, build, message] of networks) {
  test(`networkExplorer() refuses ${what}, by name`, () => {
    const model = build();
    const [, rows = 6, columns = 6, channels = 1] = (model.inputs[0]?.shape ?? []) as number[];
    const before = tf.memory().numTensors;
    assert.throws(() => networkExplorer(model, tf.zeros([1, rows ?? 6, columns ?? 6, channels ?? 1])), {
      name: "RangeError",
      message,
    });
    assert.ok(tf.memory().numTensors <= before + 1, "leaves only the picture");
    disposeModel(model);
  });
}

test("networkExplorer() refuses pictures, names and options that do not fit", () => {
  const model = biasedNetwork();
  const explore =
    (image: unknown, options: object = {}) =>
    () =>
      networkExplorer(model, image as number[][], options);
  const cases: readonly [() => unknown, string, RegExp][] = [
    [explore([[1, 2], [3, 4]]), "RangeError", /^Cannot explore a picture of 2x2x1 numbers: the network takes 12x12x1/],
    [explore([[1, 2], [3]]), "TypeError", /its rows differ in length/],
    [explore("one"), "TypeError", /^Cannot explore this picture: it is no image/],
    [explore(one.map((row) => row.map(() => Number.NaN))), "RangeError", /with the number NaN/],
    [explore(one, { names: ["a"] }), "RangeError", /there are 1 names for 3 answers\. Give one each\.$/],
    [explore(one, { name: "a" }), "TypeError", /there is no option name\. There are names, images, title, tour\.$/],
    [explore(one, { images: { "my own painting": one } }), "RangeError", /a picture is named "my own painting"/],
    [explore(one, { images: { small: [[1]] } }), "RangeError", /picture of 1x1x1 numbers/],
  ]; // biome-ignore format: a case a line
  for (const [run, name, message] of cases) assert.throws(run, { name, message });
  disposeModel(model);
});
