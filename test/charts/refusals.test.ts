import assert from "node:assert/strict";
import { test } from "node:test";
import { differenceSentence } from "../../src/charts/differenceSentence.js";
import { encodePng } from "../../src/charts/drawing/png.js";
import { makeFigure } from "../../src/charts/figure.js";
import { barChart } from "../../src/charts/figures/bars.js";
import { confusionMatrix } from "../../src/charts/figures/confusion.js";
import { trainingCurve } from "../../src/charts/figures/curve.js";
import { differenceChart } from "../../src/charts/figures/differences.js";
import { differenceTable } from "../../src/charts/figures/differenceTable.js";
import { digitGrid } from "../../src/charts/figures/digits.js";
import { imageGrid } from "../../src/charts/figures/images.js";
import { intervalTable } from "../../src/charts/figures/intervalTable.js";
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

const twoRuns = [1, 2].map((value) => ({ group: "a", value }));
const pair = (a: readonly number[], b: readonly number[]) => ({
  first: { name: "a", values: a },
  second: { name: "b", values: b },
});

// what is asked                                                                            what the message names
const cases: readonly (readonly [ask: () => unknown, names: RegExp])[] = [
  [() => trainingCurve({ loss: [], accuracy: [] }), /no epoch/],
  [() => trainingCurve([]), /no epoch/],
  [() => trainingCurve({ loss: [1, 2], accuracy: [1] }), /2 entries of loss and 1 of accuracy/],
  [() => confusionMatrix([]), /empty/],
  [() => confusionMatrix([[1, 2]]), /1 x 2/],
  [() => confusionMatrix([[1, 2], [3]]), /row 1 has length 1 and row 0 has 2/],
  [() => confusionMatrix([[-1]]), /holds -1/],
  [() => confusionMatrix([[1]], { labels: ["a", "b"] }), /1 classes and 2 labels/],
  [() => imageGrid([]), /there is no image/],
  [
    () => imageGrid([{ height: 1, width: 2, channels: 3, pixels: new Uint8Array(5) }]),
    /1 x 2 x 3 with 5 bytes/,
  ],
  [() => kernelGrid([]), /there is no matrix/],
  [() => kernelGrid([[[1, Number.NaN]]]), /NaN at row 0, column 1/],
  [() => kernelGrid([[[1]], [[1, 2]]]), /matrix 1 is 1 x 2, matrix 0 is 1 x 1/],
  [() => kernelGrid([[[1]]], { captions: [] }), /1 kernels and 0 captions/],
  [() => kernelGrid([[[1]]], { columns: 0 }), /columns is 0/],
  [() => kernelGrid([[[1]]], { scale: 1.5 }), /scale is 1.5/],
  [() => featureMaps([[]]), /empty/],
  [() => featureMaps([[[Number.POSITIVE_INFINITY]]]), /has Infinity at row 0, column 0/],
  [() => kernelSurface([[1], []]), /row 1 has length 0/],
  [() => digitGrid({ ...one, count: 0, pixels: new Uint8Array(0) }), /there is no digit/],
  [() => digitGrid({ ...one, count: 2 }), /2 of 1 x 2 take 4 bytes, pixels has 2/],
  [() => digitGrid(one, { indices: [1] }), /index is 1. Give a whole number from 0 to 0/],
  [() => digitGrid(one, { highlight: [] }), /1 digits and 0 highlight/],
  [() => digitGrid(many), /500 digits: at most 400/],
  [() => scatterChart([], titles), /no point/],
  [() => scatterChart([{ x: 0, y: 1 }], { ...titles, logX: true }), /x = 0/],
  [() => lineChart([{ x: 1, y: Number.NaN }], titles), /point 0 is at \(1, NaN\)/],
  [() => spreadChart([], { yTitle: "y" }), /no point/],
  [() => spreadChart([{ group: "a", value: Number.NaN }], { yTitle: "y" }), /NaN/],
  [() => spreadChart(twoRuns, { yTitle: "y", confidence: 95 }), /confidence is 95/],
  [() => differenceChart([], { what: "y" }), /no comparison/],
  [() => differenceChart([pair([1, 2], [1])], { what: "y" }), /2 numbers in a and 1 in b/],
  [() => differenceChart([pair([1], [1])], { what: "y" }), /there is one number/],
  [() => differenceChart([pair([1, Number.NaN], [1, 2])], { what: "y" }), /number 1 is NaN/],
  [() => differenceChart([pair([1, 2], [1, 2])], { what: "y", seeds: 3 } as never), /no option seeds/],
  [() => differenceTable([]), /no comparison/],
  [() => differenceTable([pair([1, 2], [3, 4])], { format: "share" as "number" }), /format is "share"/],
  [() => differenceSentence(pair([1, 2], [3, 4]), { noun: "x" } as never), /no option noun/],
  [() => intervalTable([]), /no arm/],
  [() => intervalTable([{ name: "a", values: [1] }]), /there is one value/],
  [() => barChart([{ label: "a", value: Number.NaN }], { valueTitle: "v" }), /NaN/],
  [() => table([]), /empty/],
  [
    () => tableFigure({ columns: ["a"], rows: [[1, 2]] }),
    /row 0 of the table: there are 2 cells and 1 columns/,
  ],
  [() => layerTableFigure([]), /no layer/],
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
