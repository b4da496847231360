// One small example of every chart in src/charts/figures/. Those of a lesson stand in test/lessons/<lesson>/gallery.ts.

import type { Arm } from "../../src/charts/comparison.js";
import { barChart } from "../../src/charts/figures/bars.js";
import { confusionMatrix } from "../../src/charts/figures/confusion.js";
import { trainingCurve } from "../../src/charts/figures/curve.js";
import { differenceChart } from "../../src/charts/figures/differences.js";
import { differenceTable } from "../../src/charts/figures/differenceTable.js";
import { digitGrid } from "../../src/charts/figures/digits.js";
import { framedImages } from "../../src/charts/figures/framedImages.js";
import { imageGrid } from "../../src/charts/figures/images.js";
import { intervalTable } from "../../src/charts/figures/intervalTable.js";
import { kernelGrid } from "../../src/charts/figures/kernels.js";
import { layerTableFigure } from "../../src/charts/figures/layers.js";
import { mapOverlay } from "../../src/charts/figures/mapOverlay.js";
import { featureMaps } from "../../src/charts/figures/maps.js";
import { networkPicture } from "../../src/charts/figures/networkPicture.js";
import { numberMaps } from "../../src/charts/figures/numberMaps.js";
import { photoGrid } from "../../src/charts/figures/photoGrid.js";
import { pictureFigure } from "../../src/charts/figures/picture.js";
import { responseMaps } from "../../src/charts/figures/responses.js";
import { lineChart, scatterChart } from "../../src/charts/figures/scatter.js";
import { spreadChart } from "../../src/charts/figures/spread.js";
import { kernelSurface } from "../../src/charts/figures/surface.js";
import { table } from "../../src/charts/figures/table.js";
import type { Example } from "./example.js";
import { sunset } from "./sunset.js";

const history = {
  loss: [0.35, 0.09, 0.06],
  accuracy: [0.89, 0.972, 0.981],
  validationLoss: [0.08, 0.055, 0.058],
  validationAccuracy: [0.975, 0.9885, 0.982],
};

const sobelX = [
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1],
];

const layers = [
  {
    kind: "conv",
    shape: [24, 24, 32],
    parameters: 832,
    multiplyAdds: 460800,
    receptiveField: { rows: 5, columns: 5 },
  },
  {
    kind: "maxPool",
    shape: [12, 12, 32],
    parameters: 0,
    multiplyAdds: 0,
    receptiveField: { rows: 6, columns: 6 },
  },
];

const ring = Array.from({ length: 14 }, (_, row) =>
  Array.from({ length: 14 }, (_, column) => (Math.abs(Math.hypot(row - 6.5, column - 6) - 4) < 1 ? 1 : -1)),
);

const block = Array.from({ length: 8 }, (_, y) =>
  Array.from({ length: 8 }, (_, x) => (y >= 2 && y < 6 && x >= 3 && x < 6 ? 50 * y : 0)),
);
const truth = { top: 2, left: 3, bottom: 6, right: 6 };

const designed: Arm = { name: "designed by people", values: [200, 210, 190, 205, 195] };
const random: Arm = { name: "random", values: [210, 200, 205, 200, 200] };
const learned: Arm = { name: "learned", values: [174, 165, 159, 165, 162] };
const arms = [designed, random, learned];
const comparisons = [
  { first: learned, second: random },
  { first: designed, second: random },
];
const inDigits = { what: "digits misread", verb: "misreads", of: 10_000 };

