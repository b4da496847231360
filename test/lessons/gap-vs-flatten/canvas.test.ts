import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { digitAt, digitsFrom } from "../../../src/images/digits/digits.js";
import { onCanvas } from "../../../src/lessons/gap-vs-flatten/canvas.js";

const two = digitsFrom(
  [
    [
      [1, 2],
      [3, 4],
    ],
    [
      [5, 6],
      [7, 8],
    ],
  ],
  [3, 9],
);

describe("onCanvas", () => {
  it("puts every digit whole at the same place, background around it", () => {
    const placed = onCanvas(two, { size: 4, top: 1, left: 2 });
    assert.deepEqual([placed.count, placed.height, placed.width], [2, 4, 4]);
    assert.deepEqual(digitAt(placed, 1), [
      [0, 0, 0, 0],
      [0, 0, 5, 6],
      [0, 0, 7, 8],
      [0, 0, 0, 0],
    ]);
    assert.deepEqual(digitAt(placed, 0)[2], [0, 0, 3, 4]);
    assert.deepEqual([...placed.labels], [3, 9]);
  });

  it("leaves a digit that fills its canvas as it is, and the original alone", () => {
    assert.deepEqual(onCanvas(two, { size: 2, top: 0, left: 0 }).pixels, two.pixels);
    onCanvas(two, { size: 5, top: 0, left: 0 }).pixels.fill(9);
    assert.deepEqual([...two.pixels], [1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("refuses places where digits stick out", () => {
    for (const place of [
      { size: 4, top: 3, left: 0 },
      { size: 4, top: 0, left: -1 },
      { size: 1, top: 0, left: 0 },
      { size: 4, top: 0.5, left: 0 },
    ]) {
      assert.throws(() => onCanvas(two, place), {
        name: "RangeError",
        message: `Cannot put digits of 2x2 at row ${place.top}, column ${place.left} of a canvas of ${place.size}x${place.size}: they stick out. Give whole numbers that leave room.`,
      });
    }
  });
});
