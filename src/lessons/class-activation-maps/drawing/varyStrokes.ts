import { requireOptions } from "../../../arithmetic/options.js";
import { seeded } from "../../../arithmetic/random.js";
import { type Digits, requireGray } from "../../../images/images.js";
import { between } from "./frameInk.js";

/**
 * Every image as another hand might have written it: turned, slanted, stretched and enlarged a little around its middle, its
 * strokes thicker or thinner. The same seed varies the same way.
 *
 * @param options.strength 1 turns by up to 15 degrees, slants by up to 0.25, stretches and enlarges by up to 15%; 0 changes
 * nothing but the thickness. @default {1}
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if the strength is not from 0 to 2
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 5 });
 * varyStrokes(test, { seed: 1 }).count // 5
 */
export function varyStrokes(digits: Digits, options: { seed: number; strength?: number }): Digits {
  requireOptions("vary strokes", options, ["seed", "strength"]);
  const { seed, strength = 1 } = options;
  if (!(strength >= 0 && strength <= 2)) {
    throw new RangeError(`Cannot vary strokes with strength ${strength}. Give a number from 0 to 2.`);
  }
  requireGray(digits, "vary");
  const { count, height, width, labels } = digits;
  const size = height * width;
  const pixels = new Uint8Array(digits.pixels.length);
  const random = seeded(seed);
  const around = (most: number) => (2 * random() - 1) * most * strength;
  const [middleRow, middleColumn] = [(height - 1) / 2, (width - 1) / 2];
  for (let index = 0; index < count; index++) {
    const original = digits.pixels.subarray(index * size, (index + 1) * size);
    const image = thickened(original, height, width, 2 * random() - 0.7);
    const angle = around(Math.PI / 12);
    const [slant, stretch, enlarge] = [around(0.25), 1 + around(0.15), 1 + around(0.15)];
    const [cos, sin] = [Math.cos(angle) / enlarge, Math.sin(angle) / enlarge];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const down = (y - middleRow) * stretch;
        const right = x - middleColumn + slant * down;
        const value = between(
          image,
          height,
          width,
          middleRow + cos * down - sin * right,
          middleColumn + sin * down + cos * right,
        );
        pixels[index * size + y * width + x] = Math.round(value);
      }
    }
  }
  return { count, height, width, pixels, labels };
}

/** Moves each pixel by `share` of the way to the largest value beside it, or for a negative share to the smallest. */
function thickened(image: Uint8Array, height: number, width: number, share: number): Uint8Array {
  const extreme = share > 0 ? Math.max : Math.min;
  const result = new Uint8Array(image.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const place = y * width + x;
      const here = image[place] as number;
      const above = y > 0 ? (image[place - width] as number) : 0;
      const below = y < height - 1 ? (image[place + width] as number) : 0;
      const left = x > 0 ? (image[place - 1] as number) : 0;
      const right = x < width - 1 ? (image[place + 1] as number) : 0;
      result[place] = Math.round(here + Math.abs(share) * (extreme(here, above, below, left, right) - here));
    }
  }
  return result;
}
