import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { snapshotScript } from "../../src/kernel/front/snapshot.js";
import { Program } from "../kernel/program.js";
import { nodeOf } from "./node.js";

const root = join(import.meta.dirname, "..", "..");
const { make } = (await import(join(root, "scripts", "setup", "snapshot.mjs"))) as {
  make(root: string, file: string, script: string, node: string): Promise<{ code: number; output: string }>;
};
const folder = mkdtempSync(join(tmpdir(), "snapshots-"));
after(() => rmSync(folder, { recursive: true }));

/** What a kernel on `node` that starts from `snapshot` says in its log when it has run some cells. */
async function logOf(node: string, snapshot: string): Promise<string> {
  const kernel = await Program.start(".", { CONVLAB_SNAPSHOT: snapshot }, [], node);
  try {
    const { result, reply } = await kernel.run(
      "const list = [1, 2].map((x) => x + 1); (await import('node:os')).EOL; list",
    );
    assert.equal(result, "[ 2, 3 ]", JSON.stringify(reply) + kernel.log);
    assert.match((await kernel.run("list.nothing")).reply.evalue, /TS2339/);
    // Many packages ask this to know their system; every thread has to answer.
    assert.equal((await kernel.run("typeof process.report.getReport()")).result, "'object'");
    const stopped = kernel.run("while (true) {}");
    await new Promise((resolve) => setTimeout(resolve, 500));
    await kernel.ask("interrupt_request", {}, "control");
    assert.equal((await stopped).reply.ename, "Interrupted");
    assert.equal((await kernel.run("list.length")).result, "2");
    return kernel.log;
  } finally {
    await kernel.close();
  }
}

for (const major of [22, 24, 26]) {
  test(`Node ${major} starts from its own snapshot, and without where another Node has made it`, async () => {
    const [own, others] = [join(folder, `${major}.blob`), join(folder, "others.blob")];
    const { code, output } = await make(root, own, snapshotScript, nodeOf(major));
    assert.equal(code, 0, output);
    assert.equal(await logOf(nodeOf(major), own), "");
    const made = await make(root, others, snapshotScript, process.execPath);
    assert.equal(made.code, 0, made.output);
    assert.match(await logOf(nodeOf(major), others), /^The snapshot .*\n$/);
  });
}
