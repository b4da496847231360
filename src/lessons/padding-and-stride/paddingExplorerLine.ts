import { alarm, edgeColor, heading, pointed } from "../explorer/style.js";
import { ink, shade, tooltip } from "./paddingExplorerPixels.js";

const most1 = "max(1, kernel)";

/** One axis: pixels in a row, and below them each window in a line of its own. */
export const oneAxis: object = {
  type: "group",
  encode: { update: { y: { value: 96 } } },
  marks: [
    heading("One axis: every pixel with the number of windows that take it", 0, 0),
    {
      type: "rect",
      from: { data: "pixels" },
      encode: {
        update: {
          x: { signal: "(datum.place + before) * cell" },
          width: { signal: "cell - 1" },
          y: { value: 12 },
          height: { value: 26 },
          fill: shade(most1),
          stroke: [{ test: "datum.unseen", value: alarm }, { value: edgeColor }],
          strokeDash: [{ test: "datum.real", value: [] }, { value: [3, 2] }],
          tooltip: { signal: tooltip("'pixel': datum.place") },
        },
      },
    },
    {
      type: "text",
      from: { data: "pixels" },
      interactive: false,
      encode: {
        update: {
          text: { signal: "datum.real ? datum.uses : cell < 14 ? '' : 'zero'" },
          x: { signal: "(datum.place + before + 0.5) * cell" },
          y: { value: 25 },
          align: { value: "center" },
          baseline: { value: "middle" },
          fontSize: { signal: "datum.real ? min(13, cell * 0.7) : min(11, cell * 0.4)" },
          fill: ink(most1),
        },
      },
    },
    {
      type: "rect",
      name: "windowCells",
      from: { data: "taps" },
      encode: {
        update: {
          x: { signal: "(datum.place + before) * cell" },
          width: { signal: "cell - 1" },
          y: { signal: "46 + datum.output * line" },
          height: { signal: "line - 2" },
          fill: [{ test: "datum.output == column", value: pointed }, { value: "#74c476" }],
          cursor: { value: "pointer" },
          tooltip: {
            signal:
              "{'output': datum.output, 'weight': datum.step, 'takes': datum.place >= 0 && datum.place < length ? 'pixel ' + datum.place : 'a zero'}",
          },
        },
      },
    },
  ],
};
