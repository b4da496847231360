// The kernel's program on the wire: output and results.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Program } from "./program.js";

let kernel: Program;
before(async () => {
  kernel = await Program.start();
});
after(() => kernel.close());

test("100,000 lines printed in one loop all arrive, in few messages, and idle follows", async () => {
  const { stdout, published } = await kernel.run("for (let i = 0; i < 100_000; i++) console.log(i)");
  const expected = Array.from({ length: 100_000 }, (_, i) => `${i}\n`).join("");
  assert.equal(stdout.length, expected.length);
  assert.ok(stdout === expected, "lines are missing or out of order");
  assert.ok(published.length < 500, `${published.length} messages`);
});

test("50 MB in one string arrive whole", async () => {
  const { stdout } = await kernel.run('process.stdout.write("€".repeat(25_000_000) + "end")');
  assert.equal(stdout.length, 25_000_003);
  assert.ok(stdout.endsWith("€end") && !stdout.includes("\uFFFD"), "the string is damaged");
});

test("a long text is cut, and never through a character", async () => {
  const ran = await kernel.run(`console.log("x".repeat(${2 ** 20 - 1}) + "\u{1F600}")`);
  assert.equal(ran.stdout.length, 2 ** 20 + 2);
  assert.ok(ran.stdout.endsWith("x\u{1F600}\n"));
});

test("output of child processes and of native code reaches the cell", async () => {
  const child = await kernel.run(`import { spawnSync } from "node:child_process";
    const done = spawnSync(process.execPath, ["-e", "console.log('child out'); console.error('child err')"], { stdio: "inherit" });`);
  assert.match(child.stdout, /child out/);
  assert.match(child.stderr, /child err/);
  const native = await kernel.run(
    'require("fs").writeSync(1, "native\\n"); require("fs").writeSync(2, "wrong\\n");',
  );
  assert.match(native.stdout, /native/);
  assert.match(native.stderr, /wrong/);
});

test("output of a child process that goes on reaches the last cell", async () => {
  await kernel.run(`const script = "setTimeout(() => console.log('much later'), 400)";
    require("child_process").spawn(process.execPath, ["-e", script], { stdio: "inherit" }); 0`);
  const { id } = await kernel.run("'the last cell'");
  await kernel.heard(id, "much later");
});

test("late output of console and show goes to the cell that started it", async () => {
  const { id } = await kernel.run(`import { show } from "convlab";
    setTimeout(() => { console.log("late line"); show("late show"); }, 300); 0`);
  const { id: other } = await kernel.run("console.log('other'); 1");
  await kernel.heard(id, "late line");
  await kernel.heard(id, "display_data");
  const wrong = kernel.client.heard.iopub.filter(({ parent }) => parent.msg_id === other);
  assert.ok(!wrong.some(({ content }) => String(content.text).includes("late")), "it went to the other cell");
});

test("streams keep their order among displays and results", async () => {
  const { published } = await kernel.run(`import { display } from "tslab";
    console.log("a"); console.error("b"); display.text("c"); console.log("d"); "e"`);
  const seen = published.map(
    ({ type, content }) => content.text?.trim() ?? content.data?.["text/plain"] ?? type,
  );
  assert.deepEqual(seen.slice(2, -1), ["a", "b", "c", "d", "'e'"]);
});

test("the last expression is the result; undefined shows nothing; null and promises show", async () => {
  const cases: [code: string, result: string | undefined][] = [
    ["3", "3"],
    ["undefined", undefined],
    ["const a = 1", undefined],
    ["null", "null"],
    ["Promise.resolve([1])", "[ 1 ]"],
    ["new Map([[1, 2]])", "Map(1) { 1 => 2 }"],
    ["if (true) { 5 }", undefined],
    ["({ a: { b: 1 } })", "{ a: { b: 1 } }"],
  ];
  for (const [code, result] of cases) assert.equal((await kernel.run(code)).result, result, code);
});

test("objects with Jupyter.display and pictures are shown by what they are", async () => {
  const own = await kernel.run(
    '({ async [Symbol.for("Jupyter.display")]() { return { "text/html": "<i>x</i>", "text/plain": "x" }; } })',
  );
  const data = ({ published }: typeof own) =>
    published.find(({ type }) => type === "execute_result")?.content.data;
  assert.deepEqual(data(own), { "text/html": "<i>x</i>", "text/plain": "x" });
  const picture = await kernel.run("new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])");
  assert.equal(data(picture)["image/png"], "iVBORw0KGgoB");
});

test("tensors show dtype, shape and values; a chart as last expression just appears", async () => {
  const tensor = await kernel.run('import { tf } from "convlab"; tf.tensor2d([[1, 2], [3, 4]])');
  assert.match(String(tensor.result), /float32/);
  assert.match(String(tensor.result), /2.{1,3}2/);
  assert.match(String(tensor.result), /3.*4/);
});

test("clear_output, display and update_display_data", async () => {
  const { published } =
    await kernel.run(`import { clearOutput } from "convlab"; import { newDisplay } from "tslab";
    const place = newDisplay(); place.html("1"); place.html("2"); clearOutput(true); clearOutput();`);
  const sent = published.filter(({ type }) => type !== "status" && type !== "execute_input");
  assert.deepEqual(
    sent.map(({ type }) => type),
    ["display_data", "update_display_data", "clear_output", "clear_output"],
  );
  assert.equal(sent[0]?.content.transient.display_id, sent[1]?.content.transient.display_id);
  assert.deepEqual(sent[2]?.content, { wait: true });
  assert.deepEqual(sent[3]?.content, { wait: false });
  const later = await kernel.run('place.html("3")');
  assert.equal(later.published[2]?.type, "update_display_data");
});

test("tslab's display takes text and bytes", async () => {
  const { published } = await kernel.run(`import * as tslab from "tslab";
    tslab.display.markdown("*a*"); tslab.display.png(new Uint8Array([1, 2, 3])); tslab.display.raw("application/json", "{}");`);
  const shown = published.filter(({ type }) => type === "display_data").map(({ content }) => content.data);
  assert.deepEqual(shown, [
    { "text/markdown": "*a*" },
    { "image/png": "AQID" },
    { "application/json": "{}" },
  ]);
});
