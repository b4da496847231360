import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { inkOfZerosAndOnes } from "../../../src/lessons/how-a-network-learns/inkOfZerosAndOnes.js";

const images = [[[255, 255]], [[51, 0]], [[9, 9]], [[0, 0]], [[255, 0]]];
const digits = digitsFrom(images, [0, 1, 7, 1, 0]);

describe("inkOfZerosAndOnes", () => {
  it("inkOfZerosAndOnes leaves out other digits, and tells ink in tenths of the page", () => {
    assert.deepEqual(inkOfZerosAndOnes(digits, 200), { ink: [10, 1, 0, 5], isZero: [1, 0, 0, 1] });
  });

  it("inkOfZerosAndOnes takes the first ones, as many as are asked for", () => {
    assert.deepEqual(inkOfZerosAndOnes(digits, 2), { ink: [10, 1], isZero: [1, 0] });
    assert.throws(() => inkOfZerosAndOnes(digits, 0), { name: "RangeError", message: /number is 0/ });
  });
});
