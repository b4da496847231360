import { counting, filter, formula, rowAndColumn } from "../explorer/transforms.js";

// What the subsampling explorer computes, in Vega's language, from its signals.

/** The squashing function of the paper, as an expression. Vega has no tanh. */
const squashed = (activation: string) => `1.7159 * (1 - 2 / (exp(4 / 3 * (${activation})) + 1))`;

const weighted = formula("activation", "datum.sum * coefficient + bias");
const output = formula("value", squashed("datum.activation"));

const input = (down: 0 | 1, right: 0 | 1) =>
  `inputs[(2 * datum.row + ${down}) * side + 2 * datum.column + ${right}]`;

export const subsamplingData: readonly object[] = [
  {
    name: "inputCells",
    transform: [
      counting("side * side"),
      ...rowAndColumn("data", "side"),
      formula("value", "inputs[datum.data]"),
    ],
  },
  {
    name: "outputCells",
    transform: [
      counting("places * places"),
      ...rowAndColumn("data", "places"),
      formula("a", input(0, 0)),
      formula("b", input(0, 1)),
      formula("c", input(1, 0)),
      formula("d", input(1, 1)),
      formula("sum", "datum.a + datum.b + datum.c + datum.d"),
      weighted,
      output,
    ],
  },
  {
    name: "spotted",
    source: "outputCells",
    transform: [filter("datum.row == spotRow && datum.column == spotColumn")],
  },
  {
    name: "curve",
    transform: [{ type: "sequence", start: -7, stop: 7.01, step: 0.05, as: "sum" }, weighted, output],
  },
  {
    name: "found",
    transform: [counting(5, "count"), formula("sum", "2 * datum.count - 4"), weighted, output],
  },
];
