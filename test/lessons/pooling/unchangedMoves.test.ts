import assert from "node:assert/strict";
import { test } from "node:test";
import { unchangedMoves } from "../../../src/lessons/pooling/unchangedMoves.js";

/** Counted apart: whether any pixel of the line lies in each block of 2 to the power of the poolings. */
function counted(radius: number, poolings: number): number {
  const block = 2 ** poolings;
  const inked = (down: number, right: number) => {
    const blocks = new Set<string>();
    for (let y = 0; y < 64; y++)
      for (let x = 0; x < 64; x++)
        if (Math.abs(Math.hypot(y - 32 - down, x - 32 - right) - radius) < 1)
          blocks.add(`${Math.floor(y / block)} ${Math.floor(x / block)}`);
    return [...blocks].sort().join();
  };
  let same = 0;
  for (let down = -3; down <= 3; down++)
    for (let right = -3; right <= 3; right++) if (inked(down, right) === inked(0, 0)) same++;
  return same;
}

for (const radius of [8, 18, 22, 24, 28]) {
  test(`unchangedMoves(${radius}, poolings) counts the moves that ink the same blocks`, () => {
    for (const poolings of [1, 2, 3, 4])
      assert.equal(unchangedMoves(radius, poolings), counted(radius, poolings), `${poolings} poolings`);
  });
}

test("unchangedMoves(28, 4) is the lucky case, and a circle that is only looked at stays at its own place alone", () => {
  assert.equal(unchangedMoves(28, 4), 49);
  assert.equal(unchangedMoves(28, 0), 1);
});
