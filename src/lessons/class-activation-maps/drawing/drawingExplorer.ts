import { divergingRange, sequentialRange } from "../../../charts/color.js";
import { readVega } from "../../../charts/drawing/draw.js";
import type { Figure } from "../../../charts/figure.js";
import { vegaFigure } from "../../../charts/figures/vega.js";
import { heading, text } from "../../explorer/marks.js";
import { checkbox, choice, computed } from "../../explorer/signals.js";
import { pointed } from "../../explorer/style.js";
import { checkNetwork, type DrawingNetwork, side } from "./drawingExplorerWeights.js";
import { filterData, filterMarks, filterSignals } from "./filters.js";
import { networkData, short } from "./forwardPass.js";
import { frameData } from "./framing.js";
import { paper, paperData, paperSignals } from "./paper.js";
import { hairline, signal, squares, stepped, tooltipOf, value } from "./squares.js";

const leading = "the leading digit";
/** A class's evidence is averaged over a quarter, and the four are added up. */
const quarter = (side / 2) ** 2;

// Where the parts stand, in CSS pixels.

const paperSide = side * paper.cell;
const buttonTop = paper.y + paperSide + 8;
const bars = { x: 270, width: 116, top: paper.y + 4, step: 22 };
const cam = { x: 492, y: paper.y, cell: paper.cell };

const scales = [
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

/** The explorer's parts, for a page that stands them one below the other. */
export const drawingPanels: Readonly<Record<"paper" | "bars" | "evidence", readonly object[]>> = {
  paper: paperMarks,
  bars: barMarks,
  evidence: camMarks,
};

const marks: readonly object[] = [...paperMarks, ...barMarks, ...camMarks, ...filterMarks];

/**
 * A trained network to draw for: the reader paints a digit with the mouse and sees, with every stroke, what the eight filters
 * answer, ten logits and probabilities, and the class activation map of the leading or a chosen digit. A slider changes one
 * weight. The whole network is computed inside the specification, so it needs no kernel.
 *
 * @param start which of the network's examples is there at first, counted from 0. @default {0}
 * @throws {RangeError} if weights or examples have another form, or there is no such example
 * @example show(drawingExplorer(await trainedDrawing()))
 * @see notebooks/06-mnist-cnn.ipynb
 */
export function drawingExplorer(network: DrawingNetwork, start = 0): Figure {
  checkNetwork(network);
  const { examples, first } = network;
  const example = examples[start];
  if (!example) {
    throw new RangeError(`Cannot start with example ${start}: there are ${examples.length}. Count from 0.`);
  }
  const spec = {
    width: 722,
    height: 464,
    padding: 6,
    autosize: "none", // letters that stick out move nothing: whole pixels stay whole
    signals: [
      ...paperSignals(examples, start),
      checkbox("framing", "centre and scale the drawing", true),
      {
        ...choice("evidence", "show the evidence for", leading, [leading, ..."0123456789"]),
        on: [{ events: "@bar:click", update: "'' + datum.digit" }],
      },
      ...filterSignals(first.filters.flat().map(short)),
      ...readingSignals(network),
    ],
    data: [...filterData, ...paperData, ...frameData, ...networkData(network)],
    scales,
    marks,
  };
  return vegaFigure(spec, described(spec, example.name));
}

/** What is read off the tables. Weights are text: in a notebook's file a list takes a line for each number. */
function readingSignals({ classes, classBiases }: DrawingNetwork) {
  const percent = "format(data('classes')[leadingDigit].probability, '.1%')";
  const sum = `format(data('camSums')[0].sum / ${quarter}, '.1f')`;
  const logit = "format(data('classes')[shown].logit, '.1f')";
  return [
    computed("weights", JSON.stringify(classes.map((row) => row.map(short)))),
    computed("biases", JSON.stringify(classBiases.map(short))),
    computed("blank", "!(data('frame')[0].longer >= 1)"),
    computed("leadingDigit", "indexof(pluck(data('classes'), 'leads'), true)"),
    computed("shown", `evidence == '${leading}' ? leadingDigit : toNumber(evidence)`),
    computed("camWeights", "weights[shown]"),
    computed("camTop", "max(0.001, data('camSums')[0].largest)"),
    computed("answerTop", "max(0.001, data('answerSums')[0].largest)"),
    computed("reading", `blank ? 'Nothing yet' : 'Read as ' + leadingDigit + ', ' + ${percent}`),
    computed(
      "camSum",
      `'all together ' + ${sum} + ', bias ' + format(biases[shown], '+.1f') + ', logit ' + ${logit}`,
    ),
  ];
}

function described(spec: object, drawn: string): string {
  const rows = readVega(spec, "classes") as { digit: number; logit: number; probability: number }[];
  const top = rows.reduce((best, row) => (row.logit > best.logit ? row : best));
  const logits = rows.map(({ digit, logit }) => `${digit}: ${logit.toFixed(1)}`).join(", ");
  return (
    "Paint a digit with the mouse, and a trained network reads it: its eight filters, ten logits and the places that speak " +
    `for a digit. As drawn, ${drawn}: read as ${top.digit} with probability ${(100 * top.probability).toFixed(1)}%. Logits ${logits}.`
  );
}
