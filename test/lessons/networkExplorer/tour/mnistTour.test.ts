import assert from "node:assert/strict";
import { test } from "node:test";
import { pick } from "../../../../src/images/digits/digits.js";
import { loadMnist } from "../../../../src/images/digits/mnist.js";
import { networkExplorer } from "../../../../src/lessons/networkExplorer/networkExplorer.js";
import { lenetTour } from "../../../../src/lessons/networkExplorer/tour/lenetTour.js";
import { mnistTour } from "../../../../src/lessons/networkExplorer/tour/mnistTour.js";
import type { TourPage } from "../../../../src/lessons/networkExplorer/tour/tourPage.js";
import { loadTrained } from "../../../../src/networks/files/trained.js";
import { disposeModel } from "../../../../src/networks/models/disposeModel.js";
import { lenet5 } from "../../../../src/networks/models/lenet5.js";
import { mnistCnn } from "../../../../src/networks/models/mnistCnn.js";
import type { LayersModel } from "../../../../src/networks/tf.js";
import { textsOf, viewOf } from "../../explorer/vegaExplorer.js";
import { point } from "../drivenView.js";
import { biasedNetwork, corner, one } from "../gallery.js";
import { layersOf } from "../layersOf.js";
import { randomNetwork, randomPicture } from "../randomNetworks.js";

type View = import("vega").View;

const states = ["picture", "layer", "map", "row", "column", "back"] as const;
const stateOf = (view: View) => Object.fromEntries(states.map((name) => [name, view.signal(name)]));
const saidOn = (view: View) => (view.signal("tourLines") as string[]).join(" ");
const turnTo = (view: View, index: number) =>
  view.signal("tour", (view.signal("tourTitles") as string[])[index]).runAsync();

/** TensorFlow's numbers of the picture and of each layer, by its name. */
function numbersOf(view: View, model: LayersModel, picture: number[][] | number[][][]) {
  const [given = "", ...names] = view.signal("layerNames") as string[];
  const layers = layersOf(model, names, picture);
  const maps = (view.signal("sizes") as number[][])[0]?.[0] ?? 1;
  const pixels = Array.from({ length: maps }, (_, map) =>
    picture.flatMap((row) => row.map((pixel) => [pixel].flat()[map] as number)),
  ).flat();
  return new Map([[given, pixels], ...names.map((name, at) => [name, layers[at] as number[]] as const)]);
}

/** As d3 writes numbers, with its minus. */
const written = (value: number, digits = 3) => value.toFixed(digits).replace("-", "−");
const near = (found: number, wanted: number, what: string) =>
  assert.ok(Math.abs(found - wanted) < 1e-3, `${what}: ${found}, not ${wanted}`);

