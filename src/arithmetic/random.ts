import { requireWhole } from "./whole.js";

/**
 * A repeatable source of random numbers: each call of the returned function gives the next one in [0, 1).
 * The same seed gives the same numbers on every machine. A seed is a whole number; its low 32 bits count.
 *
 * The generator is mulberry32 by Tommy Ettinger (2017, public domain): 32 bits of state, a period of 2^32.
 * Good for shuffling and initial weights, never for secrets.
 *
 * @throws {RangeError} if the seed is no whole number
 * @example const random = seeded(0); random() // 0.26642920868471265
 */
export function seeded(seed: number): () => number {
  requireWhole("seed the random numbers", { seed });
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The indices 0 … length - 1 in random order, every order equally likely (up to the quality of `random`).
 * Fisher and Yates' method in Durstenfeld's form: Knuth, *The Art of Computer Programming*, 3.4.2, algorithm P.
 *
 * @param random gives the next number in [0, 1), as {@link seeded} makes them
 * @throws {RangeError} if the length is no whole number from 0 to 4294967295
 * @example shuffled(5, seeded(1)) // [4, 2, 1, 0, 3]
 */
export function shuffled(length: number, random: () => number): Uint32Array {
  requireWhole("shuffle indices", { length }, { from: 0, to: 2 ** 32 - 1 });
  const indices = Uint32Array.from({ length }, (_, index) => index);
  for (let last = length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    const kept = indices[last] as number;
    indices[last] = indices[chosen] as number;
    indices[chosen] = kept;
  }
  return indices;
}

/**
 * One draw from the normal distribution with mean 0 and deviation 1. Uses two numbers of `random`.
 *
 * @param random gives the next number in [0, 1), as {@link seeded} makes them
 * @example normal(seeded(1)) // 1.404
 * @see Box and Muller, *A note on the generation of random normal deviates*, 1958
 */
export function normal(random: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random())); // 1 - random() is never 0, so the logarithm is finite
  return radius * Math.cos(2 * Math.PI * random());
}
