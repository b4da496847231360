import { seeded } from "../../../src/arithmetic/random.js";
import { digitsFrom } from "../../../src/images/digits/digits.js";

/** Images of 28x28 random pixels, labelled in turn. */
export function fewDigits(count: number, seed = 1) {
  const random = seeded(seed);
  const image = () =>
    Array.from({ length: 28 }, () => Array.from({ length: 28 }, () => Math.floor(256 * random())));
  return digitsFrom(
    Array.from({ length: count }, image),
    Array.from({ length: count }, (_, index) => index % 10),
  );
}
