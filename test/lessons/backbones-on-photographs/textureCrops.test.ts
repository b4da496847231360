import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../../../src/arithmetic/random.js";
import { textureCrops } from "../../../src/lessons/backbones-on-photographs/textureCrops.js";
import { fetched } from "../../networks/models/efficientnet/weights.js";

test("textureCrops() cuts each texture in turn, seeded, all equally bright, from one half only", async (t) => {
  if (!(await fetched(t, "photographs"))) return;
  const cut = (half: "left" | "right", seed: number) =>
    textureCrops({ half, each: 2, side: 64, random: seeded(seed) });
  const crops = await cut("left", 1);
  assert.deepEqual(
    crops.map(({ label }) => label),
    [0, 1, 2, 0, 1, 2],
  );
  for (const { image } of crops) {
    assert.deepEqual([image.height, image.width, image.channels], [64, 64, 1]);
    const mean = image.pixels.reduce((sum, value) => sum + value, 0) / 4096;
    const deviation = Math.sqrt(image.pixels.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4096);
    assert.ok(Math.abs(mean - 127) < 5 && Math.abs(deviation - 50) < 8, `${mean}, ${deviation}`);
  }
  assert.deepEqual(await cut("left", 1), crops);
  assert.notDeepEqual(await cut("left", 2), crops);
  assert.notDeepEqual(await cut("right", 1), crops);
  await assert.rejects(
    textureCrops({ half: "left", each: 1, side: 257, random: seeded(1) }),
    /^RangeError: Cannot cut crops: side is 257/,
  );
});
