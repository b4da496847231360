import { divergingRange, sequentialRange } from "../../../charts/color.js";
import { heading, pointed, text } from "../../explorer/style.js";
import { filterMarks } from "./drawingExplorerFilters.js";
import { paper, side } from "./drawingExplorerPaper.js";
import { hairline, signal, squares, stepped, tooltipOf, value } from "./drawingExplorerSquares.js";

/** How the drawing explorer looks. Places are in CSS pixels. */
export const drawingSize = { width: 722, height: 464 };

const paperSide = side * paper.cell;
const buttonTop = paper.y + paperSide + 8;
const bars = { x: 270, width: 116, top: paper.y + 4, step: 22 };
const cam = { x: 492, y: paper.y, cell: paper.cell };

export const drawingScales: readonly object[] = [
  { name: "ink", type: "linear", domain: [0, 1], range: ["#000000", "#ffffff"], clamp: true },
  { name: "map", type: "linear", domain: [0, 1], range: sequentialRange, clamp: true },
  { name: "kernel", type: "linear", domain: [-1, 1], range: divergingRange, clamp: true },
  { name: "logit", type: "linear", domain: [-24, 20], range: [bars.x, bars.x + bars.width], clamp: true },
];

const button = { x: value(paper.x), y: value(buttonTop), width: value(64), height: value(24) };

const paperMarks = [
  heading("Paint a digit here", paper.x, 14),
  {
    type: "rect",
    name: "paper",
    encode: {
      update: {
        x: value(paper.x),
        y: value(paper.y),
        width: value(paperSide),
        height: value(paperSide),
        fill: value("#333333"),
        cursor: value("crosshair"),
      },
    },
  },
  squares(
    "drawing",
    paper,
    {
      fill: { scale: "ink", field: "ink" },
      width: value(paper.cell - hairline),
      height: value(paper.cell - hairline),
    },
    { interactive: false },
  ),
  {
    type: "rect",
    name: "clear",
    encode: {
      update: { ...button, cornerRadius: value(4), fill: value("#2166ac"), cursor: value("pointer") },
    },
  },
  text("'Clear'", paper.x + 32, buttonTop + 16, { align: value("center"), fill: value("#ffffff") }),
  text("reading", paper.x + 76, buttonTop + 17, { fontSize: value(14), fontWeight: value("bold") }),
];

const barMiddle = signal(`${bars.top + bars.step / 2 - 2} + ${bars.step} * datum.digit`);
const onBars = (expression: string, x: number, align: string) => ({
  ...text(expression, x, 0, {
    y: barMiddle,
    align: value(align),
    baseline: value("middle"),
    fontWeight: signal("datum.leads && !blank ? 'bold' : 'normal'"),
  }),
  from: { data: "classes" },
});

const barMarks = [
  heading("Ten logits, and what softmax says", 250, 14),
  {
    type: "rect",
    name: "bar",
    from: { data: "classes" },
    encode: {
      update: {
        x: signal("scale('logit', min(0, datum.logit))"),
        x2: signal("scale('logit', max(0, datum.logit))"),
        y: signal(`${bars.top} + ${bars.step} * datum.digit`),
        height: value(bars.step - 5),
        fill: signal(`datum.leads && !blank ? '${pointed}' : '#6f8fa8'`),
        fillOpacity: signal("blank ? 0.4 : 1"),
        tooltip: signal(
          "'digit ' + datum.digit + ': logit ' + format(datum.logit, '.2f') + ', probability ' + format(datum.probability, '.1%')",
        ),
      },
    },
  },
  onBars("'' + datum.digit", 250, "left"),
  onBars("format(datum.logit, '+.1f')", 430, "right"),
  onBars("format(datum.probability, '.1%')", 478, "right"),
];

/** A square over each place with ink, the larger the more, within `rim` hairlines of its edge. */
function inkOverCam(rim: number, color: string): object {
  const size = `(4 * round(3 * datum.ink))`;
  const corner = (axis: string, start: number) =>
    signal(`${start + cam.cell / 2 + rim * hairline} + ${cam.cell} * datum.${axis} - ${size} / 2`);
  const side = signal(`max(0, ${size} - ${2 * rim * hairline})`);
  const update = {
    x: corner("column", cam.x),
    y: corner("row", cam.y),
    width: side,
    height: side,
    fill: value(color),
  };
  return squares("cam", cam, update, { interactive: false });
}

const camMarks = [
  text("'Evidence for ' + shown + ', place by place'", cam.x, 14, {
    fontWeight: value("bold"),
    fontSize: value(13),
  }),
  squares("cam", cam, {
    fill: stepped("map", "datum.evidence / camTop"),
    tooltip: tooltipOf("evidence", "datum.evidence"),
  }),
  inkOverCam(0, "#000000"),
  inkOverCam(1, "#ffffff"),
  text("camSum", cam.x, buttonTop + 17),
];

export const drawingMarks: readonly object[] = [...paperMarks, ...barMarks, ...camMarks, ...filterMarks];
