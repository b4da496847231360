import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { grayPhotograph } from "../../../src/images/photographs/photograph.js";

test("grayPhotograph() gives the cat's 96x96 bytes, row by row", () => {
  const rows = grayPhotograph();
  assert.deepEqual([rows.length, ...new Set(rows.map((row) => row.length))], [96, 96]);
  const hash = createHash("sha256").update(Uint8Array.from(rows.flat())).digest("hex");
  assert.equal(hash, "9d14e2a3c6783103d18082f5b62dcb89d0550e23db18f03816f37a93c547d165");
});