export const examples: readonly Example[] = [
  {
    name: "curve",
    draw: () => trainingCurve(history, { title: "Three epochs" }),
    says: [
      "3 epochs",
      "training loss 0.35 to 0.06",
      "validation accuracy 97.5% to 98.20%",
      "98.85% in epoch 2",
    ],
  },
  {
    name: "curve-test",
    draw: () => trainingCurve(history, { validationName: "test" }),
    says: ["test loss", "test accuracy 97.5% to 98.20%", "Best test accuracy 98.85% in epoch 2"],
  },
  {
    name: "curve-one-epoch",
    draw: () => trainingCurve({ loss: [0.3], accuracy: [0.9] }),
    says: ["1 epoch:", "training loss 0.3", "training accuracy 90.0%"],
  },
  {
    name: "curve-live",
    draw: () =>
      trainingCurve(
        [
          { epoch: 0.25, loss: 2, accuracy: 0.3 },
          { epoch: 0.5, loss: 0.8, accuracy: 0.7 },
        ],
        { epochs: 3 },
      ),
    says: ["0.5 epochs", "training loss 2 to 0.8", "30.0% to 70.0%"],
  },
  {
    name: "confusion",
    draw: () =>
      confusionMatrix([
        [50, 1, 0],
        [0, 45, 4],
        [0, 0, 100],
      ]),
    says: ["200 predictions", "97.5% right", "5 wrong", "1 taken for 2 (4), 0 taken for 1 (1)"],
  },
  {
    name: "scatter",
    draw: () =>
      scatterChart(
        [
          { x: 1000, y: 0.9, label: "4/8", series: "dense 16" },
          { x: 20000, y: 0.95, label: "8/16", series: "dense 64" },
        ],
        { xTitle: "parameters", yTitle: "test accuracy", logX: true, format: "percent" },
      ),
    says: ["2 points", "4/8 90.0% at 1,000", "8/16 95.0% at 20,000"],
  },
  {
    name: "lines",
    draw: () =>
      lineChart(
        [
          { x: 2, y: 3, series: "b" },
          { x: 1, y: 4, series: "a" },
          { x: 2, y: 5, series: "a" },
          { x: 1, y: 6, series: "b" },
        ],
        { xTitle: "epoch", yTitle: "loss", zero: true, title: "Two runs" },
      ),
    says: ["Two runs, 4 points", "a: 4 at 1, 5 at 2", "b: 6 at 1, 3 at 2"],
  },
  {
    name: "linesOverABaseline",
    draw: () =>
      lineChart(
        [
          { x: 0, y: 4, series: "always the middle" },
          { x: 4, y: 0, series: "always the middle" },
          { x: 0, y: 4, series: "wrapped around" },
          { x: 2, y: 2, series: "wrapped around" },
          { x: 4, y: 0.2, series: "wrapped around" },
        ],
        { xTitle: "distance", yTitle: "off by", zero: true, baseline: "always the middle" },
      ),
    says: ["always the middle: 4 at 0, 0 at 4; wrapped around: 4 at 0"],
  },
  {
    name: "linesOfAFamily",
    draw: () =>
      lineChart(
        [
          { x: 28, y: 0.96, series: "gap" },
          { x: 56, y: 0.82, series: "gap" },
          { x: 28, y: 0.95, series: "globalMax" },
          { x: 56, y: 0.92, series: "globalMax" },
        ],
        {
          xTitle: "side of the canvas, pixels",
          yTitle: "accuracy",
          format: "percent",
          xTicks: [28, 56],
          family: ["flatten", "gap", "globalMax"],
        },
      ),
    says: ["gap: 96.0% at 28, 82.0% at 56", "globalMax: 95.0% at 28, 92.0% at 56"],
  },
  {
    name: "spread",
    draw: () =>
      spreadChart(
        [
          { group: "1,000 images", value: 0.9, series: "without dropout" },
          { group: "1,000 images", value: 0.92, series: "without dropout" },
          { group: "1,000 images", value: 0.94, series: "with dropout" },
        ],
        { xTitle: "trained on", yTitle: "test accuracy", format: "percent" },
      ),
    says: [
      "3 runs",
      "without dropout: mean 91.0%, 90.0% to 92.0% over 2 runs",
      "with dropout: mean 94.0%, one run",
    ],
  },
  {
    name: "spreadOfGroups",
    draw: () =>
      spreadChart(
        arms.flatMap(({ name, values }) => values.map((value) => ({ group: name, value: value }))),
        { title: "Digits misread, of 10,000", yTitle: "digits misread", zero: true },
      ),
    // Of 200, 210, 190, 205, 195: the squares of deviations add up to 250, the standard error is sqrt(250 / 4 / 5), times 2.776.
    says: ["designed by people: mean 200, 190 to 210 over 5 runs, 95% interval 190 to 210"],
  },
  {
    name: "spreadWithoutIntervals",
    draw: () =>
      spreadChart(
        [
          { group: "conv", value: 12 },
          { group: "conv", value: 14 },
          { group: "dense", value: 3 },
        ],
        { yTitle: "time", unit: "ms", confidence: false },
      ),
    says: ["time (ms), 3 runs. conv: mean 13, 12 to 14 over 2 runs; dense: mean 3, one run."],
  },
  {
    name: "differences",
    draw: () => differenceChart(comparisons, { ...inDigits, title: "Eight filters, five seeds" }),
    says: [
      "Eight filters, five seeds, seed by seed.",
      // Differences -36, -35, -46, -35, -38: their mean is -38, the squares of deviations add up to 86, times 2.776.
      "learned misreads 32 to 44 fewer of 10,000 than random (five seeds).",
      // Differences -10, 10, -15, 5, -5: mean -3, squares 430.
      "A difference between designed by people and random is not shown by five seeds (16 fewer to 10 more of 10,000).",
    ],
  },
  {
    name: "differenceOfShares",
    draw: () =>
      differenceChart(
        [
          {
            first: { name: "gap", values: [0.971, 0.975, 0.98] },
            second: { name: "flatten", values: [0.961, 0.963, 0.965] },
          },
        ],
        { what: "test accuracy", format: "percent", verb: "reads" },
      ),
    // Differences 1, 1.2, 1.5 points: mean 1.233, the standard error is sqrt(0.12667 / 2 / 3), times 4.303.
    says: ["gap reads 0.61 to 1.86 percentage points more than flatten (three seeds)."],
  },
  {
    name: "differencesOfLongNames",
    draw: () =>
      differenceChart(
        [
          {
            first: { name: "seventeen convolutions, both", values: [0.971, 0.975, 0.98] },
            second: { name: "seventeen convolutions, normalised", values: [0.961, 0.963, 0.965] },
          },
        ],
        { what: "validation accuracy", format: "percent" },
      ),
    says: ["seventeen convolutions, both", "seventeen convolutions, normalised (three seeds)"],
  },
  {
    name: "differenceTable",
    draw: () => differenceTable(comparisons, { of: 10_000 }),
    says: ["−38", "32 to 44 fewer", "shown by five seeds", "16 fewer to 10 more", "not shown by five seeds"],
  },
  {
    name: "intervalTable",
    draw: () => intervalTable(arms, { what: "digits misread" }),
    says: ["designed by people", "190 to 210", "digits misread", "95% interval"],
  },
  {
    name: "bars",
    draw: () =>
      barChart(
        [
          { label: "4", value: 0.9 },
          { label: "9", value: 0.1 },
        ],
        { valueTitle: "probability", labelTitle: "digit", format: "percent" },
      ),
    says: ["4 90.0%", "9 10.0%"],
  },
  {
    name: "surface",
    draw: () => kernelSurface(sobelX, { title: "sobelX" }),
    says: ["sobelX", "3 x 3", "from -2 to 2"],
  },
  {
    name: "kernels",
    draw: () => kernelGrid([sobelX, sobelX], { captions: ["one", "two"] }),
    says: ["2 kernels of 3 x 3", "from -2 to 2"],
  },
  {
    name: "maps",
    draw: () =>
      featureMaps([
        [
          [0, 1],
          [0, 4],
        ],
        [
          [0, 0],
          [0, 0],
        ],
      ]),
    says: ["2 feature maps of 2 x 2", "from 0 to 4", "1 of them zero everywhere"],
  },
  {
    name: "responses",
    draw: () =>
      responseMaps(
        [
          [
            [0, 1],
            [-4, 2],
          ],
          [
            [0, 0],
            [0, 3],
          ],
        ],
        { captions: ["one\nsum 0", "two"] },
      ),
    says: ["2 maps of responses, 2 x 2", "from -4 to 3", "one, sum 0; two"],
  },
  {
    name: "digits",
    draw: () =>
      digitGrid(
        { count: 2, height: 2, width: 2, pixels: Uint8Array.of(0, 255, 128, 64, 255, 255, 0, 0) },
        { captions: ["a seven\n99%", "not a one"], highlight: [false, true] },
      ),
    says: ["2 images of 2 x 2 pixels", "a seven, 99%; not a one", "1 marked"],
  },
  {
    name: "images",
    draw: () =>
      imageGrid(
        [
          {
            height: 2,
            width: 2,
            channels: 3,
            pixels: Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9),
          },
          { height: 2, width: 2, channels: 1, pixels: Uint8Array.of(76, 150, 29, 9) },
        ],
        { captions: ["in colour", "in gray"] },
      ),
    says: ["2 images of 2 x 2 pixels", "in colour; in gray"],
  },
  {
    name: "layers",
    draw: () =>
      layerTableFigure(layers, {
        confirmed: [
          { shape: [null, 24, 24, 32], parameters: 832 },
          { shape: [null, 12, 12, 33], parameters: 0 },
        ],
      }),
    says: ["24 x 24 x 32", "460,800", "✓", "✗ shape"],
  },
  {
    name: "numberMaps",
    draw: () =>
      numberMaps(
        [
          [
            [0, 2],
            [4, 9],
          ],
          [[1, 1, 2]],
        ],
        { captions: ["square", "row"], what: "used" },
      ),
    says: ["2 maps, used", "square, 0 to 9: 0 2 / 4 9", "row, 1 to 2: 1 1 2"],
  },
  {
    name: "framedImages",
    draw: () =>
      framedImages([block, block.map((row) => row.map((value) => value / 100 - 1))], {
        colors: ["gray", "sequential"],
        captions: ["scene", "map"],
        frames: [
          [{ box: truth, kind: "truth" }],
          [
            { box: truth, kind: "truth" },
            { box: { top: 1, left: 3, bottom: 6, right: 7 }, kind: "found" },
          ],
        ],
      }),
    says: [
      "2 images of 8 x 8",
      "1 of them maps from -1 to 1.5",
      "truth box blue, found box orange",
      "scene; map",
    ],
  },
  {
    name: "photo-grid",
    draw: () => photoGrid([sunset(64), sunset(64, 60)], { captions: ["dusk", "dawn"] }),
    says: ["2 photographs of 64 x 64 pixels", "dusk; dawn"],
  },
  {
    name: "map-overlay",
    draw: () =>
      mapOverlay(
        sunset(64),
        [
          [
            [0, 8],
            [-2, 1],
          ],
          [
            [1, 1],
            [4, 0],
          ],
        ],
        { captions: ["sun", "sea"] },
      ),
    says: ["2 x 2 numbers", "up to 8", "sun; sea"],
  },
  {
    name: "network-picture",
    draw: () =>
      networkPicture([
        { name: "input", notes: ["14 x 14"], maps: [ring], columns: 1, scale: 5, image: true },
        {
          name: "pool",
          notes: ["2 maps\nof 7 x 7"],
          maps: [1, -1].map((sign) =>
            Array.from({ length: 7 }, (_, row) =>
              Array.from({ length: 7 }, (_, column) => sign * row * column),
            ),
          ),
          columns: 1,
          scale: 5,
          window: 2,
        },
        {
          name: "output",
          maps: [[[0.1]], [[0.7]], [[0.2]]],
          columns: 1,
          scale: 14,
          labels: ["no", "yes", "perhaps"],
          marked: 1,
        },
      ]),
    says: [
      "input (14 x 14): 1 map of 14 x 14, -1 to 1",
      "pool (2 maps of 7 x 7): 2 maps of 7 x 7, -36 to 36",
      "output: 3 numbers, 0.1 to 0.7, marked yes",
    ],
  },
  {
    name: "picture",
    draw: () =>
      pictureFigure(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><circle cx="10" cy="10" r="8" fill="#3b8ee0"/><text x="20" y="15" font-size="14">r 8</text></svg>',
        "A disk of radius 8",
      ),
    says: ["A disk of radius 8"],
  },
  {
    name: "table",
    draw: () =>
      table([
        { filters: "8/16", accuracy: 0.971, parameters: 12345 },
        { filters: "<b>", accuracy: 0.98, parameters: 1234567 },
      ]),
    says: ["0.971", "0.980", "12,345", "1,234,567", "<b>"],
  },
];
