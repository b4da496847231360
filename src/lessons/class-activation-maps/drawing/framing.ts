import { formula } from "../../explorer/transforms.js";
import { side } from "./drawingExplorerWeights.js";
import { paddedPlaces } from "./places.js";

// From the drawing to what the network sees, in Vega's language: the rules of `frameInk`.

const middle = (side - 1) / 2;

/** The middle of the drawing's ink, and old cells for each new one. Where nothing is painted, `longer` is no number. */
const frame = {
  name: "frame",
  source: "drawing",
  transform: [
    {
      type: "aggregate",
      fields: ["ink", "rowMoment", "columnMoment", "inkedRow", "inkedRow", "inkedColumn", "inkedColumn"],
      ops: ["sum", "sum", "sum", "min", "max", "min", "max"],
      as: ["ink", "rows", "columns", "top", "bottom", "left", "right"],
    },
    formula("longer", "max(datum.bottom - datum.top, datum.right - datum.left) + 1"),
    formula("framed", "framing && datum.longer >= 1"),
    formula("step", "datum.framed ? datum.longer / 10 : 1"),
    formula("row", `datum.framed ? datum.rows / datum.ink : ${middle}`),
    formula("column", `datum.framed ? datum.columns / datum.ink : ${middle}`),
  ],
};

/** The ink of a cell of the drawing, and none beside it. */
const inkAt = (row: string, column: string) => {
  const within = (place: string) => `${place} >= 0 && ${place} < ${side}`;
  return `(${within(row)} && ${within(column)} ? data('drawing')[${side} * ${row} + ${column}].ink : 0)`;
};

/** Between two cells side by side. */
const between = (row: string) =>
  `(${inkAt(row, "datum.left")} * (1 - datum.rest) + ${inkAt(row, "(datum.left + 1)")} * datum.rest)`;

const seen = {
  name: "seen",
  transform: [
    ...paddedPlaces,
    formula("fromRow", `data('frame')[0].row + (datum.row - ${middle}) * data('frame')[0].step`),
    formula("fromColumn", `data('frame')[0].column + (datum.column - ${middle}) * data('frame')[0].step`),
    formula("top", "floor(datum.fromRow)"),
    formula("left", "floor(datum.fromColumn)"),
    formula("rest", "datum.fromColumn - datum.left"),
    formula("above", between("datum.top")),
    formula("below", between("(datum.top + 1)")),
    formula(
      "ink",
      "datum.inside ? datum.above + (datum.below - datum.above) * (datum.fromRow - datum.top) : 0",
    ),
  ],
};

/** The tables from the drawing to the 14x14 pixels that go into the network. */
export const frameData: readonly object[] = [frame, seen];
