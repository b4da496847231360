import { drawingsOn } from "../../../images/digits/drawingSheet.js";

/** Height and width of a code drawn as a picture: 84 places, one for each unit of F6. */
export const codeShape = { height: 12, width: 7 } as const;

/** 0 to 4, and below them 5 to 9. */
const sheet = `
..###.. ...##.. .#####. ####### ##.....
.##.##. ..###.. ##...## .....## ##..##.
##...## .####.. .....## ....##. ##..##.
##...## ...##.. .....## ...##.. ##..##.
##...## ...##.. ....##. ..####. ##..##.
##...## ...##.. ...##.. .....## ##..##.
##...## ...##.. ..##... .....## #######
##...## ...##.. .##.... .....## #######
##...## ...##.. ##..... .....## ....##.
.##.##. ...##.. ##..... ##...## ....##.
..###.. .###### ####### .#####. ....##.
....... ....... ....... ....... ....##.

####### ...###. ####### .#####. .......
####### ..##... ####### ##...## .######
##..... .##.... .....## ##...## ##...##
##..... ##..... .....## ##...## ##...##
##..... ##..... ....##. .#####. ##...##
######. ######. ....##. .#####. .######
.....## ##...## ...##.. ##...## .....##
.....## ##...## ...##.. ##...## .....##
.....## ##...## ..##... ##...## .....##
##...## ##...## ..##... ##...## .....##
.#####. ##...## ..##... .#####. .....##
....... .#####. ..##... ....... .#####.`;

/**
 * The ten digits as 7x12 bitmaps, the codes that the output of LeNet-5 compares F6 with. Drawn for this project after the idea
 * of the paper's figure 3: `#` stands for +1, `.` for -1.
 */
export const digitCodes: readonly string[] = drawingsOn(sheet);

/**
 * The numbers of a code: +1 for each `#` and -1 for each `.`, row by row.
 *
 * @throws {RangeError} if the drawing has not 12 lines of 7 such signs
 * @example codeOf(digitCodes[7]).length // 84
 */
export function codeOf(drawing: string): number[] {
  const lines = drawing
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const wrong = lines.find((line) => !/^[#.]{7}$/.test(line));
  if (lines.length !== codeShape.height || wrong !== undefined) {
    const found = wrong === undefined ? `${lines.length} lines` : `the line "${wrong}"`;
    throw new RangeError(`Cannot read a code with ${found}. Draw 12 lines of 7 signs, each # or a dot.`);
  }
  return [...lines.join("")].map((sign) => (sign === "#" ? 1 : -1));
}
