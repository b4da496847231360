import assert from "node:assert/strict";
import { test } from "node:test";
import { requireOneEach, requireSome } from "../../src/arithmetic/lists.js";

test("requireSome(action, noun, values) gives the first, whatever it is, and refuses none", () => {
  assert.equal(requireSome("draw", "image", ["a", "b"]), "a");
  assert.equal(requireSome("draw", "image", [undefined]), undefined);
  assert.equal(requireSome("draw", "image", Uint8Array.of(0, 1)), 0);
  for (const none of [[], new Uint8Array(0)]) {
    assert.throws(
      () => requireSome("draw", "image", none),
      /^RangeError: Cannot draw: there is no image\. Give at least one\.$/,
    );
  }
});

test("requireOneEach(action, lists) refuses lists of different lengths, leaving out those not given", () => {
  const [two, three] = [
    ["a", "b"],
    [1, 2, 3],
  ];
  requireOneEach("draw", {});
  requireOneEach("draw", { maps: two });
  requireOneEach("draw", { maps: two, labels: undefined });
  requireOneEach("draw", { maps: two, labels: Uint8Array.of(1, 2) });
  const found = (words: string) =>
    new RegExp(`^RangeError: Cannot draw: there are ${words}\\. Give one each\\.$`);
  assert.throws(() => requireOneEach("draw", { maps: two, labels: three }), found("2 maps and 3 labels"));
  assert.throws(() => requireOneEach("draw", { maps: two, labels: [] }), found("2 maps and 0 labels"));
  assert.throws(
    () => requireOneEach("draw", { maps: two, labels: undefined, captions: two, frames: three }),
    found("2 maps and 3 frames"),
  );
});
