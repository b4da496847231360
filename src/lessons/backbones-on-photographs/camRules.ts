import { filter, formula, rowAndColumn } from "../explorer/transforms.js";

// What the map explorer computes, in Vega's language, from its signals `chosen`, `threshold`, `row` and `column`.

/**
 * @param classes a row for each class: its name, its bias and its map, row by row
 * @param size of the maps
 */
export const camData = (
  classes: readonly object[],
  { height, width }: { height: number; width: number },
): object[] => [
  {
    name: "classes",
    values: classes,
    transform: [formula("mean", meanOf(height * width)), formula("logit", "datum.mean + datum.bias")],
  },
  {
    name: "cells",
    source: "classes",
    transform: [
      filter("datum.name == chosen"),
      { type: "flatten", fields: ["map"], index: "cell", as: ["value"] },
      ...rowAndColumn("cell", width),
      { type: "joinaggregate", fields: ["value"], ops: ["max"], as: ["most"] },
      formula("share", "datum.most > 0 ? clamp(datum.value / datum.most, 0, 1) : 0"),
      formula(
        "above",
        "datum.most > 0 && datum.value >= threshold / 100 * datum.most && datum.value > 0 ? 1 : 0",
      ),
    ],
  },
  { name: "marked", source: "cells", transform: [filter("datum.row == row && datum.column == column")] },
  {
    name: "totals",
    source: "cells",
    transform: [
      {
        type: "aggregate",
        fields: ["value", "value", "above", "bias"],
        ops: ["max", "mean", "sum", "max"],
        as: ["most", "mean", "above", "bias"],
      },
    ],
  },
];

/** Vega's expressions have no mean of a list: its sum is written out. */
function meanOf(count: number): string {
  const terms = Array.from({ length: count }, (_, index) => `datum.map[${index}]`);
  return `(${terms.join("+")}) / ${count}`;
}
