import { divergingRange, sequentialRange } from "../../../charts/color.js";
import { readVega } from "../../../charts/drawing/draw.js";
import type { Figure } from "../../../charts/figure.js";
import { explorerFigure } from "../../explorer/explorerFigure.js";
import { fingersScroll } from "../../explorer/fingers.js";
import { wordsAt } from "../../explorer/marks.js";
import {
  checkbox,
  choice,
  computed,
  laidOut,
  movable,
  narrowScreen,
  tapped,
} from "../../explorer/signals.js";
import { checkNetwork, type DrawingNetwork, side } from "./drawingExplorerWeights.js";
import { bars, drawingPanels, evidenceLeft, movedWhereNarrow } from "./drawingPanels.js";
import {
  below,
  belowNow,
  changeWords,
  filterData,
  filterMarks,
  filterSignals,
  filtersDown,
} from "./filters.js";
import { networkData, short } from "./forwardPass.js";
import { frameData } from "./framing.js";
import { paperData, paperSignals, penSignals } from "./paper.js";

const leading = "the leading digit";
/** A class's evidence is averaged over a quarter, and the four are added up. */
const quarter = (side / 2) ** 2;

const scales = [
  { name: "ink", type: "linear", domain: [0, 1], range: ["#000000", "#ffffff"], clamp: true },
  { name: "map", type: "linear", domain: [0, 1], range: sequentialRange, clamp: true },
  { name: "kernel", type: "linear", domain: [-1, 1], range: divergingRange, clamp: true },
  { name: "logit", type: "linear", domain: [-24, 20], range: [bars.x, bars.x + bars.width], clamp: true },
];

const size = { width: 566, height: below.wide + 42, narrowWidth: 336, narrowHeight: below.narrow + 42 };

const marks: readonly object[] = [
  ...drawingPanels.paper,
  movedWhereNarrow(drawingPanels.bars, { x: -bars.left, y: 402 }),
  movedWhereNarrow(drawingPanels.evidence, { x: 196 - evidenceLeft, y: 402 }),
  movedWhereNarrow(filterMarks, { x: 0, y: filtersDown }),
  wordsAt(0, { signal: belowNow }, 17, { signal: "width" }),
];

const words = [
  changeWords,
  "reading + (framing ? ', centred and scaled' : ', as it stands') + '. Evidence for ' + shown + ': ' + join(camSums, ', ')",
  "'The pencil ' + brush + ', width ' + pencil + '; pen ' + (penDown ? 'down' : 'up') + ' at row ' + penRow + ', column ' + penColumn",
];

/**
 * A trained network to draw for: the reader paints a digit, with the mouse, a finger or by keyboard, takes strokes back, and sees, with every stroke, what the eight filters
 * answer, ten logits and probabilities, and the class activation map of the leading or a chosen digit. A slider changes one
 * weight. The whole network is computed inside the specification, so it needs no kernel.
 *
 * @param start which of the network's examples is there at first, counted from 0. @default {0}
 * @throws {RangeError} if weights or examples have another form, or there is no such example
 * @example show(drawingExplorer(await trainedDrawing()))
 * @see notebooks/07-mnist-cnn.ipynb
 */
export function drawingExplorer(network: DrawingNetwork, start = 0): Figure {
  checkNetwork(network);
  const { examples, first } = network;
  const example = examples[start];
  if (!example) {
    throw new RangeError(`Cannot start with example ${start}: there are ${examples.length}. Count from 0.`);
  }
  const spec = {
    width: size.width,
    height: size.height,
    autosize: "none", // letters that stick out move nothing: whole pixels stay whole
    config: fingersScroll, // but on the paper
    signals: [
      narrowScreen,
      laidOut("width", size.width, size.narrowWidth),
      laidOut("height", size.height, size.narrowHeight),
      ...paperSignals(examples, start),
      checkbox("framing", "centre and scale", true),
      ...penSignals(examples, start),
      movable(
        choice("evidence", "show the evidence for", leading, [leading, ..."0123456789"]),
        tapped("bar"),
        "'' + datum.digit",
      ),
      ...filterSignals(first.filters.flat().map(short)),
      ...readingSignals(network),
    ],
    data: [...filterData, ...paperData, ...frameData, ...networkData(network)],
    scales,
    marks,
  };
  return explorerFigure(spec, {
    about:
      "Paint a digit, with the mouse, a finger or the pen that sliders move, and a trained network reads it: its eight filters, ten " +
      "logits and the places that speak for a digit.",
    asDrawn: drawnAs({ ...spec, marks: [] }, example.name),
    words,
  });
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
      "camSums",
      `['all together ' + ${sum}, 'bias ' + format(biases[shown], '+.1f') + ', logit ' + ${logit}]`,
    ),
  ];
}

function drawnAs(spec: object, drawn: string): string {
  const rows = readVega(spec, "classes") as { digit: number; logit: number; probability: number }[];
  const top = rows.reduce((best, row) => (row.logit > best.logit ? row : best));
  const logits = rows.map(({ digit, logit }) => `${digit}: ${logit.toFixed(1)}`).join(", ");
  return `${drawn}: read as ${top.digit} with probability ${(100 * top.probability).toFixed(1)}%. Logits ${logits}.`;
}
