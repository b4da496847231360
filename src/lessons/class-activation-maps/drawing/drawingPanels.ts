import { heading, text } from "../../explorer/marks.js";
import { pointed } from "../../explorer/style.js";
import { buttonHeight, buttons, buttonTop, paperSide } from "./buttons.js";
import { side } from "./drawingExplorerWeights.js";
import { paper } from "./paper.js";
import { hairline, signal, squares, stepped, tooltipOf, value } from "./squares.js";

// Where the parts stand, in CSS pixels.

/** The ten bars; a row every `step`. */
export const bars = { left: 212, x: 228, width: 92, top: paper.y, step: 19.5 };
export const evidenceLeft = 424;
const cam = { x: evidenceLeft, y: paper.y, cell: 10 };

const paperMarks = [
  heading("Paint a digit here", paper.x, 14),
  {
    type: "rect",
    name: "paper",
    encode: {
      update: {
        x: value(paper.x),
        y: value(paper.y),
        width: signal(paperSide),
        height: signal(paperSide),
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
      x: signal(`${paper.x} + cell * datum.column`),
      y: signal(`${paper.y} + cell * datum.row`),
      width: signal(`cell - ${hairline}`),
      height: signal(`cell - ${hairline}`),
    },
    { interactive: false },
  ),
  {
    type: "rect",
    interactive: false,
    encode: {
      update: {
        x: signal(`${paper.x} + cell * penColumn`),
        y: signal(`${paper.y} + cell * penRow`),
        width: signal("cell"),
        height: signal("cell"),
        stroke: value(pointed),
        strokeWidth: signal("penDown ? 2.5 : 1"),
      },
    },
  },
  ...buttons,
  text("reading", paper.x, signal(`${buttonTop} + ${buttonHeight} + 20`), {
    fontSize: value(14),
    fontWeight: value("bold"),
  }),
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
  heading("Ten logits, and softmax", bars.left, 14),
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
  onBars("'' + datum.digit", bars.left, "left"),
  onBars("format(datum.logit, '+.1f')", bars.left + 146, "right"),
  onBars("format(datum.probability, '.1%')", bars.left + 194, "right"),
];

/** A square over each place with ink, the larger the more, within `rim` hairlines of its edge. */
function inkOverCam(rim: number, color: string): object {
  const size = `(2 * round(4 * datum.ink))`;
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
  text("'Evidence for ' + shown", cam.x, 14, {
    fontWeight: value("bold"),
    fontSize: value(13),
  }),
  squares("cam", cam, {
    fill: stepped("map", "datum.evidence / camTop"),
    tooltip: tooltipOf("evidence", "datum.evidence"),
  }),
  inkOverCam(0, "#000000"),
  inkOverCam(1, "#ffffff"),
  text("camSums[0]", cam.x, cam.y + side * cam.cell + 18),
  text("camSums[1]", cam.x, cam.y + side * cam.cell + 35),
];

/** Marks that on a narrow screen stand elsewhere: so far from their places on a wide one. */
export function movedWhereNarrow(marks: readonly object[], by: { x: number; y: number }): object {
  const shift = (pixels: number) => signal(`narrow ? ${pixels} : 0`);
  return { type: "group", encode: { update: { x: shift(by.x), y: shift(by.y) } }, marks };
}

/** The upper parts of the drawing explorer, each where it stands on a wide screen. */
export const drawingPanels: Readonly<Record<"paper" | "bars" | "evidence", readonly object[]>> = {
  paper: paperMarks,
  bars: barMarks,
  evidence: camMarks,
};
