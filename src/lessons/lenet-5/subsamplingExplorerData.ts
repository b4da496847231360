// What the subsampling explorer computes, in Vega's language, from its signals.

const formula = (as: string, expr: string) => ({ type: "formula", as, expr });

/** The squashing function of the paper, as an expression. Vega has no tanh. */
export const squashed = (activation: string) => `1.7159 * (1 - 2 / (exp(4 / 3 * (${activation})) + 1))`;

const weighted = formula("activation", "datum.sum * coefficient + bias");
const output = formula("value", squashed("datum.activation"));

const input = (down: 0 | 1, right: 0 | 1) =>
  `inputs[(2 * datum.row + ${down}) * side + 2 * datum.column + ${right}]`;

export const subsamplingData: readonly object[] = [
  {
    name: "inputCells",
    transform: [
      { type: "sequence", start: 0, stop: { signal: "side * side" } },
      formula("row", "floor(datum.data / side)"),
      formula("column", "datum.data % side"),
      formula("value", "inputs[datum.data]"),
    ],
  },
  {
    name: "outputCells",
    transform: [
      { type: "sequence", start: 0, stop: { signal: "places * places" } },
      formula("row", "floor(datum.data / places)"),
      formula("column", "datum.data % places"),
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
    transform: [{ type: "filter", expr: "datum.row == spot.row && datum.column == spot.column" }],
  },
  {
    name: "curve",
    transform: [{ type: "sequence", start: -7, stop: 7.01, step: 0.05, as: "sum" }, weighted, output],
  },
  {
    name: "found",
    transform: [
      { type: "sequence", start: 0, stop: 5, as: "count" },
      formula("sum", "2 * datum.count - 4"),
      weighted,
      output,
    ],
  },
];
