import type { Matrix } from "../../../arithmetic/matrix.js";
import { sameMatrix } from "../../exercise/answers/compare.js";
import { functionCheck } from "../../exercise/checks/functionCheck.js";
import { rowsOfNumbers } from "../../exercise/checks/kinds.js";
import type { ExerciseContent } from "../../exercise/content.js";

type Order = readonly number[];
type Rule = (weights: Matrix, order: Order) => Matrix;

/** One row for each input, as TensorFlow keeps it; orders whose inverse is another order, and one that is its own. */
const cases: readonly [weights: Matrix, order: Order][] = [
  [[[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]], [2, 0, 1, 3]],
  [[[1, 0], [2, 7], [3, 1], [5, 5], [8, 4]], [4, 2, 0, 1, 3]],
  [[[0.5], [1.5], [-2]], [1, 2, 0]],
  [[[1, 2], [3, 4]], [1, 0]],
]; // biome-ignore format: matrices

const inverse = (order: Order) => order.map((_, place) => order.indexOf(place));
const byRows: Rule = (weights, order) => order.map((place) => weights[place] ?? []);
const byColumns: Rule = (weights, order) => {
  const places = order.filter((place) => place < (weights[0]?.length ?? 0));
  return weights.map((row) => places.map((place) => row[place] ?? 0));
};

/** What people write instead, told by its results. */
const columns = "The columns were moved. A column belongs to a class; the pixels have the rows.";
const mistakes: readonly (readonly [rule: Rule, message: string])[] = [
  [(weights) => weights, "Nothing has moved: the rows come back in their old order."],
  [(weights, order) => byRows(weights, inverse(order)), "The rows are moved the other way round: row i went to place order[i]. Pixel i of the new image is pixel order[i] of the old one, so its weights must be fetched from there as well."],
  [byColumns, columns],
  [(weights, order) => byColumns(weights, inverse(order)), columns],
  [(weights) => [...weights].reverse(), "The rows are reversed. Take them by `order`."],
  [(weights, order) => byRows(weights, [...order].sort((a, b) => a - b)), "The order was sorted first, and so nothing has moved."],
]; // biome-ignore format: pairs

export const permutedRows: ExerciseContent = {
  title: "The same answer from shuffled pixels",
  check: functionCheck<[Matrix, Order], Matrix>({
    name: "rearrangeWeights",
    takes: ["weights", "order"],
    cases,
    returns: { ...rowsOfNumbers, asked: "whole rows of weights, one for each pixel, taken by `order`" },
    right: byRows,
    mistakes,
    hintAt: (value, wanted, weights, order) =>
      value.length === wanted.length
        ? sameMatrix(value, byColumns(weights, order))
          ? `Here the columns were moved. The pixels have the rows.`
          : `The new row i must be the row of the pixel that now stands at place i: with this order the first is the old row ${order[0]}.`
        : `${wanted.length} rows go in and ${value.length} come out. Every pixel keeps a row.`,
  }),
  because:
    "Every pixel meets the weight it met before, so every product is the same, and a sum does not ask in which order its terms come.",
  hints: [
    "Follow one pixel. After shuffling, place 0 holds the old pixel order[0]. Which row of weights used to be multiplied with it?",
    "The new row at place i is `weights[order[i]]`. `order.map((place) => …)` makes them one after the other.",
  ],
  solution:
    "```\nfunction rearrangeWeights(weights: number[][], order: number[]) {\n  return order.map((place) => weights[place]);\n}\n```",
};
