import assert from "node:assert/strict";
import { test } from "node:test";
import { encodePng } from "../../src/charts/drawing/png.js";
import { makeFigure } from "../../src/charts/figure.js";
import { barChart } from "../../src/charts/figures/bars.js";
import { confusionMatrix } from "../../src/charts/figures/confusion.js";
import { trainingCurve } from "../../src/charts/figures/curve.js";
import { digitGrid } from "../../src/charts/figures/digits.js";
import { imageGrid } from "../../src/charts/figures/images.js";
import { kernelGrid } from "../../src/charts/figures/kernels.js";
import { layerTableFigure } from "../../src/charts/figures/layers.js";
import { featureMaps } from "../../src/charts/figures/maps.js";
import { pictureFigure } from "../../src/charts/figures/picture.js";
import { lineChart, scatterChart } from "../../src/charts/figures/scatter.js";
import { spreadChart } from "../../src/charts/figures/spread.js";
import { kernelSurface } from "../../src/charts/figures/surface.js";
import { table, tableFigure } from "../../src/charts/figures/table.js";

const titles = { xTitle: "x", yTitle: "y" };
const one = { count: 1, height: 1, width: 2, pixels: Uint8Array.of(1, 2) };
const many = { count: 500, height: 1, width: 1, pixels: new Uint8Array(500) };
const layer = {
  kind: "conv",
  shape: [1, 1, 1],
  parameters: 2,
  multiplyAdds: 1,
  receptiveField: { rows: 1, columns: 1 },
};

// what is asked                                                                            what the message names
const cases: readonly (readonly [ask: () => unknown, names: RegExp])[] = [
  [() => trainingCurve({ loss: [], accuracy: [] }), /no epoch/],
  [() => trainingCurve([]), /no epoch/],
  [() => trainingCurve({ loss: [1, 2], accuracy: [1] }), /loss has 2 epochs, accuracy has 1/],
  [() => confusionMatrix([]), /empty/],
  [() => confusionMatrix([[1, 2]]), /1 x 2/],
  [() => confusionMatrix([[1, 2], [3]]), /row 1 has 1 numbers, row 0 has 2/],
  [() => confusionMatrix([[-1]]), /holds -1/],
  [() => confusionMatrix([[1]], { labels: ["a", "b"] }), /2 labels for 1 classes/],
  [() => imageGrid([]), /there are none/],
  [
    () => imageGrid([{ height: 1, width: 2, channels: 3, pixels: new Uint8Array(5) }]),
    /1 x 2 x 3 with 5 bytes/,
  ],
  [() => kernelGrid([]), /list is empty/],
  [() => kernelGrid([[[1, Number.NaN]]]), /row 0, column 1 is NaN/],
  [() => kernelGrid([[[1]], [[1, 2]]]), /matrix 1 is 1 x 2, matrix 0 is 1 x 1/],
  [() => kernelGrid([[[1]]], { captions: [] }), /0 captions for 1 pictures/],
  [() => kernelGrid([[[1]]], { columns: 0 }), /columns is 0/],
  [() => kernelGrid([[[1]]], { scale: 1.5 }), /scale is 1.5/],
  [() => featureMaps([[]]), /empty/],
  [() => featureMaps([[[Number.POSITIVE_INFINITY]]]), /is Infinity/],
  [() => kernelSurface([[1], []]), /row 1 has 0 numbers/],
  [() => digitGrid({ ...one, count: 0, pixels: new Uint8Array(0) }), /there are none/],
  [() => digitGrid({ ...one, count: 2 }), /2 of 1 x 2 take 4 bytes, pixels has 2/],
  [() => digitGrid(one, { indices: [1] }), /digit 1: there are 1/],
  [() => digitGrid(one, { highlight: [] }), /0 marks for 1 digits/],
  [() => digitGrid(many), /500 digits: at most 400/],
  [() => scatterChart([], titles), /no points/],
  [() => scatterChart([{ x: 0, y: 1 }], { ...titles, logX: true }), /x = 0/],
  [() => lineChart([{ x: 1, y: Number.NaN }], titles), /point 0 is at \(1, NaN\)/],
  [() => spreadChart([], { yTitle: "y" }), /no points/],
  [() => barChart([{ label: "a", value: Number.NaN }], { valueTitle: "v" }), /NaN/],
  [() => table([]), /empty/],
  [() => tableFigure({ columns: ["a"], rows: [[1, 2]] }), /row 0 has 2 cells for 1 column/],
  [() => layerTableFigure([]), /no layers/],
  [() => layerTableFigure([layer], { confirmed: [] }), /1 row of ours, 0 of TensorFlow's/],
  [() => pictureFigure(Uint8Array.of(1, 2, 3), "x"), /does not start like a PNG/],
  [() => encodePng({ width: 0, height: 1, channels: 1, pixels: new Uint8Array(0) }), /width is 0/],
  [
    () => encodePng({ width: 2, height: 1, channels: 3, pixels: new Uint8Array(5) }),
    /takes 6 bytes, pixels has 5/,
  ],
  [() => encodePng({ width: 1, height: 1, channels: 2 as 1, pixels: new Uint8Array(2) }), /channels is 2/],
  [() => makeFigure(" ", {}), /description is empty/],
];

test("charts refuse what they cannot draw, in words that start with Cannot and end with a way out", () => {
  for (const [ask, names] of cases) {
    assert.throws(ask, (error: unknown) => {
      assert.ok(error instanceof RangeError || error instanceof TypeError, String(ask));
      assert.match(error.message, /^Cannot .*[:].*\..*\.$/s, String(ask));
      assert.match(error.message, names);
      return true;
    });
  }
});
