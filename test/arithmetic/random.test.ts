import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { normal, seeded, shuffled } from "../../src/arithmetic/random.js";

/** mulberry32 once more, in whole numbers of any size, so that no 32-bit trick is shared with the library. */
function* mulberry32(seed: bigint): Generator<number> {
  const word = 2n ** 32n;
  let state = ((seed % word) + word) % word;
  for (;;) {
    state = (state + 0x6d2b79f5n) % word;
    let bits = ((state ^ (state >> 15n)) * (state | 1n)) % word;
    bits ^= (bits + (bits ^ (bits >> 7n)) * (bits | 61n)) % word;
    yield Number((bits ^ (bits >> 14n)) % word) / Number(word);
  }
}

test("seeded(seed) gives the numbers of mulberry32", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (seed) => {
      const random = seeded(seed);
      const expected = mulberry32(BigInt(seed));
      for (let draw = 0; draw < 20; draw++) assert.equal(random(), expected.next().value);
    }),
    { seed: 1 },
  );
});

test("seeded(seed) repeats itself, differs between seeds, and shares nothing", () => {
  const [first, again, other] = [seeded(7), seeded(7), seeded(8)];
  const draws = Array.from({ length: 100 }, () => [first(), again(), other()] as const);
  assert.ok(draws.every(([a, b]) => a === b));
  assert.ok(draws.every(([a, , c]) => a !== c));
});

test("seeded(seed) fills [0, 1) evenly", () => {
  const random = seeded(5);
  const bins = Array(10).fill(0);
  for (let draw = 0; draw < 100_000; draw++) {
    const value = random();
    assert.ok(value >= 0 && value < 1, `drew ${value}`);
    bins[Math.floor(value * 10)]++;
  }
  // Each bin expects 10,000 with a deviation of 95; five deviations either way.
  assert.ok(
    bins.every((count) => Math.abs(count - 10_000) < 475),
    String(bins),
  );
});

test("seeded(seed) refuses a seed that is no whole number", () => {
  for (const seed of [NaN, 1.5, Infinity, 2 ** 60, "1", undefined]) {
    assert.throws(
      () => seeded(seed as number),
      /^RangeError: Cannot seed the random numbers: seed is .*whole number/,
    );
  }
});

test("shuffled(length, random) holds each index once, for the same seed in the same order", () => {
  fc.assert(
    fc.property(fc.nat(200), fc.integer(), (length, seed) => {
      const order = shuffled(length, seeded(seed));
      assert.ok(order instanceof Uint32Array, "a Uint32Array");
      assert.deepEqual(
        [...order].sort((a, b) => a - b),
        Array.from({ length }, (_, index) => index),
      );
      assert.deepEqual(shuffled(length, seeded(seed)), order);
    }),
    { seed: 2 },
  );
});

test("shuffled(3, random) gives each of the six orders equally often", () => {
  const random = seeded(3);
  const counts = new Map<string, number>();
  for (let draw = 0; draw < 6000; draw++) {
    const order = shuffled(3, random).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  // Each order expects 1000 with a deviation of 29; five deviations either way.
  assert.ok(
    [...counts.values()].every((count) => Math.abs(count - 1000) < 145),
    String([...counts]),
  );
});

test("shuffled(length, random) refuses a length that is no count", () => {
  for (const length of [-1, 1.5, NaN, 2 ** 32]) {
    assert.throws(
      () => shuffled(length, seeded(1)),
      /^RangeError: Cannot shuffle indices: length is .*whole number from 0 to 4294967295/,
    );
  }
});

test("normal(random) has mean 0, deviation 1, and 68% within one deviation", () => {
  const random = seeded(11);
  const draws = Array.from({ length: 20_000 }, () => normal(random));
  const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
  const variance = draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws.length;
  const within = draws.filter((value) => Math.abs(value) < 1).length / draws.length;
  // Deviations of these figures are 0.007, 0.01 and 0.0033; five of each.
  assert.ok(Math.abs(mean) < 0.035, `mean ${mean}`);
  assert.ok(Math.abs(variance - 1) < 0.05, `variance ${variance}`);
  assert.ok(Math.abs(within - 0.6827) < 0.0165, `within ${within}`);
});

test("normal(random) is finite even where the generator gives 0", () => {
  assert.ok(Number.isFinite(normal(() => 0)));
  assert.ok(Number.isFinite(normal(() => 1 - 2 ** -32)));
});
