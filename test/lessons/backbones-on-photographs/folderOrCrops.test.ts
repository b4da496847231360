import assert from "node:assert/strict";
import { test } from "node:test";
import { folderOrCrops } from "../../../src/lessons/backbones-on-photographs/folderOrCrops.js";
import { fetched } from "../../networks/models/efficientnet/weights.js";

test("folderOrCrops() without a folder gives five crops of each photograph, and says so", async (t) => {
  if (!(await fetched(t, "photographs"))) return;
  const { count, classes, labels, height, said } = await folderOrCrops("");
  assert.deepEqual([count, height, classes], [20, 256, ["cat", "coffee", "rocket", "astronaut"]]);
  assert.deepEqual([...labels].filter((label) => label === 3).length, 5);
  assert.match(said, /^no folder of yours yet: 20 crops/);
  await assert.rejects(folderOrCrops("/no/such/folder"), /^Error: Cannot read/);
  await assert.rejects(folderOrCrops("", { side: 3 } as never), /^TypeError: Cannot gather photographs/);
});
