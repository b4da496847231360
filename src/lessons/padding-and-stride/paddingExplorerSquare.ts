import { alarm, edgeColor, heading, pointed } from "../explorer/style.js";
import { ink, shade, tooltip } from "./paddingExplorerPixels.js";

const most2 = "max(1, data('most')[0].uses)";

/** Two axes: the pixels as a square, beside it the output to point at. */
export const twoAxes: object = {
  type: "group",
  encode: { update: { y: { signal: "96 + 46 + max(outputs, 1) * line + 30" } } },
  marks: [
    heading("Two axes: how often each pixel is used", 0, 0),
    heading("The output: point at one, or tap it", 360, 0),
    {
      type: "rect",
      from: { data: "square" },
      encode: {
        update: {
          x: { signal: "(datum.column.place + before) * square" },
          y: { signal: "12 + (datum.row.place + before) * square" },
          width: { signal: "square - 1" },
          height: { signal: "square - 1" },
          fill: shade(most2),
          stroke: [
            { test: "datum.taken", value: pointed },
            { test: "datum.unseen", value: alarm },
            { value: edgeColor },
          ],
          strokeWidth: [{ test: "datum.taken", value: 2.5 }, { value: 0.5 }],
          strokeDash: [{ test: "datum.real || datum.taken", value: [] }, { value: [3, 2] }],
          zindex: [{ test: "datum.taken", value: 1 }, { value: 0 }],
          tooltip: { signal: tooltip("'row': datum.row.place, 'column': datum.column.place") },
        },
      },
    },
    {
      type: "text",
      from: { data: "square" },
      interactive: false,
      encode: {
        update: {
          text: { signal: "datum.real && square >= 13 ? datum.uses : ''" },
          x: { signal: "(datum.column.place + before + 0.5) * square" },
          y: { signal: "12 + (datum.row.place + before + 0.5) * square" },
          align: { value: "center" },
          baseline: { value: "middle" },
          fontSize: { signal: "min(12, square * 0.6)" },
          fill: ink(most2),
        },
      },
    },
    {
      type: "rect",
      name: "outputCells",
      from: { data: "results" },
      encode: {
        update: {
          x: { signal: "360 + datum.column.output * square" },
          y: { signal: "12 + datum.row.output * square" },
          width: { signal: "square - 1" },
          height: { signal: "square - 1" },
          fill: [
            { test: "datum.row.output == row && datum.column.output == column", value: pointed },
            { value: "#c8c8c8" },
          ],
          cursor: { value: "pointer" },
          tooltip: { signal: "{'output row': datum.row.output, 'output column': datum.column.output}" },
        },
      },
    },
  ],
};
