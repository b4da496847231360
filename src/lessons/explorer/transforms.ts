/** Steps in which an explorer computes its tables, in Vega's language. */

/** A field of a table, computed from the fields before it. */
export const formula = (as: string, expr: string) => ({ type: "formula", as, expr });

/** The same as a step of a Vega-Lite chart. */
export const calculate = (as: string, expression: string) => ({ calculate: expression, as });

/** Only the rows for which a condition holds. */
export const filter = (expr: string) => ({ type: "filter", expr });

/** A row for each number from 0 up to `stop`, which may be an expression; the field is `data` unless named. */
export const counting = (stop: number | string, as?: string) => ({
  type: "sequence",
  start: 0,
  stop: typeof stop === "number" ? stop : { signal: stop },
  ...(as === undefined ? {} : { as }),
});

/** Where a cell lies in a picture that is counted row by row, `across` cells a row. */
export const rowAndColumn = (
  index: string,
  across: number | string,
  [row, column]: readonly [row: string, column: string] = ["row", "column"],
) => [formula(row, `floor(datum.${index} / ${across})`), formula(column, `datum.${index} % ${across}`)];
