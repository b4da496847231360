import { divergingRange } from "../../charts/color.js";
import type { Figure } from "../../charts/figure.js";
import { vegaFigure } from "../../charts/figures/vega.js";
import { heading, text } from "../explorer/marks.js";
import { panelMark } from "../explorer/panels.js";
import { checkbox, choice, computed, slider } from "../explorer/signals.js";
import { counting, formula, rowAndColumn } from "../explorer/transforms.js";
import { imageChoices, kernelChoices } from "./multiplySumChoices.js";

const [firstImage, firstKernel] = ["pocket seven, 6x6", "vertical edge (Sobel x)"];
const firstWeights = kernelChoices[firstKernel] as readonly number[];

/** The places in a 3x3 window, row by row. */
const nine = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** One of the nine products at an output place, in Vega's language. */
const product = (index: number, row: string, column: string) =>
  `w${index + 1} * pixels[${row} + ${Math.floor(index / 3)}][${column} + ${index % 3}]`;
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
      const weight = `w${3 * row + column + 1}`;
      const pixel = `pixels[top + ${row}][left + ${column}]`;
      return `${pixel} + ' · ' + (${weight} < 0 ? '(' + format(${weight}, '.3~f') + ')' : format(${weight}, '.3~f'))`;
    })
    .join(" + '  +  ' + ");

const signals = [
  { name: "images", value: imageChoices },
  { name: "kernels", value: kernelChoices },
  choice("image", "image", firstImage, Object.keys(imageChoices)),
  choice("chosen", "start from the kernel", firstKernel, Object.keys(kernelChoices)),
  step("row", "output row", 0),
  step("column", "output column", 2),
  checkbox("relu", "ReLU: negative sums become 0", false),
  ...nine.map((index) => ({
    ...slider(`w${index + 1}`, `weight W${index + 1}`, firstWeights[index] as number, [-5, 9, 0.25]),
    on: [{ events: { signal: "chosen" }, update: `kernels[chosen][${index}]` }],
  })),
  computed("pixels", "images[image]"),
  computed("side", "length(pixels)"),
  computed("outputSide", "side - 2"),
  // A place that the image before had and this one has not: the nearest that it has.
  computed("top", "min(row, outputSide - 1)"),
  computed("left", "min(column, outputSide - 1)"),
  computed("sum", sumAt("top", "left")),
  computed("weightBound", `max(0.001, ${nine.map((index) => `abs(w${index + 1})`)})`),
];

/** A slider that also follows the pointer over the output. */
function step(name: "row" | "column", label: string, value: number) {
  return {
    ...slider(name, label, value, [0, 9]),
    on: [{ events: "@outputCells:mouseover", update: `datum.${name}` }],
  };
}

const data = [
  { name: "picture", transform: squareOf("side", "pixels[datum.row][datum.column]") },
  { name: "kernel", transform: squareOf("3", `[${nine.map((index) => `w${index + 1}`)}][datum.index]`) },
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

const productSize = { fontSize: { value: 13 } };
const marks = [
  panelMark({
    name: "picture",
    title: "image",
    left: 0,
    top: 20,
    size: 204,
    cells: "side",
    scale: "gray",
    dark: "datum.value < 0.5 * domain('gray')[1]",
    window: ["top", "left", 3],
  }),
  heading("×", 215, 127),
  panelMark({
    name: "kernel",
    title: "kernel W1 … W9",
    left: 235,
    top: 65,
    size: 114,
    cells: "3",
    scale: "weights",
    dark: "abs(datum.value) > 0.6 * weightBound",
  }),
  heading("=", 361, 127),
  panelMark({
    name: "output",
    title: "output: hover over it",
    left: 381,
    top: 20,
    size: 204,
    cells: "outputSide",
    scale: "sums",
    dark: `abs(datum.value) > 0.6 * ${outputBound}`,
    window: ["top", "left", 1],
  }),
  ...[0, 1, 2].map((row) =>
    text(`${rowOfProducts(row)}${row < 2 ? " + '  +'" : ""}`, 0, 254 + 20 * row, productSize),
  ),
  text(
    "'= ' + format(sum, '.4~f') + (relu && sum < 0 ? ', after ReLU 0' : '') + ', the output at row ' + top + ', column ' + left",
    0,
    320,
    { ...productSize, fontWeight: { value: "bold" } },
  ),
];

/**
 * Image, kernel and output side by side. Hovering over an output pixel, or stepping with the sliders, marks the window and
 * writes out the nine products and their sum. A kernel can be chosen and then each weight be changed; ReLU can be switched
 * on. Computed inside the specification, so it needs no kernel of a notebook.
 *
 * @see notebooks/02-convolution.ipynb
 */
export function multiplySumExplorer(): Figure {
  const spec = { width: 586, height: 324, padding: 5, autosize: "pad", signals, data, scales, marks };
  return vegaFigure(
    spec,
    "An image, a 3x3 kernel and the output side by side, with inputs for image, kernel, the nine weights, the place and ReLU. As " +
      "drawn, the pocket seven of 6x6 pixels and Sobel's kernel for vertical edges: at output row 0, column 2 the nine products " +
      "add up to 1.",
  );
}
