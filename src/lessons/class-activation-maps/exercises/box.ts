import type { Box } from "../../../arithmetic/maps/boxes.js";
import { mistakeIn, numbersIn } from "../../exercise/answers.js";
import type { ExerciseContent } from "../../exercise/content.js";

const sides = ["top", "left", "bottom", "right"] as const;

/** A box as an object or as four numbers in that order. */
function boxIn(answer: unknown): number[] | undefined {
  const values = numbersIn(answer) ?? numbersIn(sides.map((side) => (answer as Partial<Box>)[side]));
  return values?.length === 4 ? values : undefined;
}

export const boxByHand: ExerciseContent = {
  title: "From a map to a box",
  check(answer) {
    const box = boxIn(answer);
    if (box === undefined)
      return { message: "Give four numbers: `{ top: …, left: …, bottom: …, right: … }`." };
    const same = (a: readonly number[], b: readonly number[]) => a.every((side, index) => side === b[index]);
    if (same(box, [2, 0, 4, 2])) return true;
    return (
      mistakeIn<number[]>(
        box,
        [
          [[2, 0, 4, 3], "The 2 has been counted in. The level is 20% of 10, and a pixel must be greater than it, not equal."],
          [[0, 2, 1, 3], "That is the piece with the largest number. The largest piece is asked: the one with the most pixels."],
          [[0, 0, 4, 6], "That holds everything above the level. Only the largest piece counts."],
          [[1, 4, 3, 6], "These two pixels touch at a corner and are one piece. But there is a piece of three."],
          [[2, 0, 3, 1], "`bottom` and `right` are the first row and column outside: one more than the last ones inside."],
          [[2, 0, 3, 2], "The 6 below belongs to the piece as well."],
          [[0, 2, 2, 4], "Rows and columns have changed places: `top` and `bottom` count rows."],
          [[3, 1, 4, 2], "That is the 6 alone. The 5 above it and the 4 beside that are above the level too."],
          [[2, 0, 2, 2], "`bottom` and `right` are sides of the box, not its height and width."],
        ],
        same,
      ) ?? { message: "First the level, 20% of the largest number. Then mark what is greater. Then find the pieces that touch, at corners too, and count their pixels." }
    ); // biome-ignore format: pairs
  },
  because:
    "Three pixels are above the level of 2 and hang together: 4, 5 and 6. The 10 stands alone, the two 3 touch at a corner and are two. One bright pixel does not make a box.",
  hints: [
    "The level is 0.2 · 10. Mark every number that is greater.",
    "There are three pieces: of one, two and three pixels.",
  ],
  solution:
    "The level is 2. Above it: 10 alone, the two 3 together, and 4, 5, 6 together. The largest piece covers rows 2 and 3, columns 0 and 1: `{ top: 2, left: 0, bottom: 4, right: 2 }`.",
};
