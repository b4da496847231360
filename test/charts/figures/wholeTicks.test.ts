import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { wholeTicks } from "../../../src/charts/figures/wholeTicks.js";

test("wholeTicks(from, to) takes every number of a short axis, and every second, fifth or tenth of a longer one", () => {
  assert.deepEqual(wholeTicks(1, 2), [1, 2]);
  assert.deepEqual(wholeTicks(0.5, 3.5), [1, 2, 3]);
  assert.deepEqual(wholeTicks(5, 5), [5]);
  assert.deepEqual(wholeTicks(1, 30), [5, 10, 15, 20, 25, 30]);
  assert.deepEqual(wholeTicks(-3, 12), [-2, 0, 2, 4, 6, 8, 10, 12]);
});

test("wholeTicks(from, to) are whole, in equal steps, inside the axis, and at most eleven", () => {
  const place = fc.integer({ min: -1000, max: 100_000 });
  fc.assert(
    fc.property(place, fc.nat(1_000_000), (from, span) => {
      const ticks = wholeTicks(from, from + span);
      assert.ok(ticks.length >= 1 || span < 1e6);
      assert.ok(ticks.length <= 11, `${ticks}`);
      for (const tick of ticks) assert.ok(Number.isInteger(tick) && tick >= from && tick <= from + span);
      const steps = new Set(ticks.slice(1).map((tick, index) => tick - (ticks[index] as number)));
      assert.ok(steps.size <= 1, `${ticks}`);
    }),
  );
});
