import { countRange } from "../../charts/color.js";
import type { Figure } from "../../charts/figure.js";
import { explorerFigure } from "../explorer/explorerFigure.js";
import { heading, text, wordsAt } from "../explorer/marks.js";
import { edgeColor, pointed, resting, taken } from "../explorer/style.js";
import { outputCells } from "./outputSquare.js";
import { depth, fieldData, fieldSignals } from "./receptiveFieldRules.js";

const seen = "#41ab5d";
const spacing = 27;
/** Where the stack ends, and its heading may follow: it has as many rows as there are layers. */
const belowStack = `64 + ${spacing} * above0`;
const axisLeft = 156; // room for the names of the layers

/** The places of one layer above the pixels of the input that they look at; the top layer is pointed at. */
const layerRow = (layer: number) => {
  const y = (more: number) => ({ signal: `${26 + more} + ${spacing} * above${layer}` });
  const there = layer === 0 ? "true" : `layer${layer} != 'none'`;
  const name = layer === 0 ? "'input, ' + length + ' pixels'" : `layer${layer}`;
  const facts =
    layer === 0
      ? "''"
      : `places${layer} == 0 ? 'does not fit' : 'view ' + size${layer} + ', jump ' + jump${layer} + ', ' + places${layer} + (places${layer} == 1 ? ' place' : ' places')`;
  const cells = {
    type: "rect",
    from: { data: `cells${layer}` },
    encode: {
      update: {
        xc: { signal: `${axisLeft} + (datum.middle + 0.5) * unit` },
        width: { signal: `max(3, min(unit * jump${layer}, 26) - 2)` },
        y: y(0),
        height: { value: 18 },
        opacity: { signal: `${there} ? 1 : 0` },
        fill: [{ test: "datum.ways > 0", value: layer === 0 ? seen : taken }, { value: "#d5d5d5" }],
        stroke: { value: edgeColor },
        strokeWidth: { value: 0.5 },
        tooltip: { signal: `{'place': datum.place, 'ways to the output': datum.ways}` },
      },
    },
  };
  return [
    text(`${there} ? ${layer === 0 ? "" : `'${layer}: ' + `}${name} : ''`, 0, y(7)),
    text(`${there} ? ${facts} : ''`, 0, y(19), { fontSize: { value: 11 } }),
    cells,
  ];
};

/** The top of the stack once more, to point at, above all layers. */
const top: readonly object[] = [
  text("'output, ' + outputs + (outputs == 1 ? ' place' : ' places')", 0, 14),
  {
    type: "rect",
    name: "topCells",
    from: { data: `cells${depth}` },
    encode: {
      update: {
        xc: { signal: `${axisLeft} + (datum.middle + 0.5) * unit` },
        width: { signal: `max(3, min(unit * jump${depth}, 26) - 2)` },
        y: { value: 0 },
        height: { value: 20 },
        fill: [{ test: "datum.place == column", value: pointed }, { value: resting }],
        cursor: { value: "pointer" },
        tooltip: { signal: "{'output': datum.place}" },
      },
    },
  },
];

const outputLeft = 300;
const room = 16; // around the image, for what lies in the padding

/** Of the image, in CSS pixels. */
const side = 152;

/** Where the frame begins, or ends, inside the room around the image. */
const edge = (axis: "row" | "column", end: 0 | 1) => {
  const pixel = `(start${depth} + ${axis} * jump${depth} + ${end} * size${depth})`;
  return `max(2, min(${side + 2 * room - 2}, ${room} + ${pixel} * square))`;
};

const image: object = {
  type: "group",
  encode: { update: { y: { signal: belowStack } } },
  marks: [
    heading("The input: pixels seen, darker on more ways", 0, 0),
    {
      type: "group",
      encode: {
        update: {
          y: { value: 8 },
          width: { value: side + 2 * room },
          height: { value: side + 2 * room },
        },
      },
      marks: [
        {
          type: "rect",
          from: { data: "pixels" },
          encode: {
            update: {
              x: { signal: `${room} + datum.column.place * square` },
              y: { signal: `${room} + datum.row.place * square` },
              width: { signal: "square - 0.5" },
              height: { signal: "square - 0.5" },
              fill: [
                { test: "datum.ways == 0", value: "#e6e6e6" },
                { signal: "scale('ways', datum.ways / max(1, data('most')[0].ways))" },
              ],
              tooltip: {
                signal:
                  "{'row': datum.row.place, 'column': datum.column.place, 'ways to the output': datum.ways}",
              },
            },
          },
        },
        {
          type: "rect",
          interactive: false,
          encode: {
            update: {
              x: { signal: edge("column", 0) },
              x2: { signal: edge("column", 1) },
              y: { signal: edge("row", 0) },
              y2: { signal: edge("row", 1) },
              stroke: { value: pointed },
              strokeWidth: { signal: "outputs > 0 ? 2.5 : 0" },
            },
          },
        },
      ],
    },
    heading("The output: point at one, or tap it", outputLeft, 0),
    outputCells("place", outputLeft, 16, "outputSquare"),
  ],
};

/** How many pixels of the image the output really takes along an axis: neither padding nor what lies in holes. */
const lit = (axis: "row" | "column") => `length(data('${axis}Seen0'))`;

const words = [
  "above0 + (above0 == 1 ? ' layer' : ' layers') + ' on ' + length + ' pixels, padding ' + paddingRule + ': ' + (outputs == 0 ? 'the stack does not fit' : outputs + ' x ' + outputs + (outputs == 1 ? ' output' : ' outputs'))",
  `outputs == 0 ? '' : 'the output at row ' + row + ', column ' + column + ': a view of ' + size${depth} + ' x ' + size${depth} + ', from row ' + (start${depth} + row * jump${depth}) + ', column ' + (start${depth} + column * jump${depth})`,
  `outputs == 0 ? '' : 'lit one by one, ' + ${lit("row")} + ' x ' + ${lit("column")} + ' pixels reach it; the rest of the view is padding or lies in a hole'`,
  `outputs == 0 ? '' : 'one output further on, the frame moves by ' + jump${depth} + (jump${depth} == 1 ? ' pixel' : ' pixels') + '; padding lies outside the gray square'`,
];

/**
 * A stack of up to five layers to build, and what one number on top sees of the input, along one axis through all layers
 * and on the image itself. A darker pixel reaches the number on more ways. Computed inside the specification, so it needs no
 * kernel.
 *
 * @see notebooks/04-padding-and-stride.ipynb
 */
export function receptiveFieldExplorer(): Figure {
  return explorerFigure(
    {
      width: 566,
      height: 462,
      signals: fieldSignals,
      data: fieldData,
      scales: [{ name: "ways", type: "linear", domain: [0, 1], range: countRange.slice(2, 8) }],
      marks: [
        wordsAt(0, 12, 16),
        {
          type: "group",
          encode: { update: { y: { value: 70 } } },
          marks: [
            ...top,
            ...Array.from({ length: depth + 1 }, (_, index) => layerRow(depth - index)).flat(),
            image,
          ],
        },
      ],
    },
    {
      about:
        "A stack of up to five layers to choose, and what one number on top sees of the input, with sliders for its row and column.",
      asDrawn:
        "on 24 pixels without padding 5x5, then 5x5 with stride 2, then 3x3. A number of the three layers sees 5, 9 and 13 " +
        "pixels, and its neighbour sees them 1, 2 and 2 pixels further on. The output has 6 places along each axis.",
      words,
    },
  );
}
