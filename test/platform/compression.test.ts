import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deflateRawSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import * as twin from "../../src/platform/compression.browser.js";
import * as ours from "../../src/platform/compression.js";

/** Bytes that can be packed, and such that cannot. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 500 }),
  fc.tuple(fc.nat(255), fc.nat(200_000)).map(([value, length]) => new Uint8Array(length).fill(value)),
);
const plain = (found: Uint8Array) => Buffer.from(found).toString("hex");

for (const [name, own, other] of [
  ["Node", ours, twin],
  ["a browser", twin, ours],
] as const) {
  describe(`compression in ${name}`, () => {
    it("crc32(bytes) is that of PNG", () => {
      assert.equal(own.crc32(Buffer.from("IEND")), 0xae426082);
      fc.assert(fc.property(bytes, (all) => assert.equal(own.crc32(all), other.crc32(all))));
    });

    it("what deflate(bytes) packs is unpacked here and there", () => {
      fc.assert(
        fc.property(bytes, (all) => {
          const packed = own.deflate(all);
          assert.equal(plain(own.inflate(packed)), plain(all));
          assert.equal(plain(other.inflate(packed, all.length + 1)), plain(all));
        }),
        { numRuns: 40 },
      );
    });

    it("inflateRaw and gunzip unpack what others packed", () => {
      fc.assert(
        fc.property(bytes, (all) => {
          assert.equal(plain(own.inflateRaw(deflateRawSync(all), Math.max(1, all.length))), plain(all));
          assert.equal(plain(own.gunzip(gzipSync(all))), plain(all));
        }),
        { numRuns: 40 },
      );
    });

    it("inflate(bytes, most) stops at what would be more, with a code", () => {
      const packed = ours.deflate(new Uint8Array(50_000_000));
      assert.throws(() => own.inflate(packed, 1000), { code: own.tooLarge });
      assert.throws(() => own.inflateRaw(deflateRawSync(new Uint8Array(3000)), 2999), { code: own.tooLarge });
    });

    it("what is cut off or damaged is refused", () => {
      const packed = own.deflate(Uint8Array.from({ length: 1000 }, (_, index) => (index * 31) % 97));
      assert.throws(() => own.inflate(packed.subarray(0, packed.length - 20)));
      const damaged = Uint8Array.from(packed);
      damaged[damaged.length - 1] = (damaged.at(-1) as number) ^ 1;
      assert.throws(() => own.inflate(damaged), /incorrect data check/);
      assert.throws(() => own.gunzip(Uint8Array.of(1, 2, 3)));
    });
  });
}
