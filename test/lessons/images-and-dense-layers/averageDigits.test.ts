import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { averageDigits } from "../../../src/lessons/images-and-dense-layers/averageDigits.js";

const one = (pixels: number[], label: number) => ({ image: [pixels], label });
const setOf = (...some: { image: number[][]; label: number }[]) =>
  digitsFrom(
    some.map(({ image }) => image),
    some.map(({ label }) => label),
  );
const others = [0, 1, 2, 4, 5, 6, 7, 8, 9].map((label) => one([0, 255], label));

test("averageDigits(digits) averages the images of each digit apart, from paper 0 to ink 1", () => {
  const averages = averageDigits(setOf(...others, one([255, 0], 3), one([255, 51], 3), one([0, 0], 3)));
  assert.equal(averages.length, 10);
  assert.deepEqual(averages[3], [2 / 3, 1 / 15]);
  assert.deepEqual(averages[9], [0, 1]);
});

test("averageDigits refuses digits of which one is missing", () => {
  assert.throws(
    () => averageDigits(setOf(...others)),
    /^RangeError: Cannot average the digits: none of these 9 is a 3\./,
  );
});
