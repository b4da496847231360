import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import * as twin from "../../src/platform/png.browser.js";
import * as ours from "../../src/platform/png.js";
import { type PngChunk, pngOf } from "../../src/platform/pngChunks.js";

const picture = fc
  .record({ width: fc.integer({ min: 1, max: 20 }), height: fc.integer({ min: 1, max: 20 }), channels: fc.constantFrom(1 as const, 3 as const, 4 as const) })
  .chain((size) => {
    const length = size.width * size.height * size.channels;
    return fc.uint8Array({ minLength: length, maxLength: length }).map((pixels) => ({ ...size, pixels }));
  }); // biome-ignore format: a picture

/** Types of colour with their depths. */
const kinds: readonly (readonly [colorType: number, depth: number])[] = [
  [0, 1], [0, 2], [0, 4], [0, 8], [0, 16], [2, 8], [2, 16], [3, 1], [3, 2], [3, 4], [3, 8], [4, 8], [4, 16], [6, 8], [6, 16],
]; // biome-ignore format: a table

/** A file of any kind: its pixels are noise, its lines have any filter. */
const file = fc
  .record({
    kind: fc.constantFrom(...kinds),
    width: fc.integer({ min: 1, max: 19 }),
    height: fc.integer({ min: 1, max: 19 }),
    interlaced: fc.boolean(),
    clear: fc.boolean(),
    noise: fc.uint8Array({ minLength: 64, maxLength: 64 }),
  })
  .map(({ kind: [colorType, depth], width, height, interlaced, clear, noise }) => {
    const samples = [1, 0, 3, 1, 2, 0, 4][colorType] as number;
    const passes = interlaced ? adam7(width, height) : [[width, height]];
    const lines = passes.flatMap(([across = 0, down = 0]) => {
      const length = Math.ceil((across * samples * depth) / 8);
      return Array.from({ length: across > 0 ? down : 0 }, (_, row) => [
        (noise[row % 64] as number) % 5,
        ...Array.from({ length }, (_, at) => noise[(row * 7 + at * 3) % 64] as number),
      ]);
    });
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([depth, colorType, 0, 0, interlaced ? 1 : 0], 8);
    const chunks: PngChunk[] = [{ name: "IHDR", data: header }];
    if (colorType === 3) chunks.push({ name: "PLTE", data: Uint8Array.from({ length: 3 * 2 ** depth }, (_, at) => (at * 37) % 256) });
    if (clear && colorType < 4) {
      const first = noise[0] as number;
      const data = colorType === 3 ? [first, 7] : Array.from({ length: samples }, () => [0, first]).flat();
      chunks.push({ name: "tRNS", data: Uint8Array.from(data) });
    }
    chunks.push({ name: "IDAT", data: deflateSync(Uint8Array.from(lines.flat())) });
    return pngOf(chunks);
  }); // biome-ignore format: a list of kinds

function adam7(width: number, height: number): number[][] {
  const places = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]];
  return places.map(([x = 0, y = 0, dx = 1, dy = 1]) => [Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)]);
} // biome-ignore format: a table

const plain = ({ width, height, data }: ours.RgbaImage) => [width, height, Buffer.from(data).toString("hex")];

describe("PNG files, in Node and in the twin", () => {
  it("what one writes, with filters or without, the other reads", () => {
    fc.assert(
      fc.property(picture, fc.boolean(), (image, filtered) => {
        const [here, there] = [ours.writePng(image, filtered), twin.writePng(image, filtered)];
        assert.deepEqual(plain(ours.readPng(there)), plain(ours.readPng(here)));
        assert.deepEqual(plain(twin.readPng(here)), plain(ours.readPng(here)));
      }),
    );
  });

  it("all types of colour, depths, filters, interlaced or not, are read alike", () => {
    fc.assert(
      fc.property(file, (bytes) => assert.deepEqual(plain(twin.readPng(bytes)), plain(ours.readPng(bytes)))),
      { numRuns: 1000 },
    );
  });

  it("what is cut off, damaged or no PNG is refused by both", () => {
    const image = { width: 5, height: 4, channels: 3, pixels: new Uint8Array(60).fill(9) } as const;
    const whole = ours.writePng(image, true);
    const flipped = Uint8Array.from(whole, (byte, at) => (at === 45 ? byte ^ 8 : byte));
    for (const bytes of [
      whole.subarray(0, 20),
      whole.subarray(0, whole.length - 16),
      flipped,
      Uint8Array.of(1, 2),
    ]) {
      for (const { readPng } of [ours, twin]) assert.throws(() => readPng(bytes));
    }
  });
});
