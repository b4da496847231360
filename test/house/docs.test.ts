import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { entries } from "./examples.js";
import { filesUnder, read, root } from "./files.js";
import { exportedValues } from "./layers.js";

test("docs/helpers.md says what the docstrings say, and these link to nothing that is not there", async () => {
  await promisify(execFile)(process.execPath, [join(root, "scripts", "docs.mjs"), "--check"]);
});

test("docs/helpers.md has a row for every public value, and only one", () => {
  const rows = [...read("docs/helpers.md").matchAll(/^\| \[`(\w+)`\]/gm)].map(([, name]) => name);
  const values = new Set(Object.values(entries).flatMap((list) => exportedValues(read(list))));
  assert.deepEqual(rows.toSorted(), [...values].sort());
});

test("docs/helpers.md shows every way to call a function", () => {
  const page = read("docs/helpers.md");
  const sources = filesUnder("src", ".ts")
    .map((path) => read(path))
    .join("\n");
  const declared = [...sources.matchAll(/^export (?:async )?function (\w+)/gm)].map(
    ([, name]) => name as string,
  );
  const overloaded = new Set(
    declared.filter((name) =>
      new RegExp(`^export (?:async )?function ${name}\\b[^{;]*;$`, "m").test(sources),
    ),
  );
  assert.ok(overloaded.has("layerTable"), [...overloaded].join());
  for (const name of overloaded) {
    const row = page.split("\n").find((line) => line.startsWith(`| [\`${name}\`]`));
    if (row === undefined) continue; // not public
    const ways = sources.match(new RegExp(`^export (?:async )?function ${name}\\b[^{;]*;$`, "gm")) ?? [];
    assert.equal(row.split(`\`${name}(`).length - 1, ways.length, row);
  }
});
