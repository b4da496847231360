import assert from "node:assert/strict";
import { test } from "node:test";
import { tablesIn } from "../../../../src/lessons/exercise/checks/tables.js";

const task = { names: [["first", "a"], ["second", "b"]], called: ["first map", "second map"], side: 2, ask: "Pass two maps." } as const; // biome-ignore format: short
const unit = [[1, 0], [0, 1]]; // biome-ignore format: a matrix

test("tablesIn(answer, task) reads tables in any form, or says which of them is wrong and how", () => {
  for (const answer of [{ first: unit, second: unit.flat() }, [unit, "1 0\n0 1"], { A: unit, B: unit }])
    assert.deepEqual(tablesIn(answer, task), { tables: [unit, unit] });
  const cases: [answer: unknown, message: RegExp][] = [
    [7, /^Pass two maps\. This is 7\.$/],
    [{ first: unit }, /an object with first\.$/],
    [{ first: unit, second: "soon" }, /^Pass two maps\. The second map is the text "soon"\.$/],
    [{ first: [[1, 2, 3]], second: unit }, /^Each should be 2x2; the first map is 1x3\.$/],
    [{ first: unit, second: [[1, 0], [0, Number.NaN]] }, /^The second map holds something that is no finite number\.$/],
  ]; // biome-ignore format: pairs
  for (const [answer, message] of cases) {
    const read = tablesIn(answer, task);
    assert.match("message" in read ? read.message : "read", message);
  }
});
