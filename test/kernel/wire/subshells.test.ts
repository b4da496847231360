// What a kernel answers while a cell runs: subshells (Jupyter protocol 5.5), questions about text, comms.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { Program } from "../program.js";
import type { Heard } from "../wireClient.js";

const door = 'globalThis[Symbol.for("convlab.kernel")]';
/** Keeps the one thread busy: nothing else of this process turns. */
const blocking = (seconds: number): string =>
  `{ const end = Date.now() + ${seconds * 1000}; while (Date.now() < end) {} }`;
let kernel: Program;
before(async () => {
  kernel = await Program.start();
});
after(() => kernel.close());

const control = (type: string, content: object = {}) => kernel.ask(type, content, "control");
const hasAnswer = (id: string): boolean =>
  kernel.client.heard.shell.some(({ parent }) => parent.msg_id === id);
const answerTo = (id: string): Promise<Heard> =>
  kernel.wait("shell", ({ parent }) => parent.msg_id === id, `reply to ${id}`);
const textsOf = ({ content }: Heard): string[] => content.matches;

async function newSubshell(): Promise<string> {
  return (await control("create_subshell_request")).subshell_id;
}

/** Sends a cell and waits until it runs. */
async function begun(code: string): Promise<string> {
  const id = await kernel.client.execute(code);
  await kernel.heard(id, "execute_input");
  return id;
}

test("subshells are named by kernel_info, created, listed and deleted", async () => {
  const { supported_features: features } = await kernel.ask("kernel_info_request");
  assert.ok(features.includes("kernel subshells"));
  const [first, second] = [await newSubshell(), await newSubshell()];
  assert.notEqual(first, second);
  assert.deepEqual(await control("list_subshell_request"), { status: "ok", subshell_id: [first, second] });
  assert.deepEqual(await control("delete_subshell_request", { subshell_id: first }), { status: "ok" });
  assert.deepEqual((await control("list_subshell_request")).subshell_id, [second]);
  for (const id of [first, "none", null, 7]) {
    const refused = await control("delete_subshell_request", { subshell_id: id });
    assert.equal(refused.status, "error", String(id));
    assert.match(refused.evalue, /Cannot find subshell/);
  }
  await control("delete_subshell_request", { subshell_id: second });
});

test("a message for a subshell that is not there is refused, and runs nothing", async () => {
  const id = await kernel.client.sendTo("gone", "execute_request", { code: "globalThis.ran = true" });
  const { content } = await answerTo(id);
  assert.equal(content.status, "error");
  assert.match(content.evalue, /Cannot find subshell "gone"/);
  assert.equal((await kernel.run('"ran" in globalThis')).result, "false");
});

test("a cell of a subshell runs with the same names, and says so where it has to wait", async () => {
  const shell = await newSubshell();
  const main = await begun(`const shared = 41; ${blocking(0.7)}`);
  const aside = await kernel.client.sendTo(shell, "execute_request", { code: "shared + 1" });
  await kernel.heard(aside, "This cell waits until the running one has ended");
  assert.ok(!hasAnswer(main));
  assert.equal((await kernel.outcome(aside)).result, "42");
  assert.ok(hasAnswer(main));
  const idle = await kernel.client.sendTo(shell, "execute_request", { code: "shared + 2" });
  const { result, stderr } = await kernel.outcome(idle);
  assert.deepEqual([result, stderr], ["43", ""]);
  await control("delete_subshell_request", { subshell_id: shell });
});

test("an error in one shell aborts what waits in that shell only", async () => {
  const shell = await newSubshell();
  const failing = await begun(`${blocking(0.6)} throw new Error("here")`);
  const after = await kernel.client.execute("1");
  const aside = await kernel.client.sendTo(shell, "execute_request", { code: "2" });
  const [first, second, third] = [
    await kernel.outcome(failing),
    await kernel.outcome(after),
    await kernel.outcome(aside),
  ];
  assert.deepEqual([first.reply.status, second.reply.status, third.reply.status], ["error", "aborted", "ok"]);
  await control("delete_subshell_request", { subshell_id: shell });
});

test("comms of a subshell reach a cell that awaits", async () => {
  await kernel.run(
    `const seen: unknown[] = []; ${door}.registerComm("probe", (comm) => { comm.onMessage = ({ data }) => seen.push(data); });`,
  );
  const shell = await newSubshell();
  const cell = await begun(
    "for (let i = 0; i < 500 && seen.length === 0; i++) await new Promise((done) => setTimeout(done, 10)); seen",
  );
  await kernel.client.sendTo(shell, "comm_open", { comm_id: "p1", target_name: "probe", data: {} });
  await kernel.client.sendTo(shell, "comm_msg", { comm_id: "p1", data: { stroke: 3 } });
  assert.match((await kernel.outcome(cell)).result ?? "", /stroke: 3/);
  await control("delete_subshell_request", { subshell_id: shell });
});

test("completion, inspection and completeness are answered while a cell keeps the thread busy, with names of all cells", async () => {
  await kernel.run("const kernelWidths = [1, 3, 5]; interface Layer { strideOf: number }");
  const cell = await begun(`const layer: Layer = { strideOf: 2 }; ${blocking(60)}`);
  const ask = async (type: string, code: string): Promise<Heard> =>
    answerTo(await kernel.client.send("shell", type, { code, cursor_pos: code.length }));
  assert.ok(textsOf(await ask("complete_request", "kernelWid")).includes("kernelWidths"));
  assert.ok(textsOf(await ask("complete_request", "layer.")).includes("strideOf"));
  assert.match((await ask("inspect_request", "kernelWidths")).content.data["text/plain"], /number\[\]/);
  assert.equal((await ask("is_complete_request", "if (x) {")).content.status, "incomplete");
  assert.equal((await ask("kernel_info_request", "")).content.status, "ok");
  assert.ok(!hasAnswer(cell), "the cell had ended");
  await kernel.interrupt();
  assert.equal((await kernel.outcome(cell)).reply.ename, "Interrupted");
});

test("the state that front ends hear last is the running cell's", async () => {
  const cell = await begun(blocking(2));
  const asked = await kernel.client.send("shell", "kernel_info_request");
  await answerTo(asked);
  await delay(100);
  const states = kernel.client.heard.iopub.filter(({ type }) => type === "status");
  const last = states.at(-1);
  assert.deepEqual([last?.parent.msg_id, last?.content.execution_state], [cell, "busy"]);
  await kernel.outcome(cell);
});

test("questions that a quick cell leaves time for are answered after it, in order", async () => {
  const cell = await kernel.client.execute("const quickName = 1");
  const asked = await kernel.client.send("shell", "complete_request", { code: "quickN", cursor_pos: 6 });
  assert.deepEqual(textsOf(await answerTo(asked)), ["quickName"]);
  const order = kernel.client.heard.shell.map(({ parent }) => parent.msg_id);
  assert.ok(order.indexOf(cell) < order.indexOf(asked));
});
