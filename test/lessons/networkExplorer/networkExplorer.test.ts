import assert from "node:assert/strict";
import { test } from "node:test";
import { jupyterDisplay } from "../../../src/charts/figure.js";
import { networkExplorer } from "../../../src/lessons/networkExplorer/networkExplorer.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { lenet5 } from "../../../src/networks/models/lenet5.js";
import { mnistCnn } from "../../../src/networks/models/mnistCnn.js";
import { type LayersModel, tf } from "../../../src/networks/tf.js";
import { textsOf, viewOf } from "../explorer/vegaExplorer.js";
import { biasedNetwork, corner, one, smallExplorer } from "./gallery.js";
import { layersOf } from "./layersOf.js";
import { randomNetwork, randomPicture } from "./randomNetworks.js";

type View = import("vega").View;
type Row = Record<string, number>;

const seeds = Array.from({ length: 12 }, (_, index) => index + 1);

/** The largest difference between the numbers of all layers and TensorFlow's. */
function furthest(view: View, model: LayersModel, picture: number[][] | number[][][]): number {
  const names = (view.signal("layerNames") as string[]).slice(1);
  const differences = layersOf(model, names, picture).map((wanted, index) => {
    const found = view.signal(`A${index + 1}`) as number[];
    assert.equal(found.length, wanted.length, `${names[index]} has as many numbers`);
    return Math.max(...found.map((value, at) => Math.abs(value - (wanted[at] as number))));
  });
  assert.ok(
    differences.every((each) => !Number.isNaN(each)),
    `${names.join()}: ${differences.join()}`,
  );
  return Math.max(...differences);
}

for (const seed of seeds) {
  test(`networkExplorer() computes random network ${seed} as TensorFlow does, and every number is the sum of its parts`, async () => {
    const model = randomNetwork(seed);
    const [first, second] = [randomPicture(model, seed), randomPicture(model, seed + 100)];
    const before = tf.memory().numTensors;
    const figure = networkExplorer(model, first, { images: { second } });
    assert.equal(tf.memory().numTensors, before, "leaves no tensor");
    const view = await viewOf(figure);
    const kinds = model.layers.map((layer) => layer.getClassName()).join(" ");
    assert.ok(furthest(view, model, first) < 1e-3, `${kinds}: ${furthest(view, model, first)}`);
    await view.signal("picture", "second").runAsync();
    assert.ok(furthest(view, model, second) < 1e-3, kinds);
    const sizes = view.signal("sizes") as [number, number, number][];
    for (const [at, [maps, rows, columns]] of sizes.entries()) {
      if (at === 0) continue;
      const place = { map: (seed * 7) % maps, row: (seed * 5) % rows, column: (seed * 3) % columns };
      for (const [name, value] of Object.entries({ ...place, back: 0 })) view.signal(name, value);
      await view.signal("layer", (view.signal("layerNames") as string[])[at]).runAsync();
      const index = (place.map * rows + place.row) * columns + place.column;
      const shown = (view.data(`v${at}`) as Row[])[index] as Row;
      assert.equal(view.signal("shownValue"), shown.v, "the number itself");
      const sum = (view.data("parts") as Row[]).reduce((total, { product = 0 }) => total + product, 0);
      const bias = (view.signal("shownBias") as number) + ((view.signal("shifts") as number[])[at] as number);
      const said = `layer ${at} of ${kinds}: parts ${sum}, bias ${bias}, number ${shown.z}`;
      assert.ok(Math.abs(sum + bias - (shown.z as number)) < 1e-6, said);
      const lower = view.signal(`A${at - 1}`) as number[];
      for (const { from = -1, value } of view.data("parts") as Row[])
        assert.equal(value, from < 0 ? 0 : lower[from], "a part is a number of the layer below");
    }
    view.finalize();
    disposeModel(model);
  });
}

const digit = Array.from({ length: 28 }, (_, row) =>
  Array.from({ length: 28 }, (_, column) => (Math.abs(column - 14) < 3 && row > 4 && row < 23 ? 1 : 0)),
);

const lessons = {
  "a small mnistCnn()": () => mnistCnn({ filters: [8, 16], dropout: 0.2 }),
  "mnistCnn()": () => mnistCnn(),
  "lenet5()": () => lenet5(),
};
for (const [name, build] of Object.entries(lessons)) {
  test(`networkExplorer() explores ${name}, within a megabyte`, async () => {
    const model = build();
    const figure = networkExplorer(model, digit);
    const view = await viewOf(figure);
    assert.ok(furthest(view, model, digit) < 1e-3, String(furthest(view, model, digit)));
    const size = JSON.stringify(figure[jupyterDisplay]()).length;
    assert.ok(size < 1e6, `${size} letters`);
    view.finalize();
    disposeModel(model);
  });
}

test("networkExplorer() says how far rounding moves the answers, and it does not move them further", async () => {
  const model = biasedNetwork();
  const [kernel, bias] = [tf.randomNormal([64, 3], 0, 1, "float32", 3), tf.tensor1d([0, 1, 2])];
  model.layers.at(-1)?.setWeights([kernel, bias]);
  const figure = networkExplorer(model, one, { names: ["a", "b", "c"], images: { corner } });
  const said = /answers move by less than ([\d.]+) of TensorFlow's/.exec(figure.description)?.[1];
  const view = await viewOf(figure);
  assert.ok(
    textsOf(view).some((text) => text.endsWith(`the answers move by less than ${said}`)),
    said,
  );
  for (const picture of [one, corner]) {
    await view.signal("picture", picture === one ? "the given picture" : "corner").runAsync();
    const [wanted = []] = layersOf(model, ["dense1"], picture);
    const found = view.signal("A5") as number[];
    for (const [at, value] of found.entries())
      assert.ok(Math.abs(value - (wanted[at] ?? 9)) < Number(said), `${value}, ${wanted[at]}`);
  }
  view.finalize();
  disposeModel(model);
  tf.dispose([kernel, bias]);
});

test("networkExplorer() follows the largest part of each number back, to a pixel", async () => {
  const view = await viewOf(smallExplorer());
  const place = { layer: "conv2", map: 2, row: 1, column: 3, back: 0 };
  for (const [name, value] of Object.entries(place)) view.signal(name, value);
  await view.runAsync();
  let index = (2 * 4 + 1) * 4 + 3;
  for (let at = 3; at > 0; at--) {
    assert.equal(view.signal(`t${at}`), index, `layer ${at}`);
    const parts = view.data(`p${at}`) as Row[];
    const most = parts.reduce((best, part) => ((part.size ?? 0) > (best.size ?? 0) ? part : best));
    index = most.from as number;
    await view.signal("back", 4 - at).runAsync();
    assert.equal(
      view.signal("shownValue"),
      (view.signal(`A${at - 1}`) as number[])[index],
      "the number shown",
    );
  }
  assert.equal(view.signal("t0"), index);
  const line = (view.data("way") as Row[]).map(({ stage }) => stage);
  assert.deepEqual(line, [0, 1, 2, 3], "the line through the sheet");
  view.finalize();
});
