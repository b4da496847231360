// One small example of every chart. `gallery.test.ts` draws and compares them; a new chart belongs here too.

import type { Figure } from "../../src/charts/figure.js";
import { barChart } from "../../src/charts/figures/bars.js";
import { confusionMatrix } from "../../src/charts/figures/confusion.js";
import { trainingCurve } from "../../src/charts/figures/curve.js";
import { digitGrid } from "../../src/charts/figures/digits.js";
import { imageGrid } from "../../src/charts/figures/images.js";
import { kernelGrid } from "../../src/charts/figures/kernels.js";
import { layerTableFigure } from "../../src/charts/figures/layers.js";
import { featureMaps } from "../../src/charts/figures/maps.js";
import { numberMaps } from "../../src/charts/figures/numberMaps.js";
import { responseMaps } from "../../src/charts/figures/responses.js";
import { lineChart, scatterChart } from "../../src/charts/figures/scatter.js";
import { spreadChart } from "../../src/charts/figures/spread.js";
import { kernelSurface } from "../../src/charts/figures/surface.js";
import { table } from "../../src/charts/figures/table.js";
import { costExplorer } from "../../src/lessons/channels-and-parameters/costExplorer.js";
import { multiplySumExplorer } from "../../src/lessons/convolution/multiplySumExplorer.js";
import { descentExplorer } from "../../src/lessons/images-and-dense-layers/descentExplorer.js";
import { parameterExplorer } from "../../src/lessons/mnist-cnn/parameterExplorer.js";
import { paddingExplorer } from "../../src/lessons/padding-and-stride/paddingExplorer.js";
import { receptiveFieldExplorer } from "../../src/lessons/padding-and-stride/receptiveFieldExplorer.js";
import { poolingExplorer } from "../../src/lessons/pooling/poolingExplorer.js";
import { examples as photographs } from "../lessons/backbones-on-photographs/gallery.js";
import { drawingExamples } from "../lessons/class-activation-maps/drawing/gallery.js";
import { camGallery } from "../lessons/class-activation-maps/gallery.js";
import { headCharts } from "../lessons/gap-vs-flatten/gallery.js";
import { lenetExamples } from "../lessons/lenet-5/gallery.js";

export interface Example {
  readonly name: string;
  readonly draw: () => Figure;
  /** What the description must say: numbers worked out here, not by the chart. */
  readonly says: readonly string[];
}

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

const ring = Array.from({ length: 16 }, (_, y) =>
  Array.from({ length: 16 }, (_, x) => (Math.abs(Math.hypot(y - 7, x - 6) - 5) < 1 ? 255 : 0)),
);

export const gallery: readonly Example[] = [
  {
    name: "curve",
    draw: () => trainingCurve(history, { title: "Three epochs" }),
    says: ["3 epochs", "training loss 0.35 to 0.06", "test accuracy 97.5% to 98.20%", "98.85% in epoch 2"],
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
    name: "parameterExplorer",
    draw: () => parameterExplorer(),
    says: ["conv2 51,264", "together 118,346", "conv2 3,276,800"],
  },
  {
    name: "descentExplorer",
    draw: () => descentExplorer(),
    says: ["(0.1, 1, 3)", "1, 2.6, 2.92, 2.984", "16, 0.64, 0.0256"],
  },
  {
    name: "multiplySumExplorer",
    draw: () => multiplySumExplorer(),
    says: ["6x6 pixels", "vertical edges", "output row 0, column 2", "add up to 1"],
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
    name: "paddingExplorer",
    draw: () => paddingExplorer(),
    says: ["floor((8 + 1 + 1 - 3) / 1) + 1 = 8", "2, 3, 3, 3, 3, 3, 3, 2", "a corner 4 times"],
  },
  {
    name: "receptiveFieldExplorer",
    draw: () => receptiveFieldExplorer(),
    says: ["5, 9 and 13 pixels", "1, 2 and 2 pixels further on", "6 places"],
  },
  {
    name: "costExplorer",
    draw: () => costExplorer(),
    says: ["convolution 2,432.", "own windows 1,906,688", "dense layer 59,006,976"],
  },
  {
    name: "poolingExplorer",
    draw: () => poolingExplorer(ring),
    says: ["window 2, stride 2", "16 x 16 = 256 pixels become 8 x 8 = 64 numbers"],
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
  ...lenetExamples,
  ...drawingExamples,
  ...camGallery,
  ...photographs,
  ...headCharts,
];
