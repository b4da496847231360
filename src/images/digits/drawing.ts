import type { Matrix } from "../../arithmetic/matrix.js";

/** The characters of a drawing and the gray each stands for: 0 is background, 255 full ink. */
const ink: ReadonlyMap<string, number> = new Map([
  [" ", 0],
  [".", 0],
  [":", 64],
  ["+", 128],
  ["*", 192],
  ["#", 255],
]);

/**
 * Text art as rows of numbers from 0 to 255, one pixel for each character: space and `.` are 0, `:` 64, `+` 128,
 * `*` 192, `#` 255. Short lines are filled up with background. A first or last line without ink, as a template
 * literal has, is dropped; other blank lines and leading spaces stay, so that the place on the page is kept.
 *
 * @throws {TypeError} if it is no text
 * @throws {RangeError} if a character means nothing here, or the drawing has no ink
 * @example readDrawing("#.\n:#") // [[255, 0], [64, 255]]
 */
export function readDrawing(art: string): Matrix {
  if (typeof art !== "string") throw new TypeError(`Cannot read a drawing from ${typeof art}. Give text.`);
  const lines = art.split(/\r?\n/);
  if (lines[0]?.trim() === "") lines.shift();
  if (lines.at(-1)?.trim() === "") lines.pop();

  const width = Math.max(0, ...lines.map((line) => line.length));
  const image = lines.map((line, row) =>
    Array.from(line.padEnd(width), (character, column) => {
      const gray = ink.get(character);
      if (gray !== undefined) return gray;
      const where = `line ${row + 1}, column ${column + 1}`;
      throw new RangeError(
        `Cannot read the drawing: ${where} has ${JSON.stringify(character)}. Use space . : + * # only.`,
      );
    }),
  );
  if (!image.some((row) => row.some((gray) => gray > 0))) {
    throw new RangeError("Cannot read the drawing: it is blank. Draw with # and, for lighter ink, : + *.");
  }
  return image;
}
