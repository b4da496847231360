/** What the explorer "Multiply and sum" computes, as expressions in Vega's language over its signals `pixels` and `w1` … `w9`. */

/** The places in a 3x3 window, row by row. */
export const nine = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** One of the nine products at an output place, in Vega's language. */
const product = (index: number, row: string, column: string) =>
  `w${index + 1} * pixels[${row} + ${Math.floor(index / 3)}][${column} + ${index % 3}]`;
/** The sum of all nine there. */
export const sumAt = (row: string, column: string) =>
  nine.map((index) => product(index, row, column)).join(" + ");

/** Rows and columns of a square of so many cells a side, row by row, each with its value. */
export const squareOf = (length: string, value: string) => [
  { type: "sequence", start: 0, stop: { signal: `${length} * ${length}` }, as: "index" },
  { type: "formula", as: "row", expr: `floor(datum.index / ${length})` },
  { type: "formula", as: "column", expr: `datum.index % ${length}` },
  { type: "formula", as: "value", expr: value },
];

/** `2·0 + (-1)·1 + 0·1`: pixel times weight, for one row of the window. */
export const rowOfProducts = (row: number) =>
  [0, 1, 2]
    .map((column) => {
      const weight = `w${3 * row + column + 1}`;
      const pixel = `pixels[top + ${row}][left + ${column}]`;
      return `${pixel} + ' · ' + (${weight} < 0 ? '(' + format(${weight}, '.3~f') + ')' : format(${weight}, '.3~f'))`;
    })
    .join(" + '  +  ' + ");
