import { divergingRange } from "../../charts/color.js";
import type { Figure } from "../../charts/figure.js";
import { explorerFigure } from "../explorer/explorerFigure.js";
import { heading, wordsAt } from "../explorer/marks.js";
import { panelMark } from "../explorer/panels.js";
import { checkbox, choice, computed, movable, over, slider, tapped } from "../explorer/signals.js";
import { counting, formula, rowAndColumn } from "../explorer/transforms.js";
import { imageChoices, kernelChoices } from "./multiplySumChoices.js";

const [firstImage, firstKernel] = ["pocket seven, 6x6", "vertical edge (Sobel x)"];
const firstWeights = kernelChoices[firstKernel] as readonly number[];

/** The places in a 3x3 window, row by row. */
const nine = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const weightNames = nine.map((index) => `W${index + 1}`);

/** One of the nine products at an output place, in Vega's language. */
const product = (index: number, row: string, column: string) =>
  `weights[${index}] * pixels[${row} + ${Math.floor(index / 3)}][${column} + ${index % 3}]`;
/** The sum of all nine there. */
const sumAt = (row: string, column: string) => nine.map((index) => product(index, row, column)).join(" + ");

/** Rows and columns of a square of so many cells a side, row by row, each with its value. */
const squareOf = (length: string, value: string) => [
  counting(`${length} * ${length}`, "index"),
  ...rowAndColumn("index", length),
  formula("value", value),
];

/** `2·0 + (-1)·1 + 0·1`: pixel times weight, for one row of the window. */
const rowOfProducts = (row: number) =>
  [0, 1, 2]
    .map((column) => {
      const weight = `weights[${3 * row + column}]`;
      const pixel = `pixels[top + ${row}][left + ${column}]`;
      return `${pixel} + ' · ' + (${weight} < 0 ? '(' + format(${weight}, '.3~f') + ')' : format(${weight}, '.3~f'))`;
    })
    .join(" + '  +  ' + ");

const signals = [
  { name: "images", value: imageChoices },
  { name: "kernels", value: kernelChoices },
  { name: "weightNames", value: weightNames },
  choice("image", "image", firstImage, Object.keys(imageChoices)),
  choice("chosen", "start from kernel", firstKernel, Object.keys(kernelChoices)),
  movable(
    choice("which", "change the weight", "W1", weightNames),
    tapped("kernelCells"),
    "weightNames[datum.index]",
  ),
  computed("at", "indexof(weightNames, which)"),
  // A new kernel brings its own number, another place the number that stands there.
  movable(
    movable(
      slider("weight", "to", firstWeights[0] as number, [-5, 9, 0.25]),
      { signal: "chosen" },
      "kernels[chosen][at]",
    ),
    { signal: "at" },
    "weights[at]",
  ),
  {
    name: "weights",
    value: firstWeights,
    on: [
      { events: { signal: "chosen" }, update: "kernels[chosen]" },
      {
        events: { signal: "weight" },
        update: `[${nine.map((index) => `at == ${index} ? weight : weights[${index}]`)}]`,
      },
    ],
  },
  movable(slider("row", "output row", 0, [0, 9]), over("outputCells"), "datum.row"),
  movable(slider("column", "output column", 2, [0, 9]), over("outputCells"), "datum.column"),
  checkbox("relu", "ReLU: negative to 0", false),
  computed("pixels", "images[image]"),
  computed("side", "length(pixels)"),
  computed("outputSide", "side - 2"),
  // A place that the image before had and this one has not: the nearest that it has.
  computed("top", "min(row, outputSide - 1)"),
  computed("left", "min(column, outputSide - 1)"),
  computed("sum", sumAt("top", "left")),
  computed("weightBound", "max(0.001, abs(extent(weights)[0]), abs(extent(weights)[1]))"),
];

const data = [
  { name: "picture", transform: squareOf("side", "pixels[datum.row][datum.column]") },
  { name: "kernel", transform: squareOf("3", "weights[datum.index]") },
  {
    name: "output",
    transform: [
      ...squareOf("outputSide", sumAt("datum.row", "datum.column")),
      // The colours stay when ReLU is switched on, so that what it takes away can be seen.
      { type: "extent", field: "value", signal: "sums" },
      formula("value", "relu ? max(0, datum.value) : datum.value"),
    ],
  },
];
const outputBound = "max(0.001, abs(sums[0]), abs(sums[1]))";
const around = (bound: string) => ({ signal: `[-(${bound}), ${bound}]` });
const scales = [
  {
    name: "gray",
    type: "linear",
    domain: { data: "picture", field: "value" },
    range: ["#000000", "#ffffff"],
    zero: true,
  },
  { name: "weights", type: "linear", domain: around("weightBound"), range: { scheme: divergingRange } },
  { name: "sums", type: "linear", domain: around(outputBound), range: { scheme: divergingRange } },
];

const words = [
  "'weight ' + which + ' of the kernel: ' + format(weights[at], '.3~f') + '. The products:'",
  ...[0, 1, 2].map((row) => `${rowOfProducts(row)}${row < 2 ? " + '  +'" : ""}`),
  "'= ' + format(sum, '.4~f') + (relu && sum < 0 ? ', after ReLU 0' : '') + ', the output at row ' + top + ', column ' + left",
];

const marks = [
  panelMark({
    name: "picture",
    title: "image",
    left: 0,
    top: 20,
    size: 198,
    cells: "side",
    scale: "gray",
    dark: "datum.value < 0.5 * domain('gray')[1]",
    window: ["top", "left", 3],
  }),
  heading("×", 206, 124),
  panelMark({
    name: "kernel",
    title: "kernel W1 … W9",
    left: 222,
    top: 66,
    size: 105,
    cells: "3",
    scale: "weights",
    dark: "abs(datum.value) > 0.6 * weightBound",
    window: ["floor(at / 3)", "at % 3", 1],
  }),
  heading("=", 335, 124),
  panelMark({
    name: "output",
    title: "output: point at it",
    left: 352,
    top: 20,
    size: 198,
    cells: "outputSide",
    scale: "sums",
    dark: `abs(datum.value) > 0.6 * ${outputBound}`,
    window: ["top", "left", 1],
  }),
  wordsAt(0, 244, 19),
];

/**
 * Image, kernel and output side by side. Pointing at an output pixel, or stepping with the sliders, marks the window and
 * writes out the nine products and their sum. A kernel can be chosen and then each weight be changed; ReLU can be switched
 * on. Computed inside the specification, so it needs no kernel of a notebook.
 *
 * @see notebooks/03-convolution.ipynb
 */
export function multiplySumExplorer(): Figure {
  return explorerFigure(
    { width: 560, height: 330, signals, data, scales, marks },
    {
      about:
        "An image, a 3x3 kernel and the output side by side, with inputs for image, kernel, one of the nine weights at a time, " +
        "the output's place and ReLU.",
      asDrawn:
        "the pocket seven of 6x6 pixels and Sobel's kernel for vertical edges; at output row 0, column 2 the nine products add " +
        "up to 1.",
      words,
    },
  );
}
