import assert from "node:assert/strict";
import { test } from "node:test";
import { listIn, numberIn, numbersFor, numbersIn } from "../../../../src/lessons/exercise/answers/numbers.js";
import { numberForms } from "../forms.js";

test("numberIn(answer) reads one number in every form", () => {
  for (const value of [7, -1, 51264, 4.5, 0.01])
    for (const form of numberForms(value))
      assert.ok(
        Math.abs((numberIn(form) ?? Number.NaN) - value) < 1e-6,
        `${value}: ${JSON.stringify(String(form))}`,
      );
  for (const answer of [[], [1, 2], {}, { a: 1, b: 2 }, "x", true, null, new Map(), [[1], [2]]])
    assert.equal(numberIn(answer), undefined, JSON.stringify(answer));
});

test("numbersFor(answer) gives both readings of a sign that may be either", () => {
  assert.deepEqual(numbersFor("63.600"), [63.6, 63600]);
  assert.deepEqual(numbersFor(["51,264"]), [51264, 51.264]);
  assert.deepEqual(numbersFor({ weights: "63.600" }), [63.6, 63600]);
});

test("listIn(answer) takes one row of numbers, numbersIn(answer) any", () => {
  assert.deepEqual(listIn([[1, 2]]), [1, 2]);
  assert.deepEqual(listIn([[1], [2]]), [1, 2]);
  assert.deepEqual(listIn("1,2"), [1, 2]);
  assert.equal(listIn([[1, 2], [3, 4]]), undefined); // biome-ignore format: short
  assert.deepEqual(numbersIn([[1, 2], [3, 4]]), [1, 2, 3, 4]); // biome-ignore format: short
  for (const answer of [7, "7x", {}]) assert.equal(listIn(answer), undefined);
});
