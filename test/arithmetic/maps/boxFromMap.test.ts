import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { aboveLevel, boxFromMap, peakOf } from "../../../src/arithmetic/maps/boxFromMap.js";
import { connectedComponents } from "../../../src/arithmetic/maps/components.js";

const box = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
const mask = (text: string) =>
  text.split("/").map((row) => [...row].map((character) => (character === "#" ? 1 : 0)));

describe("connectedComponents", () => {
  for (const { name, text, expected } of [
    { name: "none", text: "../..", expected: [] },
    { name: "corners touch", text: "#./.#", expected: [{ pixels: 2, box: box(0, 0, 2, 2) }] },
    {
      name: "two, in row order",
      text: "..#/#.#/#..",
      expected: [
        { pixels: 2, box: box(0, 2, 2, 3) },
        { pixels: 2, box: box(1, 0, 3, 1) },
      ],
    },
    { name: "the other diagonal", text: ".#/#.", expected: [{ pixels: 2, box: box(0, 0, 2, 2) }] },
    { name: "a U is one, found from its second arm as well", text: "#.#/#.#/###", expected: [{ pixels: 7, box: box(0, 0, 3, 3) }] },
    { name: "no way around the edge of a row", text: "..#/.../#..", expected: [{ pixels: 1, box: box(0, 2, 1, 3) }, { pixels: 1, box: box(2, 0, 3, 1) }] },
  ]) {
    it(name, () => assert.deepEqual(connectedComponents(mask(text)), expected));
  } // biome-ignore format: a table

  it("takes a large mask, all of it one component", () => {
    const full = Array.from({ length: 300 }, () => new Array<number>(300).fill(1));
    assert.deepEqual(connectedComponents(full), [{ pixels: 90_000, box: box(0, 0, 300, 300) }]);
  });

  it("shares out every pixel of the mask", () => {
    const bits = fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 5, maxLength: 5 }), { minLength: 4, maxLength: 4 }); // biome-ignore format: one line
    fc.assert(
      fc.property(bits, (random) => {
        const pixels = connectedComponents(random).reduce((sum, each) => sum + each.pixels, 0);
        assert.equal(pixels, random.flat().filter((bit) => bit === 1).length);
      }),
    );
  });
});

describe("boxFromMap", () => {
  it("takes 20% of the maximum unless told, and strictly more", () => {
    const map = [
      [2, 2.001, 0],
      [0, 10, 0],
      [0, 0, 0],
    ];
    assert.deepEqual(boxFromMap(map), box(0, 1, 2, 2));
    assert.deepEqual(boxFromMap(map, { threshold: 0.1 }), box(0, 0, 2, 2));
    assert.deepEqual(boxFromMap(map, { threshold: 0.5 }), box(1, 1, 2, 2));
  });

  it("takes the largest component, not the one with the maximum", () => {
    assert.deepEqual(boxFromMap([[9, 0, 3, 3, 0, 0, 4]]), box(0, 2, 1, 4));
  });

  it("takes the first in row order of components equally large", () => {
    const map = [
      [0, 0, 0, 5],
      [3, 0, 0, 5],
      [3, 0, 0, 0],
    ];
    assert.deepEqual(boxFromMap(map), box(0, 3, 2, 4));
  });

  it("counts pixels, not the area of the box", () => {
    const map = [
      [5, 0, 0, 0, 0, 0],
      [0, 5, 0, 5, 5, 0],
      [0, 0, 5, 0, 5, 5],
    ];
    // The diagonal of 3 pixels touches the block of 4: one component of 7.
    assert.deepEqual(boxFromMap(map), box(0, 0, 3, 6));
    const apart = [
      [5, 0, 0, 0, 0, 0],
      [0, 5, 0, 0, 5, 5],
      [0, 0, 5, 0, 5, 5],
    ];
    assert.deepEqual(boxFromMap(apart), box(1, 4, 3, 6));
  });

  it("draws none where nothing is positive, whatever the threshold", () => {
    for (const threshold of [0, 0.2, 1]) {
      assert.equal(boxFromMap([[-1, -2]], { threshold }), undefined);
      assert.equal(boxFromMap([[0, 0]], { threshold }), undefined);
    }
    assert.equal(boxFromMap([[1, 3]], { threshold: 1 }), undefined, "nothing exceeds the maximum");
    assert.deepEqual(boxFromMap([[-5, 1, 0]], { threshold: 0 }), box(0, 1, 1, 2));
  });

  it("does not mind the scale of a map", () => {
    const value = fc.integer({ min: -8, max: 8 });
    const rows = fc.array(fc.array(value, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (map) => {
        const twice = map.map((row) => row.map((each) => 4 * each));
        assert.deepEqual(boxFromMap(twice), boxFromMap(map));
      }),
    );
  });

  it("refuses what it cannot cut", () => {
    for (const threshold of [-0.1, 1.1, Number.NaN]) {
      assert.throws(() => boxFromMap([[1]], { threshold }), /^RangeError: Cannot cut a map at the threshold/);
    }
    assert.throws(
      () => boxFromMap([[1, Infinity]]),
      /^RangeError: Cannot cut a map whose maximum is Infinity/,
    );
    assert.throws(() => boxFromMap([[Number.NaN]]), /^RangeError: Cannot find the peak: the map has NaN/);
    assert.throws(() => boxFromMap([]), /^RangeError: Cannot find the peak: the map is empty/);
  });
});

describe("peakOf and aboveLevel", () => {
  it("find the first of the largest, and what is strictly above", () => {
    assert.deepEqual(
      peakOf([
        [-3, -1],
        [-1, -2],
      ]),
      { row: 0, column: 1, value: -1 },
    );
    assert.deepEqual(aboveLevel([[1, 2, 3]], 2), [[0, 0, 1]]);
  });
});
