import { choice, slider } from "../explorer/inputs.js";

/** What the padding explorer computes, in Vega's own language. */

const computed = (name: string, update: string) => ({ name, update });

/** Chosen also by moving one of its sliders. */
const own = "my own, below";

/** By name of the padding: zeros before and after, in terms of the other signals. */
const rules: Record<string, readonly [before: string, after: string]> = {
  valid: ["0", "0"],
  same: ["floor(sameTotal / 2)", "ceil(sameTotal / 2)"],
  "half the reach on both sides": ["floor((reach - 1) / 2)", "floor((reach - 1) / 2)"],
  full: ["reach - 1", "reach - 1"],
  [own]: ["ownBefore", "ownAfter"],
};
const chosen = (side: 0 | 1) =>
  Object.entries(rules).reduceRight(
    (rest, [name, expressions]) => `paddingRule == '${name}' ? ${expressions[side]} : ${rest}`,
    "0",
  );

const overOutputs = "@outputCells:mouseover, @outputCells:click";
const overWindows = "@windowCells:mouseover, @windowCells:click";

export const paddingSignals: readonly object[] = [
  slider("length", "length of the input", 8, [3, 16]),
  slider("kernel", "kernel", 3, [1, 5]),
  slider("stride", "stride", 1, [1, 4]),
  slider("dilation", "dilation", 1, [1, 3]),
  {
    ...choice("paddingRule", "padding", "same", Object.keys(rules)), // `padding` itself is the margin of a Vega view
    on: [{ events: [{ signal: "ownBefore" }, { signal: "ownAfter" }], update: `'${own}'` }],
  },
  slider("ownBefore", "my own: zeros before", 0, [0, 4]),
  slider("ownAfter", "my own: zeros after", 1, [0, 4]),
  computed("reach", "(kernel - 1) * dilation + 1"),
  computed("sameTotal", "max(0, (ceil(length / stride) - 1) * stride + reach - length)"),
  computed("before", chosen(0)),
  computed("after", chosen(1)),
  computed("padded", "length + before + after"),
  computed("outputs", "reach > padded ? 0 : floor((padded - reach) / stride) + 1"),
  computed("leftOver", "outputs == 0 ? 0 : padded - reach - (outputs - 1) * stride"),
  { name: "pointedRow", value: 0, on: [{ events: overOutputs, update: "datum.row.output" }] },
  {
    name: "pointedColumn",
    value: 0,
    on: [
      { events: overOutputs, update: "datum.column.output" },
      { events: overWindows, update: "datum.output" },
    ],
  },
  computed("row", "max(0, min(pointedRow, outputs - 1))"),
  computed("column", "max(0, min(pointedColumn, outputs - 1))"),
  computed("cell", "min(34, 680 / padded)"),
  computed("line", "min(14, 170 / max(outputs, 1))"),
  computed("square", "min(29, 290 / padded)"),
];

/** Whether the chosen window takes this row, or this column. */
const taken = (axis: "row" | "column") => {
  const offset = `(datum.${axis}.place + before - ${axis} * stride)`;
  return `outputs > 0 && ${offset} >= 0 && ${offset} < reach && ${offset} % dilation == 0`;
};

/** Pixels carry `place`, counted from 0 inside the image and negative before it. */
export const paddingData: readonly object[] = [
  {
    name: "windows",
    transform: [{ type: "sequence", start: 0, stop: { signal: "outputs" }, as: "output" }],
  },
  {
    name: "taps",
    source: "windows",
    transform: [
      { type: "formula", expr: "sequence(kernel)", as: "step" },
      { type: "flatten", fields: ["step"] },
      { type: "formula", expr: "datum.output * stride - before + datum.step * dilation", as: "place" },
    ],
  },
  {
    name: "counts",
    source: "taps",
    transform: [{ type: "aggregate", groupby: ["place"], ops: ["count"], as: ["uses"] }],
  },
  {
    name: "pixels",
    transform: [
      {
        type: "sequence",
        start: { signal: "-before" },
        stop: { signal: "length + after" },
        as: "place",
      },
      { type: "lookup", from: "counts", key: "place", fields: ["place"], values: ["uses"], default: 0 },
      { type: "formula", expr: "datum.place >= 0 && datum.place < length", as: "real" },
      { type: "formula", expr: "datum.real && datum.uses == 0", as: "unseen" },
    ],
  },
  {
    name: "unseen",
    source: "pixels",
    transform: [
      { type: "filter", expr: "datum.real" },
      { type: "aggregate", ops: ["sum"], fields: ["unseen"], as: ["count"] },
    ],
  },
  {
    name: "square",
    source: "pixels",
    transform: [
      { type: "cross", as: ["row", "column"] },
      { type: "formula", expr: "datum.row.real && datum.column.real", as: "real" },
      { type: "formula", expr: "datum.row.uses * datum.column.uses", as: "uses" },
      { type: "formula", expr: "datum.real && datum.uses == 0", as: "unseen" },
      { type: "formula", expr: `${taken("row")} && ${taken("column")}`, as: "taken" },
    ],
  },
  {
    name: "most",
    source: "square",
    transform: [
      { type: "filter", expr: "datum.real" },
      { type: "aggregate", ops: ["max"], fields: ["uses"], as: ["uses"] },
    ],
  },
  { name: "results", source: "windows", transform: [{ type: "cross", as: ["row", "column"] }] },
  {
    name: "window",
    source: "taps",
    transform: [{ type: "filter", expr: "datum.output == column" }],
  },
];
