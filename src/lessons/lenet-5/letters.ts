import { crossCorrelate } from "../../arithmetic/correlate.js";
import { classicalKernels } from "../../arithmetic/kernels.js";
import type { Matrix } from "../../arithmetic/matrix.js";
import { requireOptions } from "../../arithmetic/options.js";
import { maxPool } from "../../arithmetic/pool.js";
import { seeded } from "../../arithmetic/random.js";
import { requireWhole } from "../../arithmetic/whole.js";
import { centreByMass, fitTo20 } from "../../images/digits/asMnist.js";
import { type Digits, digitsFrom } from "../../images/digits/digits.js";
import { distort } from "../../images/digits/distort.js";
import { readDrawing } from "../../images/digits/drawing.js";
import { drawingsOn } from "../../images/digits/drawingSheet.js";

/** The capital letters, each 7 signs wide and 9 high, in rows of seven. */
const sheet = `
...#... #####.. ..####. #####.. ####### ####### ..####.
..#.#.. #....#. .#....# #....#. #...... #...... .#....#
..#.#.. #....#. #...... #.....# #...... #...... #......
.#...#. #....#. #...... #.....# #...... #...... #......
.#...#. #####.. #...... #.....# #####.. #####.. #...###
.#####. #....#. #...... #.....# #...... #...... #.....#
#.....# #.....# #...... #.....# #...... #...... #.....#
#.....# #.....# .#....# #....#. #...... #...... .#....#
#.....# ######. ..####. #####.. ####### #...... ..####.

#.....# .#####. ...#### #.....# #...... #.....# #.....#
#.....# ...#... .....#. #....#. #...... ##...## ##....#
#.....# ...#... .....#. #...#.. #...... #.#.#.# #.#...#
#.....# ...#... .....#. #..#... #...... #..#..# #.#...#
####### ...#... .....#. ###.... #...... #..#..# #..#..#
#.....# ...#... .....#. #..#... #...... #.....# #...#.#
#.....# ...#... #....#. #...#.. #...... #.....# #...#.#
#.....# ...#... #....#. #....#. #...... #.....# #....##
#.....# .#####. .####.. #.....# ####### #.....# #.....#

..###.. ######. ..###.. ######. ..####. ####### #.....#
.#...#. #.....# .#...#. #.....# .#....# ...#... #.....#
#.....# #.....# #.....# #.....# #...... ...#... #.....#
#.....# #.....# #.....# #.....# .#..... ...#... #.....#
#.....# ######. #.....# ######. ..###.. ...#... #.....#
#.....# #...... #.....# #..#... .....#. ...#... #.....#
#.....# #...... #...#.# #...#.. ......# ...#... #.....#
.#...#. #...... .#...#. #....#. #.....# ...#... .#...#.
..###.. #...... ..###.# #.....# .#####. ...#... ..###..

#.....# #.....# #.....# #.....# #######
#.....# #.....# .#...#. .#...#. .....#.
#.....# #.....# ..#.#.. .#...#. ....#..
.#...#. #..#..# ..#.#.. ..#.#.. ....#..
.#...#. #..#..# ...#... ...#... ...#...
.#...#. #..#..# ..#.#.. ...#... ..#....
..#.#.. #.#.#.# ..#.#.. ...#... ..#....
..#.#.. ##...## .#...#. ...#... .#.....
...#... #.....# #.....# ...#... #######`;

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Text art of each capital letter, by its name: 9 lines of 7 signs. */
export const letters: Readonly<Record<string, string>> = Object.fromEntries(
  drawingsOn(sheet).map((art, index) => [alphabet[index] as string, art]),
);

/** Images of letters as a network for digits takes them. Their `labels` are all 0 and mean nothing; `names` says what they are. */
export interface LetterImages extends Digits {
  names: readonly string[];
}

/**
 * The capital letters A to Z, made as the digits of MNIST were (ink 20 pixels on its longer side, centre of mass in the
 * middle), softened, every second one thickened at random, then distorted at random: what a network for digits has never seen.
 *
 * @param options.each how many of every letter, all A first. @default {4}
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if it is no whole number from 1
 * @example letterImages({ seed: 1 }).count // 104
 */
export function letterImages(options: { seed: number; each?: number }): LetterImages {
  requireOptions("draw letters", options, ["seed", "each"]);
  const { seed, each = 4 } = options;
  requireWhole("draw letters", { each }, { from: 1 });
  const random = seeded(seed);
  const names = [...alphabet].flatMap((name) => new Array<string>(each).fill(name));
  const images = names.map((name) => {
    const field = centreByMass(fitTo20(readDrawing(letters[name] as string)));
    return softened(random() < 0.5 ? field : maxPool(field, { size: 2, stride: 1, padding: "same" }));
  });
  const blank = new Array<number>(names.length).fill(0);
  return { ...distort(digitsFrom(images, blank), { seed, shift: 1 }), names };
}

/** Gray at the edges, as from a pen. */
function softened(image: Matrix): Matrix {
  const blurred = crossCorrelate(image, classicalKernels.gaussianBlur, { padding: "same" });
  return blurred.map((row) => row.map((value) => Math.min(255, 1.4 * value)));
}
