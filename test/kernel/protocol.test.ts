// The kernel's program on the wire: what the protocol asks of every kernel.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { errorText, Program } from "./program.js";

const door = 'globalThis[Symbol.for("convlab.kernel")]';
let kernel: Program;
before(async () => {
  kernel = await Program.start();
});
after(() => kernel.close());

const states = (published: Awaited<ReturnType<Program["run"]>>["published"]): string[] =>
  published.map(({ type, content }) => content.execution_state ?? type);

test("kernel_info has true versions", async () => {
  const { language_info: language, ...info } = await kernel.ask("kernel_info_request");
  assert.equal(info.status, "ok");
  assert.equal(info.protocol_version, "5.5");
  assert.equal(language.name, "typescript");
  assert.match(language.version, /^5\.\d+\.\d+$/);
  assert.ok(info.banner.includes(process.versions.node), info.banner);
});

test("a cell is announced, answered and ended between busy and idle", async () => {
  const { published, reply, result } = await kernel.run("1 + 1");
  assert.deepEqual(states(published), ["busy", "execute_input", "execute_result", "idle"]);
  assert.equal(reply.status, "ok");
  assert.equal(result, "2");
  assert.equal(published[1]?.content.execution_count, reply.execution_count);
  assert.equal(kernel.client.heard.iopub[1]?.content.execution_state, "starting");
});

test("control requests are announced too, and the heartbeat beats, while a cell runs", async () => {
  const id = await kernel.client.execute("const end = Date.now() + 1500; while (Date.now() < end) {}");
  await kernel.heard(id, "execute_input");
  const asked = await kernel.client.send("control", "kernel_info_request");
  await kernel.wait("control", ({ parent }) => parent.msg_id === asked, "reply on control");
  await kernel.client.heartbeat.send("beat");
  assert.equal(String((await kernel.client.heartbeat.receive())[0]), "beat");
  assert.ok(!kernel.client.heard.shell.some(({ parent }) => parent.msg_id === id), "the cell had ended");
  await kernel.outcome(id);
  const mine = kernel.client.heard.iopub.filter(({ parent }) => parent.msg_id === asked);
  assert.deepEqual(states(mine), ["busy", "idle"]);
});

test("malformed, forged and absurd messages are refused, and the kernel lives", async () => {
  const { client } = kernel;
  const parts = [client.header("execute_request"), "{}", "{}", '{"code":"console.log(7)"}'];
  await client.sendFrames("shell", ["<IDS|MSG>", client.sign(parts, "another key"), ...parts]);
  await client.sendFrames("shell", ["<IDS|MSG>", "", ...parts]);
  await client.sendFrames("shell", ["nothing"]);
  await client.sendFrames("control", ["<IDS|MSG>"]);
  await client.sendParts("shell", ["{", "{}", "{}", "{}"]);
  await client.sendParts("shell", ["[]", "null", "1", "2"]);
  await client.sendParts("shell", [`${"[".repeat(100_000)}${"]".repeat(100_000)}`, "{}", "{}", "{}"]);
  await client.sendParts("control", [client.header("no_such_request"), "{}", "{}", "{}"]);
  const harmless = [client.header("comm_info_request"), "{}", "{}", "{}"];
  await client.sendParts("shell", harmless, Array(3000).fill(Buffer.from("frame")));
  const { result } = await kernel.run("40 + 2");
  assert.equal(result, "42");
  assert.ok(!client.heard.iopub.some(({ content }) => content.text === "7\n"), "a forged cell ran");
  assert.match(kernel.log, /signature is wrong/);
});

test("a request of 150 MB does not end the kernel", async () => {
  const size = 150 * 2 ** 20;
  await kernel.client.sendFrames("shell", [
    "<IDS|MSG>",
    "0".repeat(64),
    "{}",
    "{}",
    "{}",
    Buffer.alloc(size),
  ]);
  assert.equal((await kernel.run("2 * 3")).result, "6");
});

test("silent shows and counts nothing; store_history false shows and does not count", async () => {
  const { reply: first } = await kernel.run("1");
  const silent = await kernel.run('console.log("no"); 5', { silent: true });
  assert.deepEqual(states(silent.published), ["busy", "idle"]);
  const unstored = await kernel.run("6", { store_history: false });
  assert.equal(unstored.result, "6");
  const { reply: next } = await kernel.run("1");
  assert.equal(next.execution_count, first.execution_count + 1);
});

