import assert from "node:assert/strict";
import { test } from "node:test";
import { textWidth } from "../../../src/charts/drawing/textwidth.js";

test("textWidth(text, fontSize) adds the widths of the font's letters", () => {
  assert.equal(textWidth("", 10), 0);
  assert.equal(textWidth("00", 10), 2 * 5.72);
  assert.ok(textWidth("iii", 10) < textWidth("mmm", 10));
  assert.ok(textWidth("mmm", 10, "bold") > textWidth("mmm", 10));
});
