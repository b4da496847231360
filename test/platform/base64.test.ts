import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { base64 as twin } from "../../src/platform/base64.browser.js";
import { base64 } from "../../src/platform/base64.js";

test("base64(bytes) is what a Buffer says, in Node and in the twin, also of a part of a longer list", () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  fc.assert(
    fc.property(bytes, fc.nat(9), (all, from) => {
      const part = all.subarray(from);
      const expected = Buffer.from(part).toString("base64");
      assert.deepEqual([base64(part), twin(part)], [expected, expected]);
    }),
  );
  const long = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 251);
  assert.equal(twin(long), base64(long));
});
