import assert from "node:assert/strict";
import { test } from "node:test";
import { storedArm } from "../../../src/lessons/padding-and-stride/storedArm.js";

const border = "padding-and-stride/border";

test("storedArm(id, name, read) gives one number a seed, in the order of the seeds", async () => {
  const accuracy = ({ testAccuracy }: Record<string, unknown>) => Number(testAccuracy);
  assert.deepEqual(await storedArm(border, "valid", accuracy), {
    name: "valid",
    values: [0.9698, 0.9634, 0.9691, 0.9647, 0.96],
  });
});

test("storedArm(id, name, read) names the arms that there are", async () => {
  await assert.rejects(
    storedArm(border, "full", () => 0),
    /^RangeError: Cannot read arm "full" of padding-and-stride\/border: .*"valid", "same", "image padded first"/,
  );
});
