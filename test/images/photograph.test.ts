import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { grayPhotograph } from "../../src/images/photograph.js";

test("grayPhotograph() gives the cat's 128x128 bytes, row by row", () => {
  const rows = grayPhotograph();
  assert.deepEqual([rows.length, ...new Set(rows.map((row) => row.length))], [128, 128]);
  const hash = createHash("sha256").update(Uint8Array.from(rows.flat())).digest("hex");
  assert.equal(hash, "77ae520fbb5b154085c90598703226b724a4004b0ea5e13353c76d63479a7398");
});
