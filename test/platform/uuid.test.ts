import assert from "node:assert/strict";
import { test } from "node:test";
import * as twin from "../../src/platform/uuid.browser.js";
import * as ours from "../../src/platform/uuid.js";

test("uuid() is a random one of version 4, in Node and in the twin", () => {
  for (const { uuid } of [ours, twin]) {
    const all = Array.from({ length: 200 }, uuid);
    for (const each of all) {
      assert.match(each, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    assert.equal(new Set(all).size, 200);
  }
});
