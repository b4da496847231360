import { countRange } from "./color.js";
import { depth } from "./receptiveFieldExplorerRules.js";

/** How the receptive field explorer looks: its data are in `receptiveFieldExplorerRules.ts`. */

const mark = "#e8762c"; // the output pointed at
const seen = "#41ab5d";
const line = "#8a8a8a"; // legible on white and on dark gray
const spacing = 36;
const axisLeft = 170; // room for the names of the layers

const frame = 24; // room around the image for what lies in the padding

const text = (expression: string, x: number, y: number | object, more: object = {}) => ({
  type: "text",
  style: "guide-label",
  interactive: false,
  encode: {
    update: {
      text: { signal: expression },
      x: { value: x },
      y: typeof y === "number" ? { value: y } : y,
      fontSize: { value: 12 },
      ...more,
    },
  },
});
const heading = (words: string, x: number, y: number) =>
  text(`'${words}'`, x, y, { fontWeight: { value: "bold" }, fontSize: { value: 13 } });

/** The places of one layer above the pixels of the input that they look at; the top layer is pointed at. */
const layerRow = (layer: number) => {
  const y = (more: number) => ({ signal: `${30 + more} + ${spacing} * above${layer}` });
  const there = layer === 0 ? "true" : `layer${layer} != 'none'`;
  const name = layer === 0 ? "'input, ' + length + ' pixels'" : `layer${layer}`;
  const facts =
    layer === 0
      ? "''"
      : `places${layer} == 0 ? 'does not fit' : 'sees ' + size${layer} + ', step ' + jump${layer} + ', ' + places${layer} + (places${layer} == 1 ? ' place' : ' places')`;
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
        fill: [{ test: "datum.ways > 0", value: layer === 0 ? seen : "#74c476" }, { value: "#d5d5d5" }],
        stroke: { value: line },
        strokeWidth: { value: 0.5 },
        tooltip: { signal: `{'place': datum.place, 'ways to the output': datum.ways}` },
      },
    },
  };
  return [
    text(`${there} ? ${layer === 0 ? "" : `'${layer}: ' + `}${name} : ''`, 0, y(8)),
    text(`${there} ? ${facts} : ''`, 0, y(22), { fontSize: { value: 11 } }),
    cells,
  ];
};

/** The top of the stack once more, to point at, above all layers. */
const top = [
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
        fill: [{ test: "datum.place == column", value: mark }, { value: "#c8c8c8" }],
        cursor: { value: "pointer" },
        tooltip: { signal: "{'output': datum.place}" },
      },
    },
  },
];

/** Where the frame begins, or ends, inside the room around the image. */
const edge = (axis: "row" | "column", end: 0 | 1) => {
  const pixel = `(start${depth} + ${axis} * jump${depth} + ${end} * size${depth})`;
  return `max(2, min(${300 + 2 * frame - 2}, ${frame} + ${pixel} * square))`;
};

const image = {
  type: "group",
  encode: { update: { y: { value: 306 } } },
  marks: [
    heading("The input: pixels seen, darker on more ways", 0, 0),
    {
      type: "group",
      encode: {
        update: {
          y: { value: 8 },
          width: { value: 300 + 2 * frame },
          height: { value: 300 + 2 * frame },
        },
      },
      marks: [
        {
          type: "rect",
          from: { data: "pixels" },
          encode: {
            update: {
              x: { signal: `${frame} + datum.column.place * square` },
              y: { signal: `${frame} + datum.row.place * square` },
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
              stroke: { value: mark },
              strokeWidth: { signal: "outputs > 0 ? 2.5 : 0" },
            },
          },
        },
      ],
    },
    heading("The output: point at one, or tap it", 390, 0),
    {
      type: "rect",
      name: "outputCells",
      from: { data: "results" },
      encode: {
        update: {
          x: { signal: "390 + datum.column.place * outputSquare" },
          y: { signal: `${8 + frame} + datum.row.place * outputSquare` },
          width: { signal: "outputSquare - 1" },
          height: { signal: "outputSquare - 1" },
          fill: [
            { test: "datum.row.place == row && datum.column.place == column", value: mark },
            { value: "#c8c8c8" },
          ],
          cursor: { value: "pointer" },
          tooltip: { signal: "{'output row': datum.row.place, 'output column': datum.column.place}" },
        },
      },
    },
    text(
      `outputs == 0 ? 'The stack does not fit into ' + length + ' pixels.' : 'The frame is ' + size${depth} + ' x ' + size${depth} + ' pixels, from row ' + (start${depth} + row * jump${depth}) + ', column ' + (start${depth} + column * jump${depth}) + '.'`,
      390,
      264,
    ),
    text(
      `outputs == 0 ? '' : 'One output further on, it moves by ' + jump${depth} + (jump${depth} == 1 ? ' pixel.' : ' pixels.')`,
      390,
      282,
    ),
    text("'What lies outside the gray square is padding.'", 390, 300),
  ],
};

export const fieldMarks: readonly object[] = [
  ...top,
  ...Array.from({ length: depth + 1 }, (_, index) => layerRow(depth - index)).flat(),
  image,
];

export const fieldScales: readonly object[] = [
  { name: "ways", type: "linear", domain: [0, 1], range: countRange.slice(2, 8) },
];
