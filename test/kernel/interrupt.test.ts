// The kernel's program on the wire: the stop button.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { errorText, Program, type Ran } from "./program.js";

let kernel: Program;
before(async () => {
  kernel = await Program.start();
});
after(() => kernel.close());

/** Starts a cell that prints `go` once it is under way, and interrupts it. */
async function stopped(code: string, interrupt = () => kernel.interrupt()): Promise<Ran & { took: number }> {
  const id = await kernel.client.execute(code);
  await kernel.heard(id, "go");
  await delay(150);
  const began = performance.now();
  await interrupt();
  const ran = await kernel.outcome(id);
  return { ...ran, took: performance.now() - began };
}

async function lives(): Promise<void> {
  assert.equal((await kernel.run("20 + 1")).result, "21");
}

/** Generous: what is to end within a second may take some more on a loaded machine. */
const soon = 5000;

const loops: [name: string, code: string][] = [
  ["a loop", 'console.log("go"); let n = 0; while (true) n++;'],
  ["a loop in a function", 'console.log("go"); const f = () => { for (;;); }; f();'],
  ["a loop inside try", 'console.log("go"); for (;;) { try { for (;;); } finally { } }'],
  ["a native loop", 'console.log("go"); /(a+)+b/.test("a".repeat(40));'],
  ["a script", 'console.log("go"); require("vm").runInNewContext("for(;;){}");'],
  ["a loop after an await", 'await null; console.log("go"); for (;;);'],
];
for (const [name, code] of loops) {
  test(`an interrupt stops ${name}`, async () => {
    const ran = await stopped(code);
    assert.equal(ran.reply.status, "error");
    assert.ok(ran.took < soon, `${ran.took} ms`);
    await lives();
  });
}

test("an interrupt by signal is one too", async () => {
  const ran = await stopped('console.log("go"); for (;;);', async () => {
    kernel.process.kill("SIGINT");
  });
  assert.equal(ran.reply.status, "error");
  await lives();
});

test("a cell that awaits stops, its timers too, and what it has computed stays, with types", async () => {
  const ran = await stopped(`let rounds = 0; let ticks = 0; const ticking = setInterval(() => ticks++, 10);
    console.log("go"); for (;;) { await new Promise((r) => setTimeout(r, 20)); rounds++; }`);
  assert.equal(ran.reply.status, "error");
  assert.ok(ran.took < soon, `${ran.took} ms`);
  const { result } = await kernel.run("const before = [rounds, ticks].map(Number); before.join()");
  assert.match(String(result), /^'[1-9]\d*,[1-9]\d*'$/);
  await delay(200);
  assert.equal((await kernel.run("[rounds, ticks].join()")).result, result);
  assert.match(errorText(await kernel.run("rounds.nothing")), /TS2339/);
});

test("a promise that never settles does not hold the cell", async () => {
  const ran = await stopped('console.log("go"); await new Promise(() => {});');
  assert.equal(ran.reply.status, "error");
  assert.ok(ran.took < soon, `${ran.took} ms`);
});

test("an await in a called function is a cancellation point", async () => {
  const ran = await stopped(`let went = 0;
    async function work() { for (;;) { await new Promise((r) => setTimeout(r, 5)); went++; } }
    console.log("go"); await work();`);
  assert.equal(ran.reply.status, "error");
  const { result } = await kernel.run("went");
  await delay(100);
  assert.equal((await kernel.run("went")).result, result);
});

test("library code that never returns is reported with the way out, and the kernel lives", async () => {
  kernel.write(
    "forever.mjs",
    'import { setTimeout } from "node:timers/promises"; export async function forever() { for (;;) await setTimeout(10); }',
  );
  kernel.write("forever.d.mts", "export function forever(): Promise<void>;");
  const ran = await stopped('import { forever } from "./forever.mjs"; console.log("go"); await forever();');
  assert.equal(ran.reply.status, "error");
  assert.ok(ran.took < 10_000, `${ran.took} ms`);
  await lives();
});

test("five interrupts in a row, and interrupts while idle, do no harm", async () => {
  const id = await kernel.client.execute(
    'console.log("go"); for (;;) await new Promise((r) => setTimeout(r, 5));',
  );
  await kernel.heard(id, "go");
  for (let n = 0; n < 5; n++) await kernel.interrupt();
  assert.equal((await kernel.outcome(id)).reply.status, "error");
  await lives();
  for (let n = 0; n < 5; n++) await kernel.interrupt();
  kernel.process.kill("SIGINT");
  await delay(300);
  await lives();
});

test("an interrupt during compilation stops the cell before it begins", async () => {
  const types = Array.from(
    { length: 400 },
    (_, n) => `type T${n} = { a: ${n}; b: T${n === 0 ? 0 : n - 1}["a"] };`,
  );
  const id = await kernel.client.execute(
    `import { tf } from "convlab"; ${types.join("\n")} console.log("ran");`,
  );
  await kernel.heard(id, "execute_input");
  await kernel.interrupt();
  const ran = await kernel.outcome(id);
  assert.ok(ran.reply.status === "error" || ran.stdout === "ran\n", JSON.stringify(ran.reply));
  await lives();
});

test("an interrupt during a download stops it", async () => {
  const server = createServer((_, response) => {
    response.write("begin");
    const more = setInterval(() => response.write("more"), 50);
    response.on("close", () => clearInterval(more));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const ran = await stopped(
    `const answer = await fetch("http://127.0.0.1:${port}"); console.log("go"); const text = await answer.text();`,
  );
  server.closeAllConnections();
  server.close();
  assert.equal(ran.reply.status, "error");
  await lives();
});

test("an interrupt withdraws a question to the reader", async () => {
  const id = await kernel.client.execute('await input("? ")', { allow_stdin: true });
  await kernel.wait("stdin", ({ parent }) => parent.msg_id === id, "input_request");
  await kernel.interrupt();
  assert.equal((await kernel.outcome(id)).reply.status, "error");
  await lives();
});

test("an interrupted cell aborts the cells that wait", async () => {
  const id = await kernel.client.execute('console.log("go"); for (;;);');
  const next = await kernel.client.execute('console.log("next")');
  await kernel.heard(id, "go");
  await kernel.interrupt();
  assert.equal((await kernel.outcome(id)).reply.status, "error");
  assert.equal((await kernel.outcome(next)).reply.status, "aborted");
});

test("train ends within one batch, and the model stays usable", async () => {
  const cell = `import { mnistCnn, tf, train } from "convlab";
    const model = mnistCnn({ seed: 1 });
    const inputs = tf.randomUniform([2000, 28, 28, 1]); const labels = tf.tensor1d(Array(2000).fill(3));
    console.log("go");
    const history = await train(model, { inputs, labels } as any, { epochs: 100, quiet: true }); history.stopped`;
  const ran = await stopped(cell);
  assert.ok(ran.reply.status === "error" || ran.result === "true", JSON.stringify(ran.reply));
  const after = await kernel.run("(model.predict(tf.zeros([2, 28, 28, 1])) as any).shape.join()");
  assert.equal(after.result, "'2,10'");
});
