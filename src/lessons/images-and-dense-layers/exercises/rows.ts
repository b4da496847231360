import type { Matrix } from "../../../arithmetic/matrix.js";
import { allNear, numbersIn } from "../../exercise/answers.js";
import type { ExerciseContent } from "../../exercise/content.js";

/** Four inputs, three units: one row for each input, as TensorFlow keeps it. */
const weights = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
  [10, 11, 12],
];
/** A cycle of three: its inverse is another order. */
const order = [2, 0, 1, 3];

const inverse = order.map((_, place) => order.indexOf(place));
const rowsBy = (places: readonly number[]) => places.map((place) => weights[place] ?? []);
const columnsBy = (places: readonly number[]) =>
  weights.map((row) => places.filter((place) => place < row.length).map((place) => row[place] ?? 0));

export const permutedRows: ExerciseContent = {
  title: "The same answer from shuffled pixels",
  check(answer) {
    if (typeof answer !== "function")
      return {
        message: "Pass the function itself: `check(rearrangeWeights)`, without brackets behind its name.",
      };
    const own = weights.map((row) => [...row]);
    const result: unknown = answer(own, [...order]);
    if (result === undefined) return { message: "The function returns nothing. Is a `return` missing?" };
    const rows = Array.isArray(result) ? result.map(numbersIn) : [];
    if (rows.length === 0 || rows.some((row) => row === undefined))
      return { message: "The function must return rows of weights, one row for each pixel: `number[][]`." };
    if (rows.length !== 4)
      return { message: `4 rows go in and ${rows.length} come out. Every pixel keeps a row.` };
    const is = (wanted: Matrix) => rows.every((row, index) => allNear(row ?? [], wanted[index] ?? []));
    if (is(rowsBy(order))) {
      return own.every((row, index) => allNear(row, weights[index] ?? []))
        ? true
        : { message: "The result is right, but `weights` itself was changed. Make a new array of rows." };
    }
    if (is(weights)) return { message: "Nothing has moved: the rows come back in their old order." };
    if (is(rowsBy(inverse)))
      return {
        message:
          "The rows are moved the other way round: row i went to place order[i]. Pixel i of the new image is pixel order[i] of the old one, so its weights must be fetched from there as well.",
      };
    if (is(columnsBy(order)) || is(columnsBy(inverse)))
      return { message: "The columns were moved. A column belongs to a class; the pixels have the rows." };
    if (is([...weights].reverse())) return { message: "The rows are reversed. Take them by `order`." };
    return {
      message:
        "The new row i must be the row of the pixel that now stands at place i. With `order` [2, 0, 1, 3] the first row is the old row 2.",
    };
  },
  because:
    "Every pixel meets the weight it met before, so every product is the same, and a sum does not ask in which order its terms come.",
  hints: [
    "Follow one pixel. After shuffling, place 0 holds the old pixel order[0]. Which row of weights used to be multiplied with it?",
    "The new row at place i is `weights[order[i]]`. `order.map((place) => …)` makes them one after the other.",
  ],
  solution:
    "```\nfunction rearrangeWeights(weights: number[][], order: number[]) {\n  return order.map((place) => weights[place]);\n}\n```",
};
