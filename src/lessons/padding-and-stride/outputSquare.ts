import { computed, movable, over, slider } from "../explorer/signals.js";
import { pointed, resting } from "../explorer/style.js";

// The output of a layer as a square to point at, in both explorers of this lesson: signals `row` and `column`, data, squares.

/**
 * @param field the place of an output along an axis
 * @param first the row and the column that are marked at first
 * @param most outputs along an axis that there can be
 * @param line the mark that shows the outputs along one axis, to be pointed at too
 */
export const outputSignals = (field: string, first: number, most: number, line: string): object[] => [
  movable(
    slider("pointedRow", "output row", first, [0, most - 1]),
    over("outputCells"),
    `datum.row.${field}`,
  ),
  movable(
    movable(
      slider("pointedColumn", "output column", first, [0, most - 1]),
      over("outputCells"),
      `datum.column.${field}`,
    ),
    over(line),
    `datum.${field}`,
  ),
  computed("row", "max(0, min(pointedRow, outputs - 1))"),
  computed("column", "max(0, min(pointedColumn, outputs - 1))"),
];

/** All pairs of outputs along one axis. */
export const outputData = (source: string) => ({
  name: "results",
  source,
  transform: [{ type: "cross", as: ["row", "column"] }],
});

/** `cell` is the pitch of the squares in CSS pixels, an expression. */
export const outputCells = (field: string, left: number, top: number, cell: string): object => ({
  type: "rect",
  name: "outputCells",
  from: { data: "results" },
  encode: {
    update: {
      x: { signal: `${left} + datum.column.${field} * ${cell}` },
      y: { signal: `${top} + datum.row.${field} * ${cell}` },
      width: { signal: `${cell} - 1` },
      height: { signal: `${cell} - 1` },
      fill: [
        { test: `datum.row.${field} == row && datum.column.${field} == column`, value: pointed },
        { value: resting },
      ],
      cursor: { value: "pointer" },
      tooltip: { signal: `{'output row': datum.row.${field}, 'output column': datum.column.${field}}` },
    },
  },
});
