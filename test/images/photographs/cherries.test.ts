import assert from "node:assert/strict";
import { test } from "node:test";
import { cherries } from "../../../src/images/photographs/cherries.js";
import { channelOf, toGray } from "../../../src/images/photographs/toGray.js";

test("cherries() has three channels, four colours, and two grays", () => {
  const image = cherries();
  assert.equal(image.pixels.length, image.height * image.width * 3);
  const colors = new Set(
    Array.from({ length: 28 * 28 }, (_, pixel) => image.pixels.subarray(3 * pixel, 3 * pixel + 3).join(" ")),
  );
  assert.deepEqual([...colors].sort(), ["155 35 30", "206 46 40", "29 98 36", "38 130 48"]);
  const grays = toGray(image);
  assert.equal(grays.channels, 1);
  // A cherry in the light and in the shade, and the leaves about it: no gray tells them apart.
  const grayOf = new Map(
    Array.from(grays.pixels, (gray, pixel) => [
      image.pixels.subarray(3 * pixel, 3 * pixel + 3).join(" "),
      gray,
    ]),
  );
  assert.equal(grayOf.get("206 46 40"), grayOf.get("38 130 48"));
  assert.equal(grayOf.get("155 35 30"), grayOf.get("29 98 36"));
});

test("toGray(image) weighs red, green and blue", () => {
  const pixels = Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 200, 200, 200);
  assert.deepEqual([...toGray({ height: 2, width: 2, channels: 3, pixels }).pixels], [76, 150, 29, 200]);
  assert.throws(
    () => toGray({ height: 1, width: 1, channels: 1, pixels: Uint8Array.of(1) }),
    /^RangeError: Cannot turn 1 channels to gray/,
  );
});

test("channelOf(image, channel) picks every third byte", () => {
  const pixels = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  const image = { height: 2, width: 2, channels: 3, pixels } as const;
  assert.deepEqual(channelOf(image, 0), [
    [1, 4],
    [7, 10],
  ]);
  assert.deepEqual(channelOf(image, 2), [
    [3, 6],
    [9, 12],
  ]);
  for (const channel of [3, -1, 0.5])
    assert.throws(() => channelOf(image, channel), /^RangeError: Cannot take a channel: channel is/);
});
