import type { Matrix } from "../../arithmetic/matrix.js";
import type { Figure } from "../../charts/figure.js";
import { vegaFigure } from "../../charts/figures/vega.js";
import { drawableSize } from "../../charts/matrix.js";
import { slider } from "../explorer/inputs.js";
import { subsamplingData } from "./subsamplingExplorerData.js";
import { panel, subsamplingMarks } from "./subsamplingExplorerMarks.js";

/**
 * What a coefficient and a bias turn the same four inputs into. With inputs of 1 (found) and -1 (not found) the sum of four is
 * -4, -2, 0, 2 or 4: OR has its threshold between the first two, AND between the last two.
 */
const characters = { blur: [0.25, 0], "noisy OR": [2, 6], "noisy AND": [2, -6] } as const;

const follow = (place: 0 | 1) =>
  `{${Object.entries(characters)
    .map(([name, values]) => `'${name}': ${values[place]}`)
    .join(", ")}}[character]`;

const signals = [
  {
    name: "character",
    value: "blur",
    bind: { input: "radio", options: Object.keys(characters), name: "start from " },
  },
  {
    ...slider("coefficient", "coefficient w", characters.blur[0], [-1, 4, 0.05]),
    on: [{ events: { signal: "character" }, update: follow(0) }],
  },
  {
    ...slider("bias", "bias b", characters.blur[1], [-12, 12, 0.25]),
    on: [{ events: { signal: "character" }, update: follow(1) }],
  },
];

/**
 * A feature map and what trainable subsampling makes of it: windows of 2x2, their sum times a coefficient, plus a bias, squashed
 * by 1.7159·tanh(2/3 a). Sliders for both numbers, a curve of output against sum with the five sums of found and not found,
 * and the window under the pointer written out, by sum and by average. Computed inside the specification.
 *
 * @param map activations, about -1 … 1, with even sides
 *
 * @see notebooks/07-lenet-5.ipynb
 */
export function subsamplingExplorer(map: Matrix): Figure {
  const { height, width } = drawableSize(map, "explore subsampling");
  if (height !== width || height % 2 !== 0) {
    throw new RangeError(
      `Cannot explore subsampling of ${height}x${width} numbers by 2x2 windows. Give a square with an even side.`,
    );
  }
  const spec = {
    width: 720,
    height: panel + 140,
    padding: 5,
    signals: [
      ...signals,
      { name: "inputs", value: map.flat().map((value) => Number(value.toFixed(4))) },
      { name: "side", value: height },
      { name: "places", value: height / 2 },
      {
        name: "spot",
        value: { row: Math.floor(height / 4), column: Math.floor(height / 4) },
        on: [
          { events: "@outputs:pointerover", update: "{row: datum.row, column: datum.column}" },
          {
            events: "@inputs:pointerover",
            update: "{row: floor(datum.row / 2), column: floor(datum.column / 2)}",
          },
        ],
      },
    ],
    data: subsamplingData,
    marks: subsamplingMarks,
  };
  return vegaFigure(
    spec,
    "A feature map, the same after trainable subsampling, and the output against the sum of four inputs, with sliders for " +
      `coefficient and bias. As drawn (w = 0.25, b = 0): ${height} x ${width} numbers become ${height / 2} x ${height / 2}; four ` +
      "inputs of 1 give 1, two of 1 and two of -1 give 0, four of -1 give -1.",
  );
}