test("user_expressions are answered one by one, with errors in their places", async () => {
  const user_expressions = { good: "1 + 1", bad: "nothingLikeThis", rich: "[1, 2]" };
  const { reply } = await kernel.run("const three = 3", { user_expressions });
  assert.equal(reply.user_expressions.good.data["text/plain"], "2");
  assert.equal(reply.user_expressions.rich.data["text/plain"], "[ 1, 2 ]");
  assert.equal(reply.user_expressions.bad.status, "error");
  assert.ok(reply.user_expressions.bad.ename.length > 0, "no ename");
});

test("stop_on_error aborts the cells that wait, and no later one", async () => {
  const failing = await kernel.client.execute(
    'await new Promise((r) => setTimeout(r, 100)); throw new Error("x")',
  );
  const waiting = await kernel.client.execute("1");
  const both = [await kernel.outcome(failing), await kernel.outcome(waiting)];
  assert.deepEqual(
    both.map(({ reply }) => reply.status),
    ["error", "aborted"],
  );
  assert.equal((await kernel.run("8")).result, "8");
  const going = await kernel.client.execute('throw new Error("x")', { stop_on_error: false });
  const next = await kernel.client.execute("9");
  assert.equal((await kernel.outcome(going)).reply.status, "error");
  assert.equal((await kernel.outcome(next)).result, "9");
});

test("history: tail, range, search", async () => {
  const { reply } = await kernel.run("'first of three'");
  await kernel.run("'second of three'");
  await kernel.run("'second of three'");
  const ask = async (content: object) => (await kernel.ask("history_request", content)).history;
  const start = reply.execution_count;
  assert.deepEqual(await ask({ hist_access_type: "tail", n: 2, output: true }), [
    [1, start + 1, ["'second of three'", "'second of three'"]],
    [1, start + 2, ["'second of three'", "'second of three'"]],
  ]);
  assert.deepEqual(await ask({ hist_access_type: "range", session: 0, start, stop: start + 1 }), [
    [1, start, "'first of three'"],
  ]);
  const search = { hist_access_type: "search", pattern: "*of three*" };
  assert.equal((await ask(search)).length, 3);
  assert.equal((await ask({ ...search, unique: true })).length, 2);
  assert.deepEqual(await ask({ ...search, n: 1 }), [[1, start + 2, "'second of three'"]]);
});

test("completion has kinds, counts code points, and looks at the cursor in the middle", async () => {
  await kernel.run("const fruit = { apple: 1, apricot: (n: number) => n }");
  const code = "const smile = '😀😀'; fruit.ap + 1";
  const cursor = [...code.slice(0, code.indexOf("ap") + 2)].length;
  const reply = await kernel.ask("complete_request", { code, cursor_pos: cursor });
  assert.deepEqual(reply.matches.sort(), ["apple", "apricot"]);
  assert.deepEqual([reply.cursor_start, reply.cursor_end], [cursor - 2, cursor]);
  const types = reply.metadata._jupyter_types_experimental;
  assert.equal(types.find((each: { text: string }) => each.text === "apple").type, "property");
  assert.equal(types[0].start, cursor - 2);
});

