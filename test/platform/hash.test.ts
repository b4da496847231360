import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as twin from "../../src/platform/hash.browser.js";
import * as ours from "../../src/platform/hash.js";

test("sha256(content) is the published one of a text and of bytes", () => {
  const known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  for (const { sha256 } of [ours, twin]) {
    assert.equal(sha256("abc"), known);
    assert.equal(sha256(Uint8Array.of(97, 98, 99)), known);
    assert.equal(sha256("ä"), sha256(Uint8Array.of(0xc3, 0xa4)));
  }
});

test("sha256Of() of pieces is that of the whole, and the twin's is the same", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 5 }), (pieces) => {
      const whole = ours.sha256(Buffer.concat(pieces));
      for (const { sha256Of } of [ours, twin]) {
        const hash = sha256Of();
        for (const piece of pieces) hash.update(piece);
        assert.equal(hash.hex(), whole);
      }
    }),
  );
});
