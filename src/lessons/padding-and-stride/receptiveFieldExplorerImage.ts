import { heading, pointed, text } from "../explorer/style.js";
import { depth } from "./receptiveFieldExplorerLayers.js";
import { belowStack } from "./receptiveFieldExplorerStack.js";

const frame = 24; // room around the image for what lies in the padding

/** Where the frame begins, or ends, inside the room around the image. */
const edge = (axis: "row" | "column", end: 0 | 1) => {
  const pixel = `(start${depth} + ${axis} * jump${depth} + ${end} * size${depth})`;
  return `max(2, min(${300 + 2 * frame - 2}, ${frame} + ${pixel} * square))`;
};

export const image: object = {
  type: "group",
  encode: { update: { y: { signal: belowStack } } },
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
              stroke: { value: pointed },
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
            { test: "datum.row.place == row && datum.column.place == column", value: pointed },
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
    text("'The frame is cut where it leaves the picture.'", 390, 318),
  ],
};
