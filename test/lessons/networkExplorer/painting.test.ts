import assert from "node:assert/strict";
import { test } from "node:test";
import { networkExplorer } from "../../../src/lessons/networkExplorer/networkExplorer.js";
import { disposeModel } from "../../../src/networks/models/disposeModel.js";
import { tf } from "../../../src/networks/tf.js";
import { viewOf } from "../explorer/vegaExplorer.js";
import { point } from "./drivenView.js";
import { corner, one, smallExplorer } from "./gallery.js";

type View = import("vega").View;

const close = (found: unknown, wanted: readonly number[]) =>
  wanted.every(
    (value, at) =>
      Math.abs((found as number[])[at] ?? 9 - value) < 2 &&
      Math.abs(((found as number[])[at] as number) - value) < 1e-5,
  );
const state = (view: View, ...names: readonly string[]) => names.map((name) => view.signal(name));
const grid = (view: View, list: string, at: number) =>
  (view.signal(list) as Record<string, number>[])[at] as Record<string, number>;

test("networkExplorer() shows the picture that is chosen, and an empty one", async () => {
  const view = await viewOf(smallExplorer());
  assert.ok(close(view.signal("A0"), one.flat()));
  await view.signal("picture", "a corner").runAsync();
  assert.ok(close(view.signal("A0"), corner.flat()));
  await view.signal("picture", "an empty picture").runAsync();
  assert.deepEqual(view.signal("A0"), new Array(144).fill(0));
  await view.signal("picture", "the given picture").runAsync();
  assert.ok(close(view.signal("A0"), one.flat()));
  view.finalize();
});

test("networkExplorer() is painted on by keyboard: the pen goes where row and column lead it", async () => {
  const view = await viewOf(smallExplorer());
  const inked = () => (view.signal("A0") as number[]).flatMap((value, at) => (value > 0.99 ? [at] : []));
  await view
    .signal("picture", "an empty picture")
    .signal("layer", "picture")
    .signal("row", 5)
    .signal("column", 2)
    .runAsync();
  assert.deepEqual(inked(), [], "the pen is up");
  await view.signal("pen", "paints").runAsync();
  assert.deepEqual([inked(), view.signal("picture")], [[62], "my own painting"]);
  await view.signal("column", 5).runAsync();
  assert.deepEqual(inked(), [62, 63, 64, 65], "a stroke without gaps");
  await view.signal("pen", "erases").runAsync();
  assert.deepEqual(inked(), [62, 63]);
  await view.signal("layer", "conv1").signal("row", 8).runAsync();
  assert.deepEqual(inked(), [62, 63], "elsewhere row and column choose a number");
  view.finalize();
});

test("networkExplorer() is painted on by a pointer, which takes the sliders along", async () => {
  const view = await viewOf(smallExplorer());
  await view.signal("picture", "an empty picture").signal("layer", "picture").runAsync();
  const paper = grid(view, "largeGrids", 0);
  const at = (row: number, column: number) =>
    [
      (paper.left ?? 0) + (column + 0.5) * (paper.cell ?? 0),
      (paper.top ?? 0) + (row + 0.5) * (paper.cell ?? 0),
    ] as const;
  await point(view, "pointerdown", "paper", at(3, 4));
  assert.ok(Math.abs((view.signal("A0") as number[])[3 * 12 + 4] as number) > 0.99);
  await point(view, "pointermove", "paper", at(3, 8));
  const row = (view.signal("A0") as number[]).slice(36, 48);
  assert.ok(
    row.slice(4, 9).every((value) => value > 0.99),
    row.join(),
  );
  assert.deepEqual(state(view, "picture", "row", "column"), ["my own painting", 3, 8]);
  view.finalize();
});

test("networkExplorer() goes where it is clicked: a map on the sheet, a map below, a bar, a part, a channel", async () => {
  const view = await viewOf(smallExplorer());
  const near = grid(view, "grids", 3);
  const [left = 0, top = 0, cell = 0, pitchX = 0, pitchY = 0, across = 1] = ["left", "top", "cell", "pitchX", "pitchY", "across"].map((name) => near[name]); // biome-ignore format: a line
  const place = [
    left + pitchX * (3 % across) + 2.5 * cell,
    top + pitchY * Math.floor(3 / across) + 1.5 * cell,
  ] as const;
  await point(view, "click", "stage", place, (datum) => datum.stage === 3);
  assert.deepEqual(state(view, "layer", "map", "row", "column", "back"), ["conv2", 3, 1, 2, 0]);
  await point(view, "click", "channelBar", [0, 0], (datum) => datum.channel === 2);
  assert.equal(view.signal("channel"), 2);
  const [part] = view.data("listed") as Record<string, number>[];
  await point(view, "click", "part", [0, 0], (datum) => datum.rank === part?.rank);
  assert.deepEqual(state(view, "layer", "map", "row", "column"), [
    "pool1",
    part?.frommap,
    part?.fromrow,
    part?.fromcolumn,
  ]);
  const far = grid(view, "largeGrids", 2);
  await point(view, "click", "large", [
    (far.left ?? 0) + 4.5 * (far.cell ?? 0),
    (far.top ?? 0) + 2.5 * (far.cell ?? 0),
  ]);
  assert.deepEqual(state(view, "layer", "map", "row", "column"), ["pool1", 0, 2, 4]);
  await point(view, "click", "bar", [0, 0], (datum) => datum.map === 2);
  assert.deepEqual(state(view, "layer", "map"), ["dense1", 2]);
  view.finalize();
});

test("networkExplorer() takes colour, and paints in it", async () => {
  const model = tf.sequential({ layers: [tf.layers.conv2d({ inputShape: [8, 8, 3], filters: 2, kernelSize: 3 }), tf.layers.flatten(), tf.layers.dense({ units: 2 })] }); // biome-ignore format: a line
  const pixels = Uint8Array.from({ length: 192 }, (_, at) => (at * 7) % 256);
  const view = await viewOf(networkExplorer(model, { width: 8, height: 8, channels: 3, pixels }));
  const planes = Array.from(pixels, (_, at) => (pixels[(at % 64) * 3 + Math.floor(at / 64)] as number) / 255);
  assert.ok(close(view.signal("A0"), planes), "bytes become 0 to 1, channel by channel");
  await view.signal("layer", "picture").signal("row", 2).signal("column", 2).signal("pen", "red").runAsync();
  const painted = [18, 82, 146].map((at) => (view.signal("A0") as number[])[at] as number);
  assert.ok(close(painted, [Number(view.signal("white")), 0, 0]), painted.join());
  view.finalize();
  disposeModel(model);
});
