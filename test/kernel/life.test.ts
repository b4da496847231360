// The kernel's program on the wire: ends, restarts, and processes that end on the way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Program } from "./program.js";

const timers =
  'setInterval(() => {}, 1000); const server = require("net").createServer().listen(0, "127.0.0.1"); 0';

for (const restart of [false, true]) {
  test(`shutdown_request(restart ${restart}) ends the program with timers and servers open`, async (t) => {
    const kernel = await Program.start();
    t.after(() => kernel.close());
    await kernel.run(timers);
    const reply = await kernel.ask("shutdown_request", { restart }, "control");
    assert.deepEqual(reply, { status: "ok", restart });
    assert.equal((await kernel.ended).code, 0);
  });
}

test("SIGTERM ends the program, a busy cell included", async (t) => {
  const kernel = await Program.start();
  t.after(() => kernel.close());
  const id = await kernel.client.execute('console.log("go"); for (;;);');
  await kernel.heard(id, "go");
  kernel.process.kill("SIGTERM");
  assert.equal((await kernel.ended).code, 0);
});

test("process.exit and a killed process are errors of their cell, and the next cell runs", async (t) => {
  const kernel = await Program.start();
  t.after(() => kernel.close());
  await kernel.run("const before = 1");
  const exited = await kernel.run("process.exit(3)");
  assert.equal(exited.reply.status, "error");
  assert.match(exited.reply.evalue, /code 3/);
  assert.equal((await kernel.run("typeof before")).result, "'undefined'");
  const killed = await kernel.run('process.kill(process.pid, "SIGKILL"); await new Promise(() => {})');
  assert.match(killed.reply.evalue, /SIGKILL/);
  assert.equal((await kernel.run("1 + 1")).result, "2");
});
