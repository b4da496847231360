import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { entries } from "./examples.js";
import { read, root } from "./files.js";
import { exportedValues } from "./layers.js";

test("docs/helpers.md says what the docstrings say, and these link to nothing that is not there", async () => {
  await promisify(execFile)(process.execPath, [join(root, "scripts", "docs.mjs"), "--check"]);
});

test("docs/helpers.md has a row for every public value, and only one", () => {
  const rows = [...read("docs/helpers.md").matchAll(/^\| \[`(\w+)`\]/gm)].map(([, name]) => name);
  const values = new Set(Object.values(entries).flatMap((list) => exportedValues(read(list))));
  assert.deepEqual(rows.toSorted(), [...values].sort());
});
