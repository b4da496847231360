// The kernel's program on the wire: ends, restarts, and processes that end on the way.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Program } from "./program.js";
import { Client } from "./wireClient.js";

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

test("what is sent last arrives, though the process exits at once", async (t) => {
  const bytes = 50_000_000;
  const script = fileURLToPath(new URL("lastWords.ts", import.meta.url));
  const kernel = spawn(process.execPath, ["--import", "tsx", script, String(bytes)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [connection] = await once(kernel.stdout, "data");
  const client = new Client({ connection: JSON.parse(String(connection)) });
  t.after(() => client.close());
  await client.wait("iopub", ({ type }) => type === "iopub_welcome", "welcome");
  await client.send("control", "shutdown_request", { restart: false });
  const last = await client.wait("iopub", ({ type }) => type === "display_data", "large message", 30_000);
  assert.equal(last.content.data["text/plain"].length, bytes);
});

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
  assert.match((await kernel.run("before")).reply.evalue, /TS2304/);
  const killed = await kernel.run('process.kill(process.pid, "SIGKILL"); await new Promise(() => {})');
  assert.match(killed.reply.evalue, /SIGKILL/);
  assert.equal((await kernel.run("1 + 1")).result, "2");
});

test("a native busy loop after an await ends or is reported with the way out", async (t) => {
  const kernel = await Program.start();
  t.after(() => kernel.close());
  const id = await kernel.client.execute(
    'await null; console.log("go"); require("vm").runInNewContext("for(;;){}")',
  );
  await kernel.heard(id, "go");
  await kernel.interrupt();
  const end = performance.now() + 15_000;
  const about = () => kernel.client.heard.iopub.filter(({ parent }) => parent.msg_id === id);
  const told = () =>
    about().some(({ type, content }) => type === "error" || /[Rr]estart/.test(content.text ?? ""));
  while (!told() && performance.now() < end) await delay(50);
  assert.ok(told(), "nothing was said");
});
