import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Program } from "./program.js";

/** Megabytes that a process holds and no file. */
function ownMemory(pid: string): number {
  const [, kilobytes] = /Pss_Anon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? [];
  return Number(kilobytes) / 1000;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("where many share a machine, the kernel gives memory back when nobody asks, and goes on as before", async (t) => {
  const kernel = await Program.start(".", { CONVLAB_LEAN: "3" });
  try {
    const { result: pid = "" } = await kernel.run("process.pid");
    assert.equal((await kernel.run("let numbers = [1, 2];")).reply.status, "ok");
    if (process.platform === "linux") {
      const before = ownMemory(pid);
      let after = before;
      for (const until = Date.now() + 30_000; after > before - 30 && Date.now() < until; await pause(500))
        after = ownMemory(pid);
      t.diagnostic(`${Math.round(before)} MB, ${Math.round(after)} MB when left alone`);
      assert.ok(after < before - 30, `${after} MB of ${before}`);
    }
    assert.equal(
      (await kernel.run("numbers.push(3); numbers.map((each) => each + 1)")).result,
      "[ 2, 3, 4 ]",
    );
    assert.match((await kernel.run('numbers = "text";')).reply.evalue, /TS2322/);
    assert.equal(kernel.log, "");
  } finally {
    await kernel.close();
  }
});

test("a kernel that is lean stops a loop and runs cells that last longer than its patience", async () => {
  const kernel = await Program.start(".", { CONVLAB_LEAN: "0.2" });
  try {
    const { result } = await kernel.run("await new Promise((resolve) => setTimeout(resolve, 3_000)); 7");
    assert.equal(result, "7");
    const running = kernel.run("while (true) {}");
    await pause(1_000);
    await kernel.interrupt();
    assert.equal((await running).reply.ename, "Interrupted");
    assert.equal((await kernel.run("1 + 1")).result, "2");
  } finally {
    await kernel.close();
  }
});
