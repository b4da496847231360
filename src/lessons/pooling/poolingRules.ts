import { counting, formula, rowAndColumn } from "../explorer/transforms.js";

// What the pooling explorer computes, in Vega's language, from its signals.

/** The pixel at `y`, `x` of the digit moved down and right; what comes in from outside is background. */
const movedPixel =
  "datum.y >= down && datum.x >= right ? image[(datum.y - down) * side + datum.x - right] : 0";

/** One row for each number that pooling leaves, of the digit and of the moved digit. */
export const pooled = {
  name: "pooled",
  transform: [
    counting("places * places * size * size"),
    formula("place", "floor(datum.data / (size * size))"),
    ...rowAndColumn("place", "places"),
    formula("y", "datum.row * stride + floor(datum.data % (size * size) / size)"),
    formula("x", "datum.column * stride + datum.data % size"),
    formula("value", "image[datum.y * side + datum.x]"),
    formula("moved", movedPixel),
    {
      type: "aggregate",
      groupby: ["row", "column"],
      fields: ["value", "value", "moved", "moved"],
      ops: ["max", "mean", "max", "mean"],
      as: ["most", "mean", "movedMost", "movedMean"],
    },
    formula("value", "keep == 'maximum' ? datum.most : datum.mean"),
    formula("moved", "keep == 'maximum' ? datum.movedMost : datum.movedMean"),
    formula("changed", "abs(datum.value - datum.moved) > 1e-9 ? 1 : 0"),
    formula("spotted", "datum.row == spotRow && datum.column == spotColumn ? 1 : 0"),
  ],
};

/** One row for each pixel. */
export const pixels = {
  name: "pixels",
  transform: [
    counting("side * side"),
    ...rowAndColumn("data", "side", ["y", "x"]),
    formula("value", "image[datum.data]"),
    formula("moved", movedPixel),
    formula("changed", "datum.value != datum.moved ? 1 : 0"),
  ],
};

/** How many rows of `source` change by the move, and by how much on average. */
export const sums = (name: string, source: string) => ({
  name,
  source,
  transform: [
    formula("difference", "abs(datum.value - datum.moved)"),
    {
      type: "aggregate",
      fields: ["changed", "difference", "value"],
      ops: ["sum", "mean", "count"],
      as: ["changed", "difference", "count"],
    },
  ],
});
