import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Box, boxArea, boxHolds, intersectionOverUnion } from "../../../src/arithmetic/maps/boxes.js";

const box = (top: number, left: number, bottom: number, right: number): Box => ({ top, left, bottom, right });

const side = fc.integer({ min: 0, max: 6 });
const someBox = fc
  .tuple(side, side, side, side)
  .map(([top, left, height, width]) => box(top, left, top + height, left + width));

/** The same by counting pixels. */
function byCounting(a: Box, b: Box): number {
  let [both, either] = [0, 0];
  for (let row = 0; row < 12; row++) {
    for (let column = 0; column < 12; column++) {
      const inside = ({ top, left, bottom, right }: Box) =>
        row >= top && row < bottom && column >= left && column < right;
      if (inside(a) && inside(b)) both += 1;
      if (inside(a) || inside(b)) either += 1;
    }
  }
  return either === 0 ? 0 : both / either;
}

describe("intersectionOverUnion", () => {
  for (const { name, a, b, expected } of [
    { name: "equal", a: box(1, 2, 3, 5), b: box(1, 2, 3, 5), expected: 1 },
    { name: "shifted by one column", a: box(0, 0, 2, 2), b: box(0, 1, 2, 3), expected: 2 / 6 },
    { name: "one inside the other", a: box(0, 0, 4, 4), b: box(1, 1, 3, 3), expected: 4 / 16 },
    { name: "apart", a: box(0, 0, 2, 2), b: box(5, 5, 7, 7), expected: 0 },
    { name: "touching at an edge", a: box(0, 0, 2, 2), b: box(0, 2, 2, 4), expected: 0 },
    { name: "apart on both axes, no area from two negatives", a: box(0, 0, 1, 1), b: box(3, 3, 4, 4), expected: 0 },
    { name: "one empty", a: box(0, 0, 0, 0), b: box(0, 0, 2, 2), expected: 0 },
    { name: "both empty", a: box(1, 1, 1, 1), b: box(1, 1, 1, 1), expected: 0 },
  ]) {
    it(name, () => {
      assert.equal(intersectionOverUnion(a, b), expected);
      assert.equal(intersectionOverUnion(b, a), expected);
    });
  } // biome-ignore format: a table

  it("is what counting pixels gives", () => {
    fc.assert(
      fc.property(someBox, someBox, (a, b) => {
        assert.ok(Math.abs(intersectionOverUnion(a, b) - byCounting(a, b)) < 1e-12);
      }),
    );
  });

  it("refuses what is no box", () => {
    assert.throws(
      () => intersectionOverUnion(box(2, 0, 1, 4), box(0, 0, 1, 1)),
      /^RangeError: Cannot use the box .*"top":2.* ends before it begins/,
    );
    assert.throws(
      () => intersectionOverUnion(box(0, 0, 1, 1), { top: 0, left: 0, bottom: 1 } as Box),
      /^TypeError: Cannot use a box with right undefined/,
    );
    assert.throws(() => boxArea(undefined as unknown as Box), /^TypeError: Cannot use undefined as a box/);
  });
});

describe("boxHolds", () => {
  it("counts top and left in, bottom and right out", () => {
    const inside = (row: number, column: number) => boxHolds(box(1, 2, 3, 5), { row, column });
    assert.deepEqual([inside(1, 2), inside(2, 4), inside(3, 2), inside(2, 5), inside(0, 2)], [true, true, false, false, false]); // biome-ignore format: one line
  });
});
