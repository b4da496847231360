import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { softmax } from "../../src/arithmetic/softmax.js";

test("softmax(logits) shares out 1 by exponentials", () => {
  assert.deepEqual(softmax([0, 0, 0, 0]), [0.25, 0.25, 0.25, 0.25]);
  const [one = 0, two = 0] = softmax(Float32Array.of(1, 3));
  assert.ok(Math.abs(two / one - Math.exp(2)) < 1e-12);
  assert.deepEqual(softmax([1000, 0]), [1, 0], "no overflow");
  fc.assert(
    fc.property(fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 1 }), (logits) => {
      const total = softmax(logits).reduce((sum, share) => sum + share, 0);
      assert.ok(Math.abs(total - 1) < 1e-12);
    }),
  );
});
