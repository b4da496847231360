import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../../../src/arithmetic/random.js";
import { readVega } from "../../../src/charts/drawing/draw.js";
import { lettersSignal, numberList, numberText } from "../../../src/lessons/networkExplorer/numberText.js";

/** What a specification reads from the text. */
function roundTrip(numbers: readonly number[]): number[] {
  const { signals, data } = numberList("W", numbers);
  const rows = readVega({ signals: [lettersSignal, ...signals], data, marks: [] }, "WRows");
  return rows.map((row) => (row as { value: number }).value);
}

test("numberList() gives numbers back, to half a 131,071st of the largest", () => {
  const random = seeded(5);
  const numbers = Array.from({ length: 500 }, () => 6 * random() - 3);
  const largest = Math.max(...numbers.map(Math.abs));
  const found = roundTrip(numbers);
  assert.equal(found.length, numbers.length);
  for (const [at, value] of numbers.entries())
    assert.ok(Math.abs(value - (found[at] ?? 9)) <= (0.51 * largest) / 131_071, `${value}: ${found[at]}`);
});

test("numberList() keeps zero, the largest and the smallest as they are", () => {
  assert.deepEqual(roundTrip([0, 2, -2]), [0, 2, -2]);
  assert.deepEqual(roundTrip([0, 0]), [0, 0]);
});

test("numberText() takes three letters a number", () => {
  assert.equal(numberText([1, -1, 0.5]).text.length, 9);
  assert.match(numberText([1, -1, 0.5, 0]).text, /^[-\w]+$/);
});
