import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { PNG } from "pngjs";
import { encodeIndexedPng } from "../../../src/charts/drawing/indexedPng.js";

const opaque = (colors: readonly number[]) =>
  Uint8Array.from(colors.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255, 255]));

function read(png: Uint8Array | undefined): PNG {
  assert.ok(png, "it has a palette");
  return PNG.sync.read(Buffer.from(png));
}

test("encodeIndexedPng(rgba, width, height) gives every pixel back while there are at most 256 colours", () => {
  const image = fc.integer({ min: 1, max: 12 }).chain((width) =>
    fc.record({
      width: fc.constant(width),
      rows: fc.array(
        fc.array(fc.integer({ min: 0, max: 0xffffff }), { minLength: width, maxLength: width }),
        { minLength: 1, maxLength: 12 },
      ),
    }),
  );
  fc.assert(
    fc.property(image, ({ width, rows }) => {
      const rgba = opaque(rows.flat());
      const decoded = read(encodeIndexedPng(rgba, width, rows.length));
      assert.equal(decoded.width, width, "width");
      assert.equal(decoded.height, rows.length, "height");
      assert.deepEqual(new Uint8Array(decoded.data), rgba, "pixels");
    }),
  );
});

test("encodeIndexedPng(rgba, width, height) takes the nearest frequent colour for the rarest", () => {
  // 256 grays twice each, and one colour that comes once and is nearest to gray 100.
  const grays = Array.from({ length: 256 }, (_, value) => value * 0x010101);
  const colors = [...grays, ...grays, 0x646464 + 1];
  const decoded = read(encodeIndexedPng(opaque(colors), colors.length, 1));
  assert.deepEqual([...decoded.data.subarray(-4)], [100, 100, 100, 255]);
  assert.deepEqual(new Uint8Array(decoded.data.subarray(0, 2048)), opaque([...grays, ...grays]));
});

test("encodeIndexedPng(rgba, width, height) is undefined where a colour would visibly change", () => {
  const grays = Array.from({ length: 256 }, (_, value) => value * 0x010101);
  assert.equal(encodeIndexedPng(opaque([...grays, ...grays, 0xaa0000]), 513, 1), undefined);
});

test("encodeIndexedPng(rgba, width, height) lets one pixel in thousands move further, but not to another colour", () => {
  const ground = Array.from({ length: 2560 }, (_, index) => (index % 256) * 0x010101);
  const drawn = (lonely: number) => {
    const rgba = opaque([...ground, lonely]);
    return encodeIndexedPng(rgba, rgba.length / 4, 1);
  };
  const decoded = read(drawn(0x64647a));
  assert.deepEqual([...decoded.data.subarray(-4)], [107, 107, 107, 255]);
  assert.equal(drawn(0x00ff00), undefined);
});

test("encodeIndexedPng(rgba, width, height) keeps opacity, beside colours that are opaque", () => {
  const rgba = Uint8Array.from([
    ...[118, 118, 118, 255],
    ...[118, 118, 118, 136],
    ...[0, 0, 0, 0],
    ...[255, 0, 0, 255],
    ...[118, 118, 118, 255],
  ]);
  assert.deepEqual(new Uint8Array(read(encodeIndexedPng(rgba, 5, 1)).data), rgba);
});

test("encodeIndexedPng(rgba, width, height) takes no colour for another that looks like it on one ground only", () => {
  // White is what a clear pixel looks like on white, and black on black.
  const grays = Array.from({ length: 256 }, (_, value) => value * 0x010101);
  const lonely = [255, 255, 255, 0];
  assert.equal(
    encodeIndexedPng(Uint8Array.from([...opaque([...grays, ...grays]), ...lonely]), 513, 1),
    undefined,
  );
});
