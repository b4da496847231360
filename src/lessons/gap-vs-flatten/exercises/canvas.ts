import { numberCheck } from "../../exercise/checks/numberCheck.js";
import type { ExerciseContent } from "../../exercise/content.js";

/** A logit of 6 on the digit's own field and of -1 on blank paper, then three times the height and the width. */
export const dilutedLogit: ExerciseContent = {
  title: "A logit on a larger canvas",
  check: numberCheck(
    -2 / 9,
    [
      [6, "Unchanged, as it would be behind global max. The mean is taken over nine times as many places."],
      [6 / 9, "One ninth of the digit's logit is right. The other eight ninths are blank paper, which has a logit, too."],
      [2, "Three times the height and three times the width: how many fields of the old size is that? And blank paper has a logit, too."],
      [4 / 3, "That counts three fields. Three times the height and three times the width make nine."],
      [-2, "Digit and blank fields are added here. GAP takes the mean: divide by nine."],
      [-3 / 10, "Nine fields in all, one of them with the digit: eight are blank."],
      [-1 / 3, "Nine fields in all, one of them with the digit: eight are blank."],
      [-2 / 10, "That is near. If you have rounded, give two decimals."],
      [5 / 9, "That counts one blank field. The canvas holds nine fields in all: one with the digit, eight blank."],
      [2.5, "That would be half digit, half blank."],
      [-1, "That is blank paper alone. One field still holds the digit."],
      [14 / 9, "Blank paper says -1, so its eight ninths count against the class."],
      [47 / 9, "Eight ninths are blank and one ninth is digit, not the other way round."],
    ],
    "Think of the canvas as fields of the old size. How many are there, and what does each say?",
    { ask: "Give one number, the logit.", tolerance: 2.5e-3, rounding: 5e-3 },
  ), // biome-ignore format: pairs
  because:
    "One field of nine says 6, eight say -1: (6 - 8) / 9 = -0.22. The network has found the same digit with the same strength, and the mean has drowned it.",
  hints: [
    "GAP averages over all places, and the dense layer behind it is linear. So the logit is the mean of what each field says alone.",
    "Nine fields: one says 6, eight say -1.",
  ],
  solution: "(6 + 8 · (-1)) / 9 = -2 / 9 = -0.22.",
};
