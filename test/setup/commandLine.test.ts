import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "..", "..");

const commands = ["bench", "docs", "experiments", "lessons", "progress", "site", "test"];

test("a command that does not know an option says so in one line, with those it knows", () => {
  for (const command of commands) {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, "scripts", `${command}.mjs`), "--nonsense"],
      {
        cwd: root,
        encoding: "utf8",
      },
    );
    assert.notEqual(status, 0, command);
    assert.match(stderr, /^Cannot run .+: Unknown option '--nonsense'\. It knows --.+\.\n$/, command);
  }
});

test("a word where none may stand is refused, too", () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts", "site.mjs"), "what"], {
    cwd: root,
    encoding: "utf8",
  });
  assert.equal(status, 1);
  assert.match(stderr, /^Cannot run npm run site: Unexpected argument 'what'\. It knows --only, /);
});
