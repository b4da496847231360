import { draggedFrom, fingersOn } from "../../explorer/fingers.js";
import { checkbox, choice, laidOut, movable, slider, tapped } from "../../explorer/signals.js";
import { counting, formula, rowAndColumn } from "../../explorer/transforms.js";
import { type DrawingExample, side } from "./drawingExplorerWeights.js";

// What the reader does to the drawing, in Vega's language: its signals and the ink of 14x14 cells.

/** Upper left corner of the paper and side of a cell, in CSS pixels. The side is a signal, `cell`: wider where fingers paint. */
export const paper = { cell: 14, narrowCell: 22, x: 0, y: 22 };

/** The entry of the list of examples that stands for what the reader paints. */
const ownDrawing = "my own drawing";
/** And the one that clears the paper. */
const emptyPaper = "an empty paper";

const pointer = (axis: "x" | "y") => `(${axis}() - ${paper[axis]}) / cell - 0.5`;
const placed = `x1: ${pointer("x")}, y1: ${pointer("y")}`;

const dragged = draggedFrom("paper");

/** The pen, for those who paint by keyboard: it follows the pointer, so that both go on from where the other stopped. */
const pen = (name: string, axis: "x" | "y", label: string) => {
  const place = `clamp(round(${pointer(axis)}), 0, ${side - 1})`;
  const control = slider(name, label, side / 2 - 1, [0, side - 1]);
  return { ...control, on: ["@paper:pointerdown", dragged].map((events) => ({ events, update: place })) };
};

/** What an act is made with, and that it begins something which can be taken back. */
const tool = "kind: brush, width: pencil";
const begins = `${tool}, begins: true`;
/** A stroke of the pen from where the last one ended, or a dot where there was none. Where the pointer leads, it has painted already. */
const from = "x0: isNumber(act.x1) ? act.x1 : penColumn, y0: isNumber(act.y1) ? act.y1 : penRow";
const elsewhere = "!(round(act.x1) == penColumn && round(act.y1) == penRow)";
const penned = `penDown && ${elsewhere} ? {${begins}, ${from}, x1: penColumn, y1: penRow} : act`;
const dot = `{${begins}, x0: penColumn, y0: penRow, x1: penColumn, y1: penRow}`;
const undone = "{kind: 'takes back'}";
const cleared = "{kind: 'clears', begins: true}";

/**
 * `act` is the last thing done: a stroke from x0, y0 to x1, y1 in cells that paints or erases, an image that is loaded, all
 * cleared, or the last of these taken back. A dragged stroke goes on from where the last one ended, so that a fast hand leaves no gaps.
 */
export function paperSignals(examples: readonly DrawingExample[], start: number) {
  const names = examples.map(({ name }) => name);
  const penMoves = ["penRow", "penColumn"].map((signal) => ({ signal }));
  return [
    laidOut("cell", paper.cell, paper.narrowCell),
    {
      ...choice("example", "load", names[start] as string, [ownDrawing, emptyPaper, ...names]),
      on: [
        { events: `@paper:pointerdown, ${tapped("clear", "undo")}`, update: `'${ownDrawing}'` },
        { events: { signal: "undo" }, update: `'${ownDrawing}'` },
        { events: [...penMoves, { signal: "penDown" }], update: `penDown ? '${ownDrawing}' : example` },
      ],
    },
    movable(
      choice("brush", "the pencil", "paints", ["paints", "erases"]),
      tapped("erase"),
      "brush == 'paints' ? 'erases' : 'paints'",
    ),
    movable(slider("pencil", "its width", 1, [1, 3]), tapped("width"), "pencil % 3 + 1"),
    // Each change takes a stroke back: Vega has no buttons for keys.
    checkbox("undo", "undo (again for more)", false),
    { name: "examples", value: examples.map(({ image }) => image) },
    { name: "exampleNames", value: names },
  ];
}

/** The pen that sliders lead, and what is done last. They stand behind the signals that they follow. */
export function penSignals(examples: readonly DrawingExample[], start: number) {
  const penMoves = ["penRow", "penColumn"].map((signal) => ({ signal }));
  const loads = "{kind: 'loads', begins: true, image: examples[indexof(exampleNames, example)]}";
  return [
    pen("penRow", "y", "pen: row"),
    pen("penColumn", "x", "pen: column"),
    checkbox("penDown", "pen down", false),
    {
      name: "act",
      value: { kind: "loads", image: examples[start]?.image },
      on: [
        {
          events: "@paper:pointerdown",
          update: `{${begins}, x0: ${pointer("x")}, y0: ${pointer("y")}, ${placed}}`,
        },
        { events: dragged, update: `{${tool}, x0: act.x1, y0: act.y1, ${placed}}` },
        { events: tapped("clear"), update: cleared },
        { events: tapped("undo"), update: undone },
        { events: { signal: "undo" }, update: undone },
        { events: { signal: "penDown" }, update: `penDown ? ${dot} : act` },
        ...penMoves.map((events) => ({ events, update: penned })),
        {
          events: { signal: "example" },
          update: `example == '${ownDrawing}' ? act : example == '${emptyPaper}' ? ${cleared} : ${loads}`,
        },
        { events: fingersOn("paper"), update: "act" }, // they paint, and the page stays
      ],
    },
  ];
}

/** Ink within so many cells of the stroke's middle is full; it fades over the next cell, as MNIST's strokes do. */
const radius = "(0.5 * act.width - 0.2)";

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
        `clamp(1 + ${radius} - sqrt(pow(datum.column - act.x0 - datum.along * (act.x1 - act.x0), 2)` +
          " + pow(datum.row - act.y0 - datum.along * (act.y1 - act.y0), 2)), 0, 1)",
      ),
      // Each act is done once: the cell knows which was the last, and what it had before each that can be taken back.
      formula("fresh", "datum.done != act"),
      formula("old", "datum.fresh ? datum.ink : datum.old"),
      formula(
        "ink",
        "!datum.fresh ? datum.ink : act.kind == 'loads' ? indexof('0123456789abcdef', act.image[datum.index]) / 15 : " +
          "act.kind == 'clears' ? 0 : act.kind == 'takes back' ? (datum.past ? datum.past.ink : datum.ink) : " +
          "act.kind == 'paints' ? max(datum.ink, datum.touched) : min(datum.ink, 1 - datum.touched)",
      ),
      formula(
        "past",
        "!datum.fresh ? datum.past : act.kind == 'takes back' ? (datum.past ? datum.past.past : null) : " +
          "act.begins ? {ink: datum.old, past: datum.past} : datum.past",
      ),
      formula("done", "act"),
      // For `frame`: where the ink is.
      formula("rowMoment", "datum.ink * datum.row"),
      formula("columnMoment", "datum.ink * datum.column"),
      formula("inkedRow", `datum.ink > ${inkFrom} ? datum.row : null`),
      formula("inkedColumn", `datum.ink > ${inkFrom} ? datum.column : null`),
    ],
  },
];