const tours: Readonly<Record<string, () => Promise<readonly [LayersModel, readonly TourPage[]]>>> = {
  "mnistTour() of a trained network": async () => [await loadTrained("mnist-cnn-small"), mnistTour()],
  "mnistTour() of a random network": async () => {
    const model = mnistCnn({ filters: [3, 5], hiddenUnits: 7, dropout: 0.3, seed: 5 });
    return [model, mnistTour(model)];
  },
  "lenetTour() of a trained network": async () => [await loadTrained("lenet-5"), lenetTour()],
  "lenetTour() of a variant": async () => {
    const model = lenet5({ output: "softmax", subsampling: "average", connections: "full" });
    return [model, lenetTour(model)];
  },
};
for (const [name, make] of Object.entries(tours)) {
  test(`${name}: each page moves the explorer, and its numbers are TensorFlow's`, async () => {
    const { test: digits } = await loadMnist({ trainImages: 0, testImages: 3 });
    const [model, pages] = await make();
    assert.ok(pages.length >= 6 && pages.length <= 9, `${pages.length} pages`);
    const view = await viewOf(networkExplorer(model, pick(digits, [2]), { tour: pages }));
    const pixels = Array.from({ length: 28 }, (_, row) =>
      Array.from(digits.pixels.subarray(784 * 2 + 28 * row, 784 * 2 + 28 * (row + 1)), (byte) => byte / 255),
    );
    const numbers = numbersOf(view, model, pixels);
    const answer = numbers.get("output") as number[];
    for (const [index, page] of pages.entries()) {
      await turnTo(view, index);
      const { layer, back } = stateOf(view);
      assert.equal(layer, page.layer ?? "output", page.title);
      const values = numbers.get(String(layer)) as number[];
      const places = values.length / ((view.signal("size") as number[])[0] ?? 1);
      const among =
        page.map === undefined ? values : values.slice(page.map * places, (page.map + 1) * places);
      near(values[view.signal("chosen") as number] as number, Math.max(...among), "the largest number");
      const shown = (view.signal("layerNames") as string[])[view.signal("shown") as number] as string;
      assert.equal(shown, page.back ?? layer, `${back} steps back`);
      const value = (numbers.get(shown) as number[])[view.signal("shownIndex") as number] as number;
      near(view.signal("shownValue") as number, value, page.title);
      const said = saidOn(view);
      assert.match(said, / Try it: [^.?]*[.?]/, "each page ends with something to try");
      if (page.text.includes("{number}"))
        assert.ok(said.includes(written(view.signal("shownValue") as number)), said);
      if (page.text.includes("{share}")) {
        const best = Math.max(...answer);
        const share = Math.min(...answer) < 0 ? written(best, 2) : `${written(100 * best, 1)}%`;
        assert.ok(said.includes(share), `${share}: ${said}`);
        if (page.text.includes("{answer}")) assert.ok(said.includes(` ${answer.indexOf(best)} `), said);
      }
      if (page.text.includes("{sum}")) {
        const parts = view.data("parts") as { product: number }[];
        const sum = parts.reduce((total, { product }) => total + product, 0);
        assert.ok(said.includes(written(sum + (view.signal("shownBias") as number))), `${sum}: ${said}`);
      }
      if (page.text.includes("{all weights}"))
        assert.ok(said.includes(model.countParams().toLocaleString("en-US")), said);
      assert.doesNotMatch(said, /NaN|undefined|null|–|[{}]/);
      assert.ok(textsOf(view).includes(`page ${index + 1} of ${pages.length}`));
      assert.match((view.signal("words") as string[])[0] as string, new RegExp(`^Page ${index + 1} of `));
    }
    view.finalize();
    disposeModel(model);
  });
}

for (const seed of [21, 22, 23, 24]) {
  test(`a tour through every layer of random network ${seed} finds the largest numbers`, async () => {
    const model = randomNetwork(seed);
    const [first, second] = [randomPicture(model, seed), randomPicture(model, seed + 100)];
    const layers = ["picture", ...model.layers.map((layer) => layer.name)].filter(
      (name) => !/dropout/.test(name),
    );
    const pages = layers.map((layer, index) => ({
      title: layer,
      layer,
      back: index,
      picture: index % 2 === 0 ? "second" : "the given picture",
      text: "{place}: {number}, from {start}, of {picture}.",
    }));
    const view = await viewOf(networkExplorer(model, first, { tour: pages, images: { second } }));
    for (const index of [...layers.keys()].reverse()) {
      await turnTo(view, index);
      const numbers = numbersOf(view, model, index % 2 === 0 ? second : first);
      const values = numbers.get(layers[index] as string) as number[];
      near(values[view.signal("chosen") as number] as number, Math.max(...values), layers[index] as string);
      assert.equal(view.signal("shown"), 0, "followed back to the picture");
      const pixel = (numbers.get("picture") as number[])[view.signal("shownIndex") as number] as number;
      near(view.signal("shownValue") as number, pixel, "the pixel");
      assert.ok(
        saidOn(view).includes(`: ${written(view.signal("shownValue") as number)}, from ${layers[index]} `),
      );
    }
    view.finalize();
    disposeModel(model);
  });
}

const pages: readonly TourPage[] = [
  { title: "The answer", class: "other", text: "{answer} {share}" },
  { title: "A number", layer: "conv2", map: 2, row: 1, column: 3, channel: 1, text: "{number} {channel}" },
  { title: "Another picture", picture: "a corner", layer: "conv1", map: 1, text: "{place} {number}" },
];

