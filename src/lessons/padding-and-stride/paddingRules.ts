import { choice, computed, slider } from "../explorer/signals.js";
import { counting, filter, formula } from "../explorer/transforms.js";
import { outputData, outputSignals } from "./outputSquare.js";

/** What the padding explorer computes, in Vega's own language. */

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
/** One expression out of several by name: that of the name which `subject` has. */
const byName = (subject: string, expressions: Readonly<Record<string, string>>) =>
  Object.entries(expressions).reduceRight(
    (rest, [name, expression]) => `${subject} == '${name}' ? ${expression} : ${rest}`,
    "0",
  );

const chosen = (side: 0 | 1) =>
  byName(
    "paddingRule",
    Object.fromEntries(Object.entries(rules).map(([name, zeros]) => [name, zeros[side]])),
  );

export const paddingSignals: readonly object[] = [
  slider("length", "input length", 8, [3, 16]),
  slider("kernel", "kernel", 3, [1, 5]),
  slider("stride", "stride", 1, [1, 4]),
  slider("dilation", "dilation", 1, [1, 3]),
  {
    ...choice("paddingRule", "padding", "same", Object.keys(rules)), // `padding` itself is the margin of a Vega view
    on: [{ events: [{ signal: "ownBefore" }, { signal: "ownAfter" }], update: `'${own}'` }],
  },
  slider("ownBefore", "own zeros before", 0, [0, 4]),
  slider("ownAfter", "own zeros after", 1, [0, 4]),
  computed("reach", "(kernel - 1) * dilation + 1"),
  computed("sameTotal", "max(0, (ceil(length / stride) - 1) * stride + reach - length)"),
  computed("before", chosen(0)),
  computed("after", chosen(1)),
  computed("padded", "length + before + after"),
  computed("outputs", "reach > padded ? 0 : floor((padded - reach) / stride) + 1"),
  computed("leftOver", "outputs == 0 ? 0 : padded - reach - (outputs - 1) * stride"),
  ...outputSignals("output", 0, 28, "windowCells"), // full padding: 16 pixels and a reach of 13 have 28 places
  computed("cell", "min(34, 566 / padded)"),
  computed("line", "min(12, 100 / max(outputs, 1))"),
  computed("square", "min(27, 184 / padded)"),
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
    transform: [counting("outputs", "output")],
  },
  {
    name: "taps",
    source: "windows",
    transform: [
      formula("step", "sequence(kernel)"),
      { type: "flatten", fields: ["step"] },
      formula("place", "datum.output * stride - before + datum.step * dilation"),
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
      formula("real", "datum.place >= 0 && datum.place < length"),
      formula("unseen", "datum.real && datum.uses == 0"),
    ],
  },
  {
    name: "unseen",
    source: "pixels",
    transform: [filter("datum.real"), { type: "aggregate", ops: ["sum"], fields: ["unseen"], as: ["count"] }],
  },
  {
    name: "square",
    source: "pixels",
    transform: [
      { type: "cross", as: ["row", "column"] },
      formula("real", "datum.row.real && datum.column.real"),
      formula("uses", "datum.row.uses * datum.column.uses"),
      formula("unseen", "datum.real && datum.uses == 0"),
      formula("taken", `${taken("row")} && ${taken("column")}`),
    ],
  },
  {
    name: "most",
    source: "square",
    transform: [filter("datum.real"), { type: "aggregate", ops: ["max"], fields: ["uses"], as: ["uses"] }],
  },
  outputData("windows"),
  {
    name: "window",
    source: "taps",
    transform: [filter("datum.output == column")],
  },
];
