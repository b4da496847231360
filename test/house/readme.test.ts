import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("the program in the README runs as it stands in a folder that links convlab", async () => {
  const readme = await readFile(join(root, "README.md"), "utf8");
  const program = /```js\n(import [\s\S]*?)```/.exec(readme)?.[1];
  assert.ok(program, "the README shows a program");
  const folder = await mkdtemp(join(tmpdir(), "convlab-readme-"));
  try {
    await mkdir(join(folder, "node_modules"));
    await symlink(root, join(folder, "node_modules", "convlab"));
    await writeFile(join(folder, "digits.mjs"), program);
    const { stdout } = await promisify(execFile)(process.execPath, ["digits.mjs"], { cwd: folder });
    const accuracy = Number(/([\d.]+)% of 10,000 test digits right/.exec(stdout)?.[1]);
    assert.ok(accuracy > 80, `it printed: ${stdout}`);
  } finally {
    await rm(folder, { recursive: true });
  }
});