async function smallTour() {
  const model = biasedNetwork();
  const options = { names: ["corner", "one", "other"], images: { "a corner": corner }, tour: pages };
  const view = await viewOf(networkExplorer(model, one, options));
  disposeModel(model);
  return view;
}

test("a tour starts on its first page, and its buttons turn the pages", async () => {
  const view = await smallTour();
  const [first, second, third] = view.signal("tourTitles") as string[];
  assert.deepEqual([view.signal("tour"), view.signal("layer"), view.signal("map")], [first, "dense1", 2]);
  await point(view, "click", "tourBack");
  assert.equal(view.signal("tour"), first, "nothing before the first page");
  await point(view, "click", "tourNext");
  assert.deepEqual([view.signal("tour"), ...Object.values(stateOf(view))], [second, "the given picture", "conv2", 2, 1, 3, 0]);
  assert.equal(view.signal("shownChannel"), 1, "the page's channel, not that of the largest part");
  await point(view, "click", "tourNext");
  await point(view, "click", "tourNext");
  assert.equal(view.signal("tour"), third, "nothing behind the last page");
  assert.equal(view.signal("picture"), "a corner");
  assert.ok(Math.abs((view.signal("A0") as number[])[9 * 12 + 5] as number) > 0.99, "its pixels as well");
  await point(view, "click", "tourBack");
  assert.deepEqual([view.signal("layer"), view.signal("picture")], ["conv2", "the given picture"]);
  assert.ok(Math.abs((view.signal("A0") as number[])[9 * 12 + 5] as number) < 0.01);
  view.finalize();
}); // biome-ignore format: a list

test("the reader may touch anything on a page, see the page again, leave the tour and come back", async () => {
  const view = await smallTour();
  await turnTo(view, 1);
  assert.equal(view.signal("tourMoved"), false);
  const before = saidOn(view);
  await view.signal("column", 0).signal("channel", 2).runAsync();
  assert.deepEqual([view.signal("tourMoved"), view.signal("column")], [true, 0]);
  const value = (view.signal("A3") as number[])[(2 * 4 + 1) * 4] as number;
  assert.ok(saidOn(view).startsWith(written(value)), "the text says the number that is shown");
  await view.signal("layer", "picture").signal("pen", "paints").runAsync();
  assert.equal(view.signal("picture"), "my own painting");
  await point(view, "click", "tourAgain");
  assert.deepEqual([view.signal("tourMoved"), view.signal("pen"), saidOn(view)], [false, "up", before]);
  await point(view, "click", "tourLeave");
  assert.equal(view.signal("tour"), "touch freely");
  assert.equal((view.signal("words") as string[])[0], "");
  assert.ok(textsOf(view).some((text) => text.startsWith("The answer: ")), "its own words again");
  await view.signal("layer", "pool1").runAsync();
  assert.equal(view.signal("layer"), "pool1", "nothing holds the reader");
  await point(view, "click", "tourTake");
  assert.deepEqual([view.signal("tour"), view.signal("layer"), saidOn(view)], ["2 A number", "conv2", before]);
  view.finalize();
}); // biome-ignore format: lists

test("the numbers in a page's text follow what is painted", async () => {
  const model = await loadTrained("mnist-cnn-small");
  const { test: digits } = await loadMnist({ trainImages: 0, testImages: 1 });
  const view = await viewOf(networkExplorer(model, pick(digits, [0]), { tour: mnistTour() }));
  await turnTo(view, 8);
  assert.match(saidOn(view), /the answer now is 7 with /);
  await view.signal("picture", "an empty picture").runAsync();
  await view.signal("row", 5).signal("column", 14).runAsync();
  await view.signal("pen", "paints").runAsync();
  await view.signal("row", 22).runAsync();
  const answer = view.signal("A7") as number[];
  const best = Math.max(...answer);
  assert.equal(answer.indexOf(best), 1, "a line is a one");
  assert.ok(saidOn(view).includes(`the answer now is 1 with ${(100 * best).toFixed(1)}%`), saidOn(view));
  view.finalize();
  disposeModel(model);
});
