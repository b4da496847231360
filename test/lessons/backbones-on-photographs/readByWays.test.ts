import assert from "node:assert/strict";
import { test } from "node:test";
import { backboneParts, blockTable } from "../../../src/lessons/backbones-on-photographs/parts.js";
import { readByWays } from "../../../src/lessons/backbones-on-photographs/readByWays.js";

const id = "backbones-on-photographs/equalised";
const arm = "from any distance, equalised";

test("readByWays() gives one share a seed for each way, and says what is not stored", async () => {
  const arms = await readByWays(id, arm, 10, { backbone: "backbone", rule: "orientations" });
  assert.deepEqual(
    arms.map(({ name, values }) => [name, values.length]),
    [["backbone", 5], ["rule", 5]],
  ); // biome-ignore format: rows
  assert.equal(arms[1]?.values[0], 0.9555555555555556);
  const other = await readByWays(id, arm, 1, { rule: "orientations" });
  assert.equal(other[0]?.values[0], 0.7666666666666667);
  await assert.rejects(readByWays(id, arm, 3, { a: "backbone" }), /has no "backbone" with 3 examples of each class\. It was measured with 1,2,5,10/);
  await assert.rejects(readByWays(id, arm, 1, { a: "unicorn" }), /^RangeError: .* has no "unicorn"/);
  await assert.rejects(readByWays(id, "from afar", 1, { a: "backbone" }), /no row of .* is named "from afar, seed 1"/);
}); // biome-ignore format: a refusal a line

test("backboneParts() counts what the network has, and the first block widens nothing", () => {
  const [backbone, head] = backboneParts();
  assert.equal((backbone?.parameters ?? 0) + (head?.parameters ?? 0), 4_652_008);
  assert.equal((backbone?.["multiply-adds"] ?? 0) + (head?.["multiply-adds"] ?? 0), 385_187_552);
  assert.equal(head?.parameters, 1280 * 1000 + 1000);
  const rows = blockTable().description.split("\n").slice(2);
  assert.deepEqual([rows.length, rows.filter((row) => / - /.test(row)).length], [16, 1]);
});
