import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isOpaque, straightColors } from "../../../src/charts/drawing/straightColors.js";

const byte = fc.integer({ min: 0, max: 255 });

test("straightColors(multiplied) looks the same on every ground, to a step of opacity", () => {
  fc.assert(
    fc.property(byte, byte, byte, byte, byte, (red, green, blue, opacity, ground) => {
      const color = [red, green, blue];
      const multiplied = color.map((channel) => Math.round((channel * opacity) / 255));
      const straight = straightColors(Uint8Array.of(...multiplied, opacity));
      const own = (straight[3] as number) / 255;
      multiplied.forEach((channel, index) => {
        const before = channel + (1 - opacity / 255) * ground;
        const after = own * (straight[index] as number) + (1 - own) * ground;
        assert.ok(Math.abs(before - after) <= 10, `${before} and ${after}`);
      });
    }),
  );
});

test("straightColors(multiplied) keeps opaque colours, and gives clear pixels one colour", () => {
  const pixels = Uint8Array.of(1, 2, 3, 255, 4, 0, 0, 5, 0, 0, 0, 0);
  assert.deepEqual([...straightColors(pixels)], [1, 2, 3, 255, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test("isOpaque(rgba) sees one pixel that is not", () => {
  assert.equal(isOpaque(Uint8Array.of(0, 0, 0, 255, 9, 9, 9, 255)), true);
  assert.equal(isOpaque(Uint8Array.of(0, 0, 0, 255, 9, 9, 9, 254)), false);
});
