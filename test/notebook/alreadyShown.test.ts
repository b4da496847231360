import assert from "node:assert/strict";
import { test } from "node:test";
import { alreadyShown, isShown } from "../../src/notebook/alreadyShown.js";

test("isShown(value) sees the mark, and is not startled by strange values", () => {
  assert.equal(isShown({ [alreadyShown]: true }), true);
  const startled = {
    get [alreadyShown](): never {
      throw new Error("looked at");
    },
  };
  const anything = new Proxy({}, { get: () => "anything" });
  for (const value of [undefined, null, 1, "x", {}, [], () => 1, { [alreadyShown]: 1 }, startled, anything])
    assert.equal(isShown(value), false);
});
