import assert from "node:assert/strict";
import { test } from "node:test";
import {
  greyBrightest,
  strongestSquare,
} from "../../../src/lessons/backbones-on-photographs/greyBrightest.js";
import { brightnessNetwork } from "../whatIf/brightnessNetwork.js";
import { whiteCorner } from "../whatIf/gallery.js";

test("strongestSquare() finds the largest mean, in pixels", () => {
  const map = [[9, 0, 0], [0, 4, 5], [0, 4, 5]]; // biome-ignore format: matrix
  assert.deepEqual(strongestSquare(map, 1, 96), { top: 0, left: 0, bottom: 32, right: 32 });
  assert.deepEqual(strongestSquare(map, 2, 96), { top: 32, left: 32, bottom: 96, right: 96 });
});

test("greyBrightest() takes the evidence away, and its controls do not", () => {
  const network = brightnessNetwork();
  const { before, after } = greyBrightest(network, whiteCorner, "tench", { places: 1, controls: 2 });
  const logit = (name: string) => Number(after[name]?.of("tench").logit.toFixed(2));
  assert.deepEqual(Object.keys(after), ["the brightest", "elsewhere 1", "elsewhere 2"]);
  assert.equal(before.of("tench").logit, 2);
  assert.equal(logit("the brightest"), 0);
  assert.equal(logit("elsewhere 1"), 2);
  assert.deepEqual(Object.keys(greyBrightest(network, whiteCorner, "tench", { places: 2, controls: 0 }).after), ["the brightest"]); // biome-ignore format: one line
  assert.throws(() => greyBrightest(network, whiteCorner, "tench", { places: 3 }), /^RangeError: Cannot grey the brightest square: places is 3/); // biome-ignore format: one line
  assert.throws(
    () => greyBrightest(network, whiteCorner, "tench", { size: 3 } as never),
    /^TypeError: Cannot grey/,
  );
  network.dispose();
});
