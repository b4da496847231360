import assert from "node:assert/strict";
import { test } from "node:test";
import { matrixIn } from "../../../../src/lessons/exercise/answers/matrices.js";
import { matrixForms, tensorOf } from "../forms.js";

const rows = [[1, 2, 3], [4, 5, 6]]; // biome-ignore format: a matrix
const size = { height: 2, width: 3 };

test("matrixIn(answer, size) reads rows in every form", () => {
  for (const form of matrixForms(rows)) assert.deepEqual(matrixIn(form, size), rows, JSON.stringify(form));
});

test("matrixIn(answer) takes axes of length 1 away, and numbers in a row only where the size is known", () => {
  for (const shape of [[2, 3], [1, 2, 3, 1], [2, 3, 1], [1, 2, 3], [2, 3, 1, 1], [1, 1, 2, 3]]) // biome-ignore format: shapes
    assert.deepEqual(matrixIn(tensorOf(rows.flat(), shape)), rows, String(shape));
  assert.equal(matrixIn(rows.flat()), undefined);
  assert.equal(matrixIn(tensorOf(rows.flat(), [3, 2]), size)?.length, 3, "rows are not columns");
  assert.deepEqual(matrixIn([]), []);
  for (const answer of [
    7,
    "x",
    [[1], [2, 3]],
    [["x"]],
    {},
    tensorOf([...rows.flat(), ...rows.flat()], [2, 2, 3]),
  ])
    assert.equal(matrixIn(answer, size), undefined, JSON.stringify(answer));
});