test("inspection has signature and doc comment, as Markdown and text", async () => {
  await kernel.run("/** Twice as much. */\nfunction double(x: number): number { return 2 * x; }");
  const code = "'😀'; double(4)";
  const reply = await kernel.ask("inspect_request", { code, cursor_pos: 7, detail_level: 0 });
  assert.equal(reply.found, true);
  for (const type of ["text/plain", "text/markdown"]) {
    assert.match(reply.data[type], /double\(x: number\): number/);
    assert.match(reply.data[type], /Twice as much/);
  }
  assert.equal((await kernel.ask("inspect_request", { code: "   ", cursor_pos: 1 })).found, false);
  const overloads = async (detail: number) => {
    const asked = { code: "[1].concat([2])", cursor_pos: 8, detail_level: detail };
    return (await kernel.ask("inspect_request", asked)).data["text/plain"].match(/\.concat\(/g).length;
  };
  assert.deepEqual([await overloads(0), await overloads(1)], [1, 2]);
});

test("is_complete: complete, incomplete with an indent, invalid", async () => {
  const ask = (code: string) => kernel.ask("is_complete_request", { code });
  assert.equal((await ask("const a = 1")).status, "complete");
  const open = await ask("for (const x of [1]) {");
  assert.equal(open.status, "incomplete");
  assert.match(open.indent, /^\s+$/);
  assert.equal((await ask("let a b c")).status, "invalid");
});

test("input and password ask the reader; without stdin they are refused", async () => {
  const id = await kernel.client.execute(
    'const name = await input("name? "); const word = await password("word? "); name + word',
    {
      allow_stdin: true,
    },
  );
  await kernel.heard(id, "execute_input");
  for (const [prompt, secret, value] of [
    ["name? ", false, "Ada"],
    ["word? ", true, "!"],
  ] as const) {
    const asked = await kernel.wait("stdin", ({ content }) => content.prompt === prompt, prompt);
    assert.equal(asked.parent.msg_id, id);
    assert.equal(asked.content.password, secret);
    await kernel.client.send("stdin", "input_reply", { status: "ok", value }, asked.header);
  }
  assert.equal((await kernel.outcome(id)).result, "'Ada!'");
  const refused = await kernel.run('await input("? ")', { allow_stdin: false });
  assert.match(errorText(refused), /Cannot/);
});

test("comms: opened, answered and closed from both sides", async () => {
  await kernel.run(`const opened = [];
    ${door}.registerComm("echo", (comm, { data }) => {
      comm.send({ hello: data });
      comm.onMessage = ({ data, buffers }) => comm.send({ again: data }, { buffers });
      comm.onClose = () => console.log("closed");
    })`);
  const { client } = kernel;
  await client.send("shell", "comm_open", { comm_id: "c1", target_name: "echo", data: 1 });
  const about = (type: string) =>
    kernel.wait("iopub", (m) => m.type === type && m.content.comm_id === "c1", type);
  assert.deepEqual((await about("comm_msg")).content.data, { hello: 1 });
  const list = await kernel.ask("comm_info_request", { target_name: "echo" });
  assert.deepEqual(list.comms, { c1: { target_name: "echo" } });
  const parts = [client.header("comm_msg"), "{}", "{}", JSON.stringify({ comm_id: "c1", data: 2 })];
  await client.sendParts("shell", parts, [Buffer.from([7, 8])]);
  const again = await kernel.wait("iopub", ({ content }) => content.data?.again === 2, "the second message");
  assert.deepEqual([...(again.buffers[0] ?? [])], [7, 8]);
  const closing = await client.send("shell", "comm_close", { comm_id: "c1", data: {} });
  await kernel.heard(closing, "closed");
  await client.send("shell", "comm_open", { comm_id: "c2", target_name: "nobody", data: {} });
  await kernel.wait("iopub", (m) => m.type === "comm_close" && m.content.comm_id === "c2", "comm_close");
  const mine = await kernel.run(
    `const line = ${door}.openComm("front", { a: 1 }); line.send({ b: 2 }); line.close()`,
  );
  const kinds = mine.published.map(({ type }) => type).filter((type) => type.startsWith("comm"));
  assert.deepEqual(kinds, ["comm_open", "comm_msg", "comm_close"]);
  assert.deepEqual((await kernel.ask("comm_info_request")).comms, {});
});

test("a page goes into the payload", async () => {
  const { reply } = await kernel.run(`${door}.page({ "text/plain": "much" })`);
  assert.deepEqual(reply.payload, [{ source: "page", data: { "text/plain": "much" }, start: 0 }]);
});

test("requests are answered between two cells, in order", async () => {
  const slow = await kernel.client.execute("await new Promise((r) => setTimeout(r, 300)); 'slow'");
  await delay(10);
  const [asked, cell] = [kernel.ask("kernel_info_request"), kernel.run("'after'")];
  assert.equal((await asked).status, "ok");
  assert.equal((await kernel.outcome(slow)).result, "'slow'");
  assert.equal((await cell).result, "'after'");
});
