import assert from "node:assert/strict";
import { test } from "node:test";
import { digitAt, digitsFrom } from "../../../src/images/digits/digits.js";
import { onePixelMoves } from "../../../src/lessons/pooling/onePixelMoves.js";

const dot = (row: number, column: number) =>
  Array.from({ length: 4 }, (_, y) =>
    Array.from({ length: 4 }, (_, x) => (y === row && x === column ? 9 : 0)),
  );
const digits = digitsFrom([dot(1, 1), dot(1, 2)], [0, 1]);

test("onePixelMoves(digits, answers) counts right answers, and those that stay in four directions", async () => {
  // The answer is the half in which the dot stands: each dot leaves its half by one of four moves.
  const half = (moved: typeof digits) =>
    [0, 1].map((index) =>
      Number(digitAt(moved, index).some((row) => row.slice(2).some((pixel) => pixel > 0))),
    );
  assert.deepEqual(await onePixelMoves(digits, half), { accuracy: 1, steady: 6 / 8 });
  assert.deepEqual(await onePixelMoves(digits, async () => [1, 1]), { accuracy: 0.5, steady: 1 });
});

test("onePixelMoves(digits, answers) moves once up, down, left and right", async () => {
  const seen: string[] = [];
  await onePixelMoves(digits, (moved) => {
    const pixels = digitAt(moved, 0);
    const row = pixels.findIndex((each) => each.includes(9));
    seen.push(`${row} ${pixels[row]?.indexOf(9)}`);
    return [0, 0];
  });
  assert.deepEqual(seen, ["1 1", "0 1", "2 1", "1 0", "1 2"]);
  const none = { ...digits, count: 0, pixels: new Uint8Array(0), labels: new Uint8Array(0) };
  await assert.rejects(
    onePixelMoves(none, () => []),
    /^RangeError: Cannot move digits: there are none/,
  );
});
