import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../../../src/arithmetic/random.js";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { whatIfExplorer } from "../../../src/lessons/whatIf/whatIfExplorer.js";
import { classActivationMap, flattenMap } from "../../../src/networks/maps/cam.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { layerOutputs } from "../../../src/networks/models/layerOutputs.js";
import { lenet5 } from "../../../src/networks/models/lenet5.js";
import { mnistCnn } from "../../../src/networks/models/mnistCnn.js";
import {
  type LayersModel,
  type Tensor2D,
  type Tensor3D,
  type Tensor4D,
  tf,
} from "../../../src/networks/tf.js";
import { viewOf } from "../explorer/vegaExplorer.js";
import { point } from "../networkExplorer/drivenView.js";
import { randomNetwork, randomPicture } from "../networkExplorer/randomNetworks.js";
import { logitsBy, mapBy } from "./oracle.js";

type View = import("vega").View;

const apart = (found: readonly number[], wanted: readonly number[]) => {
  assert.equal(found.length, wanted.length);
  return found.reduce((most, value, at) => Math.max(most, Math.abs(value - (wanted[at] as number))), 0);
};
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const list = (view: View, name: string) => [...(view.signal(name) as number[])];

const mapLayer = (view: View) => view.signal("mapLayer") as string;

/** A few strokes, drags and other things a reader does, drawn at random. */
async function doSomething(view: View, random: () => number): Promise<void> {
  const any = (name: string, least: number, most: number) =>
    view.signal(name, least + Math.floor(random() * (most - least + 1)));
  const brush = ["moves the cover", "covers", "restores"][Math.floor(random() * 3)];
  await view.signal("brush", brush).runAsync();
  any("size", 1, 4);
  view.signal("paint", ["mean", "black", "white"][Math.floor(random() * 3)]);
  const place = (): [number, number] => [270 * random(), 40 + 270 * random()];
  await point(view, "pointerdown", "paper", place());
  for (let step = 0; step < 3; step++) await point(view, "pointermove", "paper", place());
  if (random() < 0.3) await any("back", 0, 2).runAsync();
}

for (const seed of Array.from({ length: 12 }, (_, index) => index + 1)) {
  test(`whatIfExplorer() of random network ${seed}: logits and maps are TensorFlow's, whatever is painted`, async () => {
    const random = seeded(40 + seed);
    const model = randomNetwork(seed);
    const kinds = model.layers.map((layer) => layer.getClassName()).join(" ");
    const before = tf.memory().numTensors;
    const figure = whatIfExplorer(model, randomPicture(model, seed));
    assert.equal(tf.memory().numTensors, before, "leaves no tensor");
    const view = await viewOf(figure);
    const names = view.signal("names") as string[];
    const untouched = list(view, "G");
    const covers = new Set<string>();
    for (let round = 0; round < 4; round++) {
      const classIndex = Math.floor(random() * names.length);
      await view.signal("className", names[classIndex]).runAsync();
      const picture = list(view, "A0");
      const on = list(view, "C");
      covers.add(on.join(""));
      const paint = (view.signal("paints") as Record<string, number[]>)[view.signal("paint") as string] ?? [];
      for (const [at, value] of picture.entries()) {
        const wanted = on[at % on.length] === 1 ? paint[Math.floor(at / on.length)] : untouched[at];
        assert.equal(value, wanted, "a pixel is as it was, or painted over");
      }
      const logits = apart(list(view, "logits"), logitsBy(model, picture));
      assert.ok(logits < 1e-3, `${kinds}: logits ${logits}`);
      const scale = view.signal("words").join().includes("Class activation maps")
        ? list(view, "mapValues").length
        : 1;
      const layer = mapLayer(view);
      for (const [name, planes] of [
        ["mapValues", picture],
        ["beforeValues", untouched],
      ] as const) {
        const { values, tied } = mapBy(model, planes, layer, classIndex);
        const [found, wanted] = [list(view, name), values.map((value) => scale * value)];
        const map = tied ? Math.abs(total(found) - total(wanted)) : apart(found, wanted);
        assert.ok(map < 1e-3 * Math.max(1, scale / 4), `${kinds}: ${name} at ${layer} ${map}`);
      }
      assert.ok(apart(list(view, "beforeLogits"), logitsBy(model, untouched)) < 1e-3, kinds);
      await doSomething(view, random);
    }
    assert.ok(covers.size > 1, "something was painted");
    await view.signal("brush", "restores everything").runAsync();
    assert.equal(
      apart(list(view, "logits"), list(view, "beforeLogits")),
      0,
      "nothing covered, nothing changed",
    );
    view.finalize();
    disposeModel(model);
  });
}

