import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { meansUnderMoves } from "../../../src/lessons/pooling/meansUnderMoves.js";

const column = (at: number, ink = 200) =>
  Array.from({ length: 6 }, () => Array.from({ length: 6 }, (_, x) => (x === at ? ink : 0)));

test("meansUnderMoves(examples, digits) answers with the nearest mean", async () => {
  const examples = digitsFrom([column(1, 180), column(1, 220), column(4), column(4)], [0, 0, 1, 1]);
  const wide = digitsFrom([column(1), column(4)], [0, 1]);
  // Up and down nothing changes but a row. To the left or right a line lies on neither mean, and both are as far.
  const { accuracy, steady } = await meansUnderMoves(examples, wide);
  assert.equal(accuracy, 1);
  assert.equal(
    steady,
    6 / 8,
    "of two equally near means the first is taken, which costs class 1 two answers",
  );
  assert.equal((await meansUnderMoves(examples, digitsFrom([column(4)], [0]))).accuracy, 0);
});

test("meansUnderMoves(examples, digits) refuses a class without examples", () => {
  assert.throws(
    () => meansUnderMoves(digitsFrom([column(1), column(2)], [0, 2]), digitsFrom([column(1)], [0])),
    /^RangeError: Cannot take the mean of class 1/,
  );
});
