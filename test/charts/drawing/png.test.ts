import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { PNG } from "pngjs";
import { encodePng, pngSize } from "../../../src/charts/drawing/png.js";

test("encodePng(image) comes back from another decoder as it went in", () => {
  const images = fc
    .record({
      width: fc.integer({ min: 1, max: 9 }),
      height: fc.integer({ min: 1, max: 9 }),
      channels: fc.constantFrom(1, 3, 4),
    })
    .chain(({ width, height, channels }) => {
      const length = width * height * channels;
      return fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        channels: fc.constant(channels as 1 | 3 | 4),
        pixels: fc.uint8Array({ minLength: length, maxLength: length }),
      });
    });
  fc.assert(
    fc.property(images, (image) => {
      const { width, height, channels, pixels } = image;
      const png = encodePng(image);
      assert.deepEqual(pngSize(png), { width, height });
      const decoded = PNG.sync.read(Buffer.from(png));
      for (let at = 0; at < width * height; at++) {
        const part = (channel: number) => pixels[at * channels + (channels === 1 ? 0 : channel)];
        const wanted = [part(0), part(1), part(2), channels === 4 ? part(3) : 255];
        assert.deepEqual([...decoded.data.subarray(4 * at, 4 * at + 4)], wanted);
      }
    }),
    { numRuns: 60 },
  );
});
