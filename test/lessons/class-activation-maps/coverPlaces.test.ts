import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { inkiestElsewhere, squareAround } from "../../../src/lessons/class-activation-maps/coverPlaces.js";

const size = { height: 8, width: 10 };

test("squareAround(place, side, size) stays inside and holds the place", () => {
  for (let row = 0; row < size.height; row++) {
    for (let column = 0; column < size.width; column++) {
      for (const side of [1, 3, 4, 8]) {
        const box = squareAround({ row, column }, side, size);
        assert.equal(box.bottom - box.top, side);
        assert.equal(box.right - box.left, side);
        assert.ok(box.top >= 0 && box.left >= 0 && box.bottom <= size.height && box.right <= size.width);
        assert.ok(box.top <= row && row < box.bottom && box.left <= column && column < box.right);
      }
    }
  }
  assert.throws(() => squareAround({ row: 0, column: 0 }, 9, size), /Cannot cover a square of 9.*8 x 10/);
});

/** Ink in two spots: much at the upper left, less at the lower right. */
const two = Array.from({ length: 10 }, (_, y) =>
  Array.from({ length: 10 }, (_, x) => (y < 3 && x < 3 ? 200 : y >= 7 && x >= 6 ? 90 : 0)),
);
const scenes = digitsFrom([two.map((row) => row.map(() => 0)), two], [0, 0]);

test("inkiestElsewhere(scenes, index, box) finds most ink in its own image that does not touch the box", () => {
  const upper = { top: 0, left: 0, bottom: 3, right: 3 };
  assert.deepEqual(inkiestElsewhere(scenes, 1, upper), { top: 7, left: 6, bottom: 10, right: 9 });
  const lower = { top: 7, left: 7, bottom: 10, right: 10 };
  assert.deepEqual(inkiestElsewhere(scenes, 1, lower), upper);
  const beside = { top: 0, left: 2, bottom: 3, right: 5 };
  assert.deepEqual(inkiestElsewhere(scenes, 1, beside), { top: 7, left: 6, bottom: 10, right: 9 });
  assert.deepEqual(inkiestElsewhere(scenes, 0, upper), { top: 0, left: 3, bottom: 3, right: 6 });
});

test("inkiestElsewhere(scenes, index, box) refuses where there is no room", () => {
  assert.throws(
    () => inkiestElsewhere(scenes, 0, { top: 2, left: 2, bottom: 8, right: 8 }),
    /Cannot cover elsewhere: beside 6 x 6 .* no room/,
  );
});