const L = tf.layers;
const start: Parameters<typeof L.conv2d>[0] = { inputShape: [10, 10, 1], filters: 5, kernelSize: 3, activation: "relu" }; // biome-ignore format: a line
const ends: Record<string, () => tf.layers.Layer[]> = {
  average: () => [L.globalAveragePooling2d({}), L.dense({ units: 3, activation: "softmax" })],
  "average, softmax apart": () => [L.globalAveragePooling2d({}), L.dropout({ rate: 0.5 }), L.dense({ units: 3 }), L.softmax()],
  flatten: () => [L.flatten(), L.dense({ units: 3, activation: "softmax" })],
}; // biome-ignore format: a network a line

for (const [end, layers] of Object.entries(ends)) {
  test(`whatIfExplorer() shows the library's own map for the end ${end}, and it makes the logit`, async () => {
    const model = tf.sequential({ layers: [L.conv2d(start), ...layers()] });
    const biases = tf.tensor1d([0.5, -1, 2]);
    const dense = model.layers.find((layer) => layer.getClassName() === "Dense") as tf.layers.Layer;
    dense.setWeights([dense.getWeights()[0] as Tensor2D, biases]);
    const view = await viewOf(whatIfExplorer(model, randomPicture(model, 5), { classIndex: 2 }));
    const picture = tf.tensor(list(view, "A0"), [1, 10, 10, 1]) as Tensor4D;
    const [maps] = layerOutputs(model, picture, [(model.layers[0] as tf.layers.Layer).name]);
    const of = end === "flatten" ? flattenMap : classActivationMap;
    const wanted = tf.tidy(() => [
      ...of((maps as Tensor4D).squeeze([0]) as Tensor3D, dense.getWeights()[0] as Tensor2D, 2).dataSync(),
    ]);
    assert.ok(apart(list(view, "mapValues"), wanted) < 1e-3);
    const whole = view.signal("mapAfter") as number;
    assert.ok(
      Math.abs(whole + 2 - (view.signal("chosenAfter") as number)) < 1e-4,
      "with the bias it is the logit",
    );
    const said = (view.signal("words") as string[])[3] as string;
    assert.match(said, end === "flatten" ? /^Parts of the logit .*sum/ : /^Class activation maps .*mean/);
    view.finalize();
    disposeModel(model);
    tf.dispose([picture, maps as Tensor4D, biases]);
  });
}

test("whatIfExplorer() says when a map need not add up to the logit", async () => {
  const model = tf.sequential({ layers: [L.conv2d(start), L.flatten(), L.dense({ units: 4, activation: "tanh" }), L.dense({ units: 2 })] }); // biome-ignore format: a line
  const view = await viewOf(whatIfExplorer(model, randomPicture(model, 1)));
  assert.match((view.signal("words") as string[])[3] as string, /^Maps: slope of the logit times activation/);
  view.finalize();
  disposeModel(model);
});

for (const activation of [
  "linear",
  "relu",
  "relu6",
  "tanh",
  "sigmoid",
  "elu",
  "softplus",
  "softmax",
] as const) {
  test(`whatIfExplorer() follows the logit back through ${activation}`, async () => {
    const seed = 3;
    const drawn = () => tf.initializers.randomUniform({ minval: -0.6, maxval: 0.6, seed });
    const model = tf.sequential({ layers: [L.conv2d({ ...start, kernelInitializer: drawn() }), L.flatten(), L.dense({ units: 6, activation, kernelInitializer: drawn() }), L.dense({ units: 2, activation: "tanh", kernelInitializer: drawn() })] }); // biome-ignore format: a line
    const view = await viewOf(whatIfExplorer(model, randomPicture(model, 2)));
    const picture = list(view, "A0");
    const classIndex = view.signal("classAt") as number;
    const { values } = mapBy(model, picture, mapLayer(view), classIndex);
    const map = apart(list(view, "mapValues"), values);
    view.finalize();
    disposeModel(model);
    assert.ok(map < 1e-4, `the map is ${map} off`);
  });
}

const digit = Array.from({ length: 28 }, (_, row) =>
  Array.from({ length: 28 }, (_, column) => (Math.abs(column - 14) < 3 && row > 4 && row < 23 ? 1 : 0)),
);
const lessons: Record<string, () => LayersModel> = {
  "mnistCnn()": () => mnistCnn(),
  "lenet5()": () => lenet5(),
};
for (const [name, build] of Object.entries(lessons)) {
  test(`whatIfExplorer() asks ${name}, within a megabyte`, async () => {
    const model = build();
    const figure = whatIfExplorer(model, digit, { with: "black" });
    const size = JSON.stringify(figure[jupyterDisplay]()).length;
    assert.ok(size < 1e6, `${size} letters`);
    const view = await viewOf(figure);
    await view.signal("down", 3).signal("className", "4").runAsync();
    const picture = list(view, "A0");
    assert.ok(apart(list(view, "logits"), logitsBy(model, picture)) < 1e-3);
    assert.ok(apart(list(view, "mapValues"), mapBy(model, picture, mapLayer(view), 4).values) < 1e-3);
    view.finalize();
    disposeModel(model);
  });
}
