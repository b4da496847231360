import assert from "node:assert/strict";
import { test } from "node:test";
import { formOf } from "../../../../src/lessons/exercise/answers/form.js";
import { tensorOf } from "../forms.js";

test("formOf(answer) says in words what was passed", () => {
  const cases: [answer: unknown, form: string][] = [
    [undefined, "undefined"],
    [null, "null"],
    [true, "true"],
    [Number.NaN, "NaN, which is not a number"],
    [7, "7"],
    [7n, "7"],
    ["soon", 'the text "soon"'],
    ["", "an empty text"],
    ["..\n##\n", "a text of 2 lines"],
    ["x".repeat(60), `the text "${"x".repeat(39)}…"`],
    [() => 1, "a function"],
    [Symbol("x"), "a symbol"],
    [[], "an empty list"],
    [[1], "a list of one number"],
    [[1, 2, 3], "a list of 3 numbers"],
    [[[1, 2], [3, 4]], "numbers in 2 x 2"],
    [[[1, 2], [3]], "2 rows that are not equally long"],
    [[1, "x"], 'a list of 2 with the text "x" in it'],
    [[1, [2]], "a list of 2 that are not all alike"],
    [tensorOf([1, 2], [1, 2]), "a tensor of shape [1, 2]"],
    [{}, "an empty object"],
    [{ a: 1, b: 2 }, "an object with a, b"],
    [new Map(), "a Map"],
    [new Date(0), "a Date"],
  ]; // biome-ignore format: pairs
  for (const [answer, form] of cases) assert.equal(formOf(answer), form);
});
