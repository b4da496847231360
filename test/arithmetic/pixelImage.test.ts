import assert from "node:assert/strict";
import { test } from "node:test";
import { grayLevel, type PixelImage, requirePixels } from "../../src/arithmetic/pixelImage.js";

const image = (size: object, bytes: number) =>
  ({ width: 2, height: 1, channels: 3, ...size, pixels: new Uint8Array(bytes) }) as PixelImage;

test("requirePixels(action, image) refuses numbers that do not fit one another", () => {
  for (const [channels, bytes] of [[1, 2], [3, 6], [4, 8]] as const) requirePixels("draw", image({ channels }, bytes));
  const refused: readonly (readonly [given: PixelImage, message: string])[] = [
    [image({ width: 0 }, 0), "Cannot draw: width is 0. Give a whole number from 1 up."],
    [image({ height: 1.5 }, 9), "Cannot draw: height is 1.5. Give a whole number from 1 up."],
    [image({ channels: 2 }, 4), "Cannot draw: channels is 2. Use 1 for gray, 3 for colour, 4 with opacity."],
    [image({}, 5), "Cannot draw: 2 x 1 x 3 takes 6 bytes, pixels has 5. Check the size."],
  ];
  for (const [given, message] of refused) {
    assert.throws(() => requirePixels("draw", given), { name: "RangeError", message });
  }
}); // biome-ignore format: a table

test("grayLevel(red, green, blue) leaves gray as it is, and green brighter than red than blue", () => {
  assert.ok(Math.abs(grayLevel(200, 200, 200) - 200) < 1e-9);
  assert.ok(grayLevel(0, 1, 0) > grayLevel(1, 0, 0) && grayLevel(1, 0, 0) > grayLevel(0, 0, 1));
});
