/** An image of 3x3 pixels, row by row, 1 for ink and 0 for paper, and whether the answer to its question is yes. */
export interface AskedImage {
  readonly pixels: readonly number[];
  readonly wanted: boolean;
}

const asked = (wanted: boolean, ...rows: readonly [string, string, string]): AskedImage => ({
  pixels: [...rows.join("")].map(Number),
  wanted,
});
const upright = ["100", "010", "001"] as const;
const lying = ["000", "111"] as const;
const [empty, full] = lying;

/** Questions with all images that they are asked of. Weights answer the first; the others no weighted sum can answer. */
export const sumQuestions: Readonly<Record<string, readonly AskedImage[]>> = {
  "is the line on the left?": [
    asked(true, "100", "100", "100"),
    asked(true, "100", "000", "100"),
    asked(false, "010", "010", "010"),
    asked(false, "001", "001", "001"),
    asked(false, full, full, full),
  ],
  "ink in one of two pixels, not in both?": [
    asked(false, empty, "000", empty),
    asked(true, empty, "100", empty),
    asked(true, empty, "001", empty),
    asked(false, empty, "101", empty),
  ],
  "does the line stand upright?": [
    ...upright.map((row) => asked(true, row, row, row)),
    ...[0, 1, 2].map((at) => {
      const row = (here: number) => (here === at ? full : empty);
      return asked(false, row(0), row(1), row(2));
    }),
  ],
};
