import assert from "node:assert/strict";
import { test } from "node:test";
import { bounded } from "../../src/notebook/bounded.js";

test("bounded(text, wayOut, most) cuts what is longer, and says how much and what to do", () => {
  assert.equal(bounded("abc", "Way.", 3), "abc");
  assert.equal(bounded("abcd", "Way.", 3), "abc\n… and 1 more characters. Way.");
  assert.equal(bounded("x".repeat(5000), "Way.", 1), "x\n… and 4,999 more characters. Way.");
  assert.equal(bounded("ab😀", "Way.", 3), "ab\n… and 2 more characters. Way.", "no half of a pair");
});
