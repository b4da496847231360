import assert from "node:assert/strict";
import { test } from "node:test";
import { middleErrors, positionErrors } from "../../../src/lessons/padding-and-stride/positionErrors.js";

test("positionErrors(arm) lists distances, each with one error a seed; wrapped around they are those of the middle", async () => {
  const [zeros, wrapped] = [await positionErrors("zeros around"), await positionErrors("wrapped around")];
  for (const errors of [zeros, wrapped]) {
    assert.equal(errors.length, 24);
    assert.ok(errors.every((values) => values.length === 3));
  }
  assert.deepEqual([middleErrors[0], middleErrors[23]], [23.5, 0.5]);
  for (const [distance, values] of wrapped.entries())
    for (const value of values) assert.ok(Math.abs(value - (middleErrors[distance] as number)) < 1e-4);
  assert.deepEqual(
    zeros[0]?.map((value) => value.toFixed(1)),
    ["1.4", "1.6", "2.3"],
  );
});

test("positionErrors(arm) names the arms that there are", async () => {
  await assert.rejects(
    positionErrors("mirror"),
    /^RangeError: Cannot tell the errors of "mirror": .*"zeros around" or "wrapped around"/,
  );
});
