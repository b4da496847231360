import { fieldsIn, type Names } from "../../exercise/answers/named.js";
import { numberIn } from "../../exercise/answers/numbers.js";
import { rowIn } from "../../exercise/answers/shapes.js";
import { listCheck } from "../../exercise/checks/listCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

const sides: Names = [
  ["top", "firstRow", "y0", "y1", "minRow"],
  ["left", "firstColumn", "x0", "x1", "minColumn"],
  ["bottom", "y2", "maxRow"],
  ["right", "x2", "maxColumn"],
];
const fromOne =
  "That counts rows and columns from 1. They are counted from 0, and `bottom` and `right` are the first ones outside.";

export const boxByHand: ExerciseContent = {
  title: "From a map to a box",
  check: listCheck({
    wanted: [2, 0, 4, 2],
    read: (answer) => rowIn(answer, sides) ?? byCorner(answer),
    ask: "Give four numbers: `{ top: …, left: …, bottom: …, right: … }`.",
    mistakes: [
      [[2, 0, 4, 3], "The 2 has been counted in. The level is 20% of 10, and a pixel must be greater than it, not equal."],
      [[0, 2, 1, 3], "That is the piece with the largest number. The largest piece is asked for: the one with the most pixels."],
      [[0, 0, 4, 6], "That holds everything above the level. Only the largest piece counts."],
      [[1, 4, 3, 6], "These two pixels touch at a corner and are one piece. But there is a piece of three."],
      [[2, 0, 3, 1], "`bottom` and `right` are the first row and column outside: one more than the last ones inside."],
      [[2, 0, 3, 2], "The 6 below belongs to the piece as well."],
      [[3, 1, 4, 2], "That is the 6 alone, or rows and columns counted from 1. Three pixels hang together here; they are counted from 0, and `bottom` and `right` are the first ones outside."],
      [[3, 1, 5, 3], fromOne],
      [[0, 2, 2, 4], "Rows and columns have changed places: `top` and `bottom` count rows."],
      [[2, 2, 0, 4], "The order is top, left, bottom, right."],
      [[2, 4, 0, 2], "The order is top, left, bottom, right."],
      [[2, 0, 2, 2], "`bottom` and `right` are sides of the box, not its height and width."],
    ],
    otherwise: (box) =>
      box.length === 4
        ? "First the level, 20% of the largest number. Then mark what is greater. Then find the pieces that touch, at corners too, and count their pixels."
        : `A box has four numbers, top, left, bottom and right. These are ${box.length}.`,
  }), // biome-ignore format: pairs
  because:
    "Three pixels are above the level of 2 and hang together: 4, 5 and 6. The 10 stands alone, the two 3 touch at a corner and are two. One bright pixel does not make a box.",
  hints: [
    "The level is 0.2 · 10. Mark every number that is greater.",
    "There are three pieces: of one, two and three pixels.",
  ],
  solution:
    "The level is 2. Above it: 10 alone, the two 3 together, and 4, 5, 6 together. The largest piece covers rows 2 and 3, columns 0 and 1: `{ top: 2, left: 0, bottom: 4, right: 2 }`.",
};

/** A box by its upper left corner, its height and its width. */
function byCorner(answer: unknown): number[] | undefined {
  const corner = fieldsIn(answer, [
    ["y", "row"],
    ["x", "column"],
    ["height", "h"],
    ["width", "w"],
  ])?.map(numberIn);
  if (corner === undefined || corner.includes(undefined)) return undefined;
  const [top, left, height, width] = corner as [number, number, number, number];
  return [top, left, top + height, left + width];
}
