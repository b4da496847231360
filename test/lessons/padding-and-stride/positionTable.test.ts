import assert from "node:assert/strict";
import { test } from "node:test";
import { positionTable } from "../../../src/lessons/padding-and-stride/positionTable.js";

test("positionTable(distances) says what is shown against always the middle, and what is not", async () => {
  const { description } = await positionTable([0, 13, 23]);
  const [first, second, third] = description.split("\n").slice(-3) as [string, string, string];
  assert.match(
    first,
    /^ +0 +23\.5 +23\.5, 23\.5, 23\.5 +1\.4, 1\.6, 2\.3 +20\.5 to 23\.0 less +shown by three/,
  );
  assert.match(second, /^ +13 +10\.5 .* less to 3\.4 more +not shown by three seeds/);
  assert.match(third, /^ +23 +0\.5 .*0\.25 to 1\.71 more +shown by three seeds/);
});

test("positionTable(distances) refuses a distance that nobody measured", async () => {
  await assert.rejects(positionTable([24]), /^RangeError: Cannot tell errors 24 pixels .* from 0 to 23\./);
});
