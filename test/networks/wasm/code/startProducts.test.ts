import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import fc from "fast-check";
import { seeded } from "../../../../src/arithmetic/random.js";
import type { Memory, Products } from "../../../../src/networks/wasm/code/products.js";
import { startProducts } from "../../../../src/networks/wasm/code/startProducts.js";

/** Places in a small memory: two matrices, and what is written. */
const [a, b, c, end] = [1024, 16_384, 32_768, 65_536];
const numbers = (min: number, max: number) => fc.integer({ min, max });
const bytes = (min: number, max: number) => numbers(min, max).map((count) => 4 * count);

const anyRows = fc.record({
  ...{ a: fc.constant(a), aRow: bytes(0, 20), aRun: bytes(0, 40), aLine: bytes(0, 30), aImage: bytes(0, 50) },
  ...{ runs: numbers(0, 4), length: numbers(0, 12), b: fc.constant(b) },
  ...{ c: fc.constant(c), cRow: bytes(1, 24), cLine: bytes(0, 40), cImage: bytes(0, 60) },
  ...{ rows: numbers(0, 9), lines: numbers(0, 3), images: numbers(0, 3), columns: numbers(0, 20) },
  adds: fc.boolean(),
});

/** What is not added to must not lie on itself: which sum stays would be a matter of order. */
const rowsByColumns = anyRows.map((given) => {
  if (given.adds) return given;
  const cRow = Math.max(given.cRow, 4 * given.columns);
  return { ...given, cRow, cLine: cRow * given.rows, cImage: cRow * given.rows * given.lines };
});

const columnsByColumns = fc.record({
  ...{ a: fc.constant(a), aStep: bytes(0, 9), aRun: bytes(0, 40), aImage: bytes(0, 50) },
  ...{ b: fc.constant(b), bStep: bytes(0, 20), bRun: bytes(0, 40), bImage: bytes(0, 50) },
  ...{ runs: numbers(0, 4), length: numbers(0, 12), images: numbers(0, 3) },
  ...{ c: fc.constant(c), cRow: bytes(20, 24), rows: numbers(0, 11), columns: numbers(0, 20) },
});

/** Small multiples of 1/8, whose sums are exact in any order, and sometimes what is no number. */
function fill(memory: Memory, seed: number, odd: boolean): Float32Array {
  const random = seeded(seed);
  const values = new Float32Array(memory.buffer);
  for (let index = 0; index < values.length; index++) values[index] = Math.floor(random() * 33 - 16) / 8;
  if (odd)
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
      values[a / 4 + Math.floor(random() * 40)] = value;
  return values;
}

/** Zero has no sign here. */
const same = (one: number, other: number) => one === other || (Number.isNaN(one) && Number.isNaN(other));

describe("products of matrices, by vectors and in plain JavaScript", () => {
  let [fast, plain]: Products[] = [];
  let memory: Memory;

  before(async () => {
    const { Memory } = (globalThis as unknown as { WebAssembly: { Memory: new (size: object) => Memory } })
      .WebAssembly;
    memory = new Memory({ initial: 1 });
    assert.equal(memory.buffer.byteLength, end);
    fast = await startProducts(memory, 16, true);
    plain = await startProducts(memory, 16, false);
  });

  for (const [name, cases] of [
    ["rowsByColumns", rowsByColumns],
    ["columnsByColumns", columnsByColumns],
  ] as const) {
    it(`${name} gives the same in both, and writes nowhere else`, () =>
      fc.assert(
        fc.property(cases as fc.Arbitrary<never>, fc.nat(), fc.boolean(), (given, seed, odd) => {
          const results = [fast, plain].map((products) => {
            const values = fill(memory, seed, odd);
            products?.[name](given);
            // The scratch place is before the matrices.
            return values.slice(a / 4);
          });
          const [found = [], wanted = []] = results.map((values) => Array.from(values));
          const wrong = found.findIndex((value, place) => !same(value, wanted[place] as number));
          assert.equal(wrong, -1, `${found[wrong]} instead of ${wanted[wrong]} at ${4 * wrong + a}`);
        }),
        { numRuns: 1500, seed: 21 },
      ));
  }
});
