import assert from "node:assert/strict";
import { test } from "node:test";
import { seeded } from "../../../src/arithmetic/random.js";
import { equalisedCrops } from "../../../src/lessons/backbones-on-photographs/equalisedCrops.js";
import { fetched } from "../../networks/models/efficientnet/weights.js";

test("equalisedCrops() has every gray as often as every other, and repeats with its seed", async (t) => {
  if (!(await fetched(t, "photographs"))) return;
  const cut = (seed: number) => equalisedCrops({ half: "left", each: 2, side: 64, random: seeded(seed) });
  const crops = await cut(1);
  assert.deepEqual(crops.map(({ label }) => label), [0, 1, 2, 0, 1, 2]); // biome-ignore format: one line
  for (const { image } of crops) {
    const counts = new Array<number>(256).fill(0);
    for (const value of image.pixels) counts[value] = (counts[value] as number) + 1;
    assert.deepEqual(new Set(counts), new Set([16]));
  }
  assert.deepEqual(await cut(1), crops);
  assert.notDeepEqual(await cut(2), crops);
});
