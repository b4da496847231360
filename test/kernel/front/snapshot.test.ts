import assert from "node:assert/strict";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { snapshotFile } from "../../../src/kernel/front/snapshot.js";
import { Program } from "../program.js";

const made = snapshotFile();
const folder = mkdtempSync(join(tmpdir(), "snapshot-"));
after(() => rmSync(folder, { recursive: true }));

/** A copy of the snapshot that `spoil` has its way with. */
function copyOf(name: string, spoil: (file: string) => void = () => {}): string {
  const file = join(folder, name);
  copyFileSync(made, file);
  spoil(file);
  return file;
}

/** Starts a kernel, runs cells of several kinds and returns its log. */
async function tryCells(env: NodeJS.ProcessEnv): Promise<string> {
  const kernel = await Program.start(".", env);
  try {
    assert.equal((await kernel.run("const list = [1, 2].map((x) => x + 1); list")).result, "[ 2, 3 ]");
    assert.match((await kernel.run("list.nothing")).reply.evalue, /TS2339/);
    // Many packages ask this to know their system; every thread has to answer.
    assert.equal((await kernel.run("typeof process.report.getReport()")).result, "'object'");
    const loaded = await kernel.run(
      'import { join } from "node:path"; (await import("node:os")).EOL + join("a", "b")',
    );
    assert.equal(loaded.result, "'\\na/b'");
    const { reply, stdout, stderr } = await kernel.run(
      "console.log(Reflect.ownKeys(globalThis).filter((key) => String(key).includes('convlab.snapshot')).length);",
    );
    assert.deepEqual([reply.status, stdout, stderr], ["ok", "0\n", ""]);
    return kernel.log;
  } finally {
    await kernel.close();
  }
}

test("the process for cells starts from the snapshot that set-up has made, silently", async () => {
  assert.ok(existsSync(made), `${made} is not there: npm run setup`);
  assert.equal(await tryCells({}), "");
});

test("an ordinary start stands behind a snapshot that does not fit, with one line in the log", async () => {
  const cases: [name: string, env: NodeJS.ProcessEnv, log: RegExp][] = [
    ["none wanted", { CONVLAB_SNAPSHOT: "off" }, /^$/],
    ["not there", { CONVLAB_SNAPSHOT: join(folder, "none.blob") }, /^No snapshot .*\n$/],
    [
      "half of it",
      { CONVLAB_SNAPSHOT: copyOf("half", (file) => truncateSync(file, 20e6)) },
      /^The snapshot .*\n$/,
    ],
    ["empty", { CONVLAB_SNAPSHOT: copyOf("empty", (file) => truncateSync(file, 0)) }, /^The snapshot .*\n$/],
    ["other bytes", { CONVLAB_SNAPSHOT: copyOf("bytes", turnBytes) }, /^The snapshot .*\n$/],
    ["no snapshot", { CONVLAB_SNAPSHOT: join(folder, "..") }, /^The snapshot .*\n$/],
    [
      "other flags",
      { NODE_OPTIONS: "--max-old-space-size=1500", CONVLAB_SNAPSHOT: made },
      /^(The snapshot .*\n)?$/,
    ],
  ];
  for (const [name, env, log] of cases) assert.match(await tryCells(env), log, name);
});

function turnBytes(file: string): void {
  const bytes = readFileSync(file);
  for (let at = 20e6; at < 20e6 + 400; at++) bytes.writeUInt8(255 - bytes.readUInt8(at), at);
  writeFileSync(file, bytes);
}
