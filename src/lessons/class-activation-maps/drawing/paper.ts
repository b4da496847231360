import { checkbox, choice, slider } from "../../explorer/signals.js";
import { counting, formula, rowAndColumn } from "../../explorer/transforms.js";
import { type DrawingExample, side } from "./drawingExplorerWeights.js";

// What the reader does to the drawing, in Vega's language: its signals and the ink of 14x14 cells.

/** Side of a painted cell at first, and the upper left corner of the paper, in CSS pixels. The side is a signal: `cell`. */
export const paper = { cell: 14, x: 0, y: 22 };

/** The entry of the list of examples that stands for what the reader paints. */
const ownDrawing = "my own drawing";
/** And the one that clears the paper. */
const emptyPaper = "an empty paper";

const pointer = (axis: "x" | "y") => `(${axis}() - ${paper[axis]}) / cell - 0.5`;
const placed = `x1: ${pointer("x")}, y1: ${pointer("y")}`;

const dragged = {
  source: "view",
  type: "pointermove",
  between: [
    { source: "view", type: "pointerdown", markname: "paper" },
    { source: "view", type: "pointerup" },
  ],
  filter: "event.buttons > 0", // a button let go outside the figure is never heard of
};

/** The pen, for those who paint by keyboard: it follows the pointer, so that both go on from where the other stopped. */
const pen = (name: string, axis: "x" | "y", label: string) => {
  const place = `clamp(round(${pointer(axis)}), 0, ${side - 1})`;
  const control = slider(name, label, side / 2 - 1, [0, side - 1]);
  return { ...control, on: ["@paper:pointerdown", dragged].map((events) => ({ events, update: place })) };
};

/** A stroke of the pen from where the last one ended, or a dot where there was none. */
const penned = `{kind: brush, x0: isNumber(act.x1) ? act.x1 : penColumn, y0: isNumber(act.y1) ? act.y1 : penRow, x1: penColumn, y1: penRow}`;
const dot = "{kind: brush, x0: penColumn, y0: penRow, x1: penColumn, y1: penRow}";

/**
 * `act` is the last thing done: a stroke from x0, y0 to x1, y1 in cells that paints or erases, an image that is loaded, or
 * all cleared. A dragged stroke goes on from where the last one ended, so that a fast hand leaves no gaps.
 */
export function paperSignals(examples: readonly DrawingExample[], start: number) {
  const names = examples.map(({ name }) => name);
  const penMoves = ["penRow", "penColumn"].map((signal) => ({ signal }));
  return [
    { name: "cell", value: paper.cell },
    {
      ...choice("example", "load", names[start] as string, [ownDrawing, emptyPaper, ...names]),
      on: [
        { events: "@paper:pointerdown, @clear:click", update: `'${ownDrawing}'` },
        { events: [...penMoves, { signal: "penDown" }], update: `penDown ? '${ownDrawing}' : example` },
      ],
    },
    choice("brush", "the brush", "paints", ["paints", "erases"]),
    pen("penRow", "y", "pen: row"),
    pen("penColumn", "x", "pen: column"),
    checkbox("penDown", "pen down", false),
    { name: "examples", value: examples.map(({ image }) => image) },
    { name: "exampleNames", value: names },
    {
      name: "act",
      value: { kind: "loads", image: examples[start]?.image },
      on: [
        {
          events: "@paper:pointerdown",
          update: `{kind: brush, x0: ${pointer("x")}, y0: ${pointer("y")}, ${placed}}`,
        },
        {
          events: dragged,
          update: `{kind: brush, x0: act.x1, y0: act.y1, ${placed}}`,
        },
        { events: "@clear:click", update: "{kind: 'clears'}" },
        { events: { signal: "penDown" }, update: `penDown ? ${dot} : act` },
        { events: penMoves, update: `penDown ? ${penned} : act` },
        {
          events: { signal: "example" },
          update: `example == '${ownDrawing}' ? act : example == '${emptyPaper}' ? {kind: 'clears'} : {kind: 'loads', image: examples[indexof(exampleNames, example)]}`,
        },
      ],
    },
  ];
}

/** Ink within this many cells of the stroke's middle is full; it fades over the next cell, as MNIST's strokes do. */
const brushRadius = 0.3;

const along =
  "((datum.column - act.x0) * (act.x1 - act.x0) + (datum.row - act.y0) * (act.y1 - act.y0))" +
  " / max(0.000001, pow(act.x1 - act.x0, 2) + pow(act.y1 - act.y0, 2))";

/** Cells with more ink than this belong to the drawing when its size is measured; 64 of 255, as in `frameInk`. */
const inkFrom = 64.5 / 255;

/** The ink of every cell, from 0 to 1. A cell keeps what it has, and the last act changes it. */
export const paperData = [
  {
    name: "drawing",
    transform: [
      counting(side * side, "index"),
      ...rowAndColumn("index", side),
      formula("along", `clamp(${along}, 0, 1)`),
      formula(
        "touched",
        `clamp(${1 + brushRadius} - sqrt(pow(datum.column - act.x0 - datum.along * (act.x1 - act.x0), 2)` +
          " + pow(datum.row - act.y0 - datum.along * (act.y1 - act.y0), 2)), 0, 1)",
      ),
      formula(
        "ink",
        "act.kind == 'loads' ? indexof('0123456789abcdef', act.image[datum.index]) / 15 : act.kind == 'clears' ? 0 : " +
          "act.kind == 'paints' ? max(datum.ink, datum.touched) : min(datum.ink, 1 - datum.touched)",
      ),
      // For `frame`: where the ink is.
      formula("rowMoment", "datum.ink * datum.row"),
      formula("columnMoment", "datum.ink * datum.column"),
      formula("inkedRow", `datum.ink > ${inkFrom} ? datum.row : null`),
      formula("inkedColumn", `datum.ink > ${inkFrom} ? datum.column : null`),
    ],
  },
];
