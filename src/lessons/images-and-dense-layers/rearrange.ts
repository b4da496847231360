import { requireOptions } from "../../arithmetic/options.js";
import { seeded } from "../../arithmetic/random.js";
import { isWhole, requireWhole } from "../../arithmetic/whole.js";
import { type Digits, pick, take } from "../../images/digits/digits.js";
import { shift } from "../../images/digits/shift.js";
import { bytesPerImage, type ImageSet, requireGray, type SameKind } from "../../images/images.js";

/**
 * The pixels of every image in another order, the same for all: pixel `i` of the result is pixel `order[i]` of the
 * original. Nothing is lost, only the neighbourhood.
 *
 * @throws {RangeError} if `order` does not hold every pixel's index, 0 to height x width - 1, once
 * @example rearrangePixels(digitsFrom([[[7, 8, 9]]], [1]), [2, 0, 1]).pixels // [9, 7, 8]
 */
export function rearrangePixels(digits: Digits, order: ArrayLike<number>): Digits {
  requireGray(digits, "rearrange the pixels of");
  const { count, height, width, labels } = digits;
  const size = height * width;
  const places = new Set(Array.from(order));
  const whole = [...places].every((place) => isWhole(place, { from: 0, to: size - 1 }));
  if (order.length !== size || places.size !== size || !whole) {
    throw new RangeError(
      `Cannot rearrange ${size} pixels by an order of ${order.length} with ${places.size} different places. Give each index from 0 to ${size - 1} once.`,
    );
  }
  const pixels = new Uint8Array(count * size);
  for (let start = 0; start < pixels.length; start += size) {
    for (let to = 0; to < size; to++) {
      pixels[start + to] = digits.pixels[start + (order[to] as number)] as number;
    }
  }
  return { count, height, width, pixels, labels };
}

/**
 * Every image moved by a random number of whole pixels, up to `pixels` along each axis. The same seed moves the same way.
 * Most digits of MNIST keep all their ink up to 3 pixels; beyond, some lose a little over the edge.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if the number of pixels is no whole number from 0
 * @example jitter(textDigit("#"), { pixels: 3, seed: 1 }).count // 1
 */
export function jitter<Given extends ImageSet>(
  digits: Given,
  options: { pixels: number; seed: number },
): SameKind<Given> {
  requireOptions("jitter images", options, ["pixels", "seed"]);
  const { pixels: most, seed } = options;
  requireWhole("move digits", { pixels: most }, { from: 0 });
  const random = seeded(seed);
  const step = () => Math.floor(random() * (2 * most + 1)) - most;
  const moved = pick(
    digits,
    Array.from({ length: digits.count }, (_, index) => index),
  );
  const size = bytesPerImage(digits, "move digits");
  for (let index = 0; index < digits.count; index++) {
    const { pixels } = shift(take(digits, index, 1), { rows: step(), columns: step() });
    moved.pixels.set(pixels, index * size);
  }
  return moved;
}
