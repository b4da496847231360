import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import type { ErrorReply, Outcome } from "../../../src/kernel/protocol.js";
import type { ExecuteContext, ExecuteRequest } from "../../../src/kernel/wire/handlers.js";
import { History } from "../../../src/kernel/wire/history.js";
import { type Client, gate, type Heard, info, running } from "../wireClient.js";

const kinds = (messages: readonly Heard[]): string[] =>
  messages.map(({ type, content }) => content.execution_state ?? type);
const failure: ErrorReply = {
  status: "error",
  ename: "Oops",
  evalue: "it broke",
  traceback: ["Oops: it broke"],
};

async function stillAnswers(client: Client): Promise<void> {
  const { reply } = await client.ask("shell", "kernel_info_request");
  assert.equal(reply.content.status, "ok");
}

test("serve(a request) answers between busy and idle, outputs in order", async (t) => {
  const { client } = await running(t, {
    async execute({ code }, context) {
      context.write("stdout", "one\n");
      context.write("stderr", "two\n");
      context.write("stdout", "three\n");
      await delay(30);
      context.write("stdout", "four\n");
      context.publish("execute_result", {
        data: { "text/plain": code },
        metadata: {},
        execution_count: context.executionCount,
      });
      context.write("stdout", "five\n");
      return { status: "ok", userExpressions: { a: { status: "ok" } } };
    },
  });
  const { reply, published } = await client.ask("shell", "execute_request", { code: "hello" });
  assert.deepEqual(
    published.map(({ type, content }) => content.execution_state ?? content.text ?? type),
    ["busy", "execute_input", "one\n", "two\n", "three\n", "four\n", "execute_result", "five\n", "idle"],
  );
  assert.deepEqual(published[1]?.content, { code: "hello", execution_count: 1 });
  assert.deepEqual(published[6]?.content.data, { "text/plain": "hello" });
  assert.equal(reply.type, "execute_reply");
  assert.deepEqual(reply.content, {
    status: "ok",
    payload: [],
    user_expressions: { a: { status: "ok" } },
    execution_count: 1,
  });
  assert.ok(Math.abs(Date.parse(String(reply.metadata.started)) - Date.now()) < 60_000);
});

test("serve(first client) says starting once, before everything else", async (t) => {
  const { client } = await running(t);
  await stillAnswers(client);
  assert.deepEqual(kinds(client.heard.iopub), ["iopub_welcome", "starting", "busy", "idle"]);
  assert.deepEqual(client.heard.iopub[0]?.content, { subscription: "" });
  assert.deepEqual(client.heard.iopub[1]?.parent, {});
});

test("serve(each request type) has defaults where a handler is missing", async (t) => {
  const { client } = await running(t);
  const cases: [type: string, content: object, expected: object][] = [
    [
      "kernel_info_request",
      {},
      { status: "ok", protocol_version: "5.5", debugger: false, help_links: [], ...info },
    ],
    [
      "complete_request",
      { code: "ab", cursor_pos: 1 },
      {
        status: "ok",
        matches: [],
        cursor_start: 1,
        cursor_end: 1,
        metadata: { _jupyter_types_experimental: [] },
      },
    ],
    ["inspect_request", { code: "a", cursor_pos: 0 }, { status: "ok", found: false, data: {}, metadata: {} }],
    ["is_complete_request", { code: "a" }, { status: "unknown" }],
    ["history_request", { hist_access_type: "tail", n: 3 }, { status: "ok", history: [] }],
    ["comm_info_request", {}, { status: "ok", comms: {} }],
  ];
  for (const [type, content, expected] of cases) {
    for (const channel of ["shell", "control"] as const) {
      const { reply, published } = await client.ask(channel, type, content);
      assert.deepEqual(reply.content, expected, type);
      assert.equal(reply.type, type.replace("_request", "_reply"));
      assert.deepEqual(kinds(published), ["busy", "idle"], type);
    }
  }
});

test("serve(wrong signatures) refuses each and lives", async (t) => {
  const executed: string[] = [];
  const { client, log } = await running(t, {
    execute({ code }) {
      executed.push(code);
      return { status: "ok" };
    },
  });
  const parts = [client.header("execute_request"), "{}", "{}", '{"code":"forged"}'];
  const right = client.sign(parts);
  const signatures = ["", "0", right.slice(0, -1), right.toUpperCase(), client.sign(parts, "another key")];
  for (const signature of signatures) await client.sendFrames("shell", ["<IDS|MSG>", signature, ...parts]);
  await client.sendFrames("shell", ["<IDS|MSG>", right, ...parts.slice(0, 3), '{"code":"other"}']);
  await stillAnswers(client);
  assert.deepEqual(executed, []);
  assert.equal(log.length, 6);
  assert.match(log[0] ?? "", /Refused a message on shell: it is not signed\./);
  for (const line of log.slice(1)) assert.match(line, /its signature is wrong/);

  await client.sendParts("shell", parts);
  await client.sendParts("shell", parts);
  await stillAnswers(client);
  assert.deepEqual(executed, ["forged"], "the same message runs once");
  assert.match(log[6] ?? "", /its signature was used before/);
});

test("serve(malformed messages) refuses each with its reason and lives", async (t) => {
  const { client, log } = await running(t);
  const header = client.header("kernel_info_request");
  const signed: [parts: (string | Buffer)[], reason: RegExp][] = [
    [["{", "{}", "{}", "{}"], /its header is not JSON/],
    [["[]", "{}", "{}", "{}"], /its header is not an object/],
    [["null", "{}", "{}", "{}"], /its header is not an object/],
    [['{"msg_id":"1"}', "{}", "{}", "{}"], /its header has no msg_type/],
    [['{"msg_type":"x_request","msg_id":5}', "{}", "{}", "{}"], /its header has no msg_id/],
    [[header, "7", "{}", "{}"], /its parent header is not an object/],
    [[header, "{}", "nonsense", "{}"], /its metadata is not JSON/],
    [[header, "{}", "{}", Buffer.from([0x7b, 0xff, 0x7d])], /its content is not JSON/],
    [[`{"msg_id":"${"x".repeat(70_000)}"}`, "{}", "{}", "{}"], /a header has 70013 bytes, over 65536/],
    [
      [
        `{"msg_id":"1","msg_type":"a_request","x":${"[".repeat(30_000)}${"]".repeat(30_000)}}`,
        "{}",
        "{}",
        "{}",
      ],
      /nested too deeply/,
    ],
  ];
  for (const [parts] of signed) await client.sendParts("shell", parts);
  await client.sendFrames("shell", ["one frame"]);
  await client.sendFrames("shell", ["<IDS|MSG>", "a", "b"]);
  await stillAnswers(client); // the two sockets have no order between them
  await client.sendFrames("control", Array<string>(5000).fill(""));
  await stillAnswers(client);
  await client.ask("control", "kernel_info_request");
  for (const [index, [, reason]] of signed.entries()) assert.match(log[index] ?? "", reason);
  const rest = log.slice(signed.length).join("\n");
  assert.match(rest, /no <IDS\|MSG> delimiter/);
  assert.match(rest, /3 frames after the delimiter|2 frames after the delimiter/);
  assert.match(rest, /it has 500\d frames, over 4096/);
  assert.equal(log.length, signed.length + 3);
});

test("serve(a frame above the limit) drops it and lives", async (t) => {
  const { client } = await running(t, {}, { limits: { bytes: 100_000 } });
  await client.execute("x".repeat(200_000));
  await delay(200); // zeromq cuts the connection off, and makes a new one by itself
  await stillAnswers(client);
  assert.ok(!client.heard.shell.some(({ type }) => type === "execute_reply"));
});

test("serve(unknown types) answers requests with an error and ignores the rest", async (t) => {
  const { client, log } = await running(t);
  const { reply, published } = await client.ask("shell", "dance_request");
  assert.equal(reply.type, "dance_reply");
  assert.equal(reply.content.status, "error");
  assert.equal(reply.content.ename, "TypeError");
  assert.deepEqual(kinds(published), ["busy", "idle"]);
  for (const type of ["constructor", "__proto__", "toString", "status"]) await client.send("shell", type);
  await client.send("stdin", "execute_request", { code: "1" });
  await client.send("stdin", "input_reply", { value: "nobody asked" });
  await delay(50);
  await stillAnswers(client);
  assert.equal(
    log.filter((line) => /Ignored .* on shell: this kernel does not know it/.test(line)).length,
    4,
  );
  assert.ok(log.some((line) => /Ignored "execute_request" on stdin/.test(line)));
  assert.ok(log.some((line) => /Ignored an input_reply/.test(line)));
});

test("serve(100,000 lines in one loop) sends all in few messages, then idle", async (t) => {
  const { client } = await running(t, {
    execute(_request, context) {
      for (let line = 0; line < 100_000; line++) context.write("stdout", `line ${line}\n`);
      return { status: "ok" };
    },
  });
  const { published } = await client.ask("shell", "execute_request", { code: "" });
  const streams = published.filter(({ type }) => type === "stream");
  const text = streams.map(({ content }) => content.text).join("");
  assert.equal(text, Array.from({ length: 100_000 }, (_, line) => `line ${line}\n`).join(""));
  assert.ok(streams.length < 10, `${streams.length} messages`);
  assert.deepEqual(kinds(published.slice(-1)), ["idle"]);
});

test("serve(5,000 displays in one loop) sends each, in order", async (t) => {
  const { client } = await running(t, {
    execute(_request, context) {
      for (let index = 0; index < 5000; index++)
        context.publish("display_data", { data: { index }, metadata: {} });
      return { status: "ok" };
    },
  });
  const { published } = await client.ask("shell", "execute_request", { code: "" });
  const shown = published.filter(({ type }) => type === "display_data");
  assert.deepEqual(
    shown.map(({ content }) => content.data.index),
    Array.from({ length: 5000 }, (_, index) => index),
  );
});

test("serve(50 MB in one string) sends it whole, without splitting a character", async (t) => {
  const text = `x${"🙂".repeat(12_500_000)}`; // 4 bytes each; the x moves every pair onto odd places
  const { client } = await running(t, {
    execute(_request, context) {
      context.write("stdout", text);
      return { status: "ok" };
    },
  });
  const { published } = await client.ask("shell", "execute_request", { code: "" });
  const streams = published.filter(({ type }) => type === "stream");
  assert.ok(streams.map(({ content }) => content.text).join("") === text, "the text is the same");
  assert.ok(streams.length < 30, `${streams.length} messages`);
  assert.deepEqual(kinds(published.slice(-1)), ["idle"]);
});

test("serve(half a surrogate pair) sends a replacement that Python can save", async (t) => {
  const { client } = await running(t, {
    execute(_request, context) {
      context.write("stdout", 'a\ud83d \\ud83d "🙂" \udc00');
      return { status: "ok" };
    },
  });
  const { published } = await client.ask("shell", "execute_request", { code: "" });
  assert.equal(published[2]?.content.text, 'a\ufffd \\ud83d "🙂" \ufffd');
});

test("serve(late output) goes to the cell that started it", async (t) => {
  const later = gate();
  const { client } = await running(t, {
    execute({ code }, context) {
      if (code === "first") void later.opened.then(() => context.write("stdout", "late"));
      else later.open();
      return { status: "ok" };
    },
  });
  const first = await client.execute("first");
  await client.published(first);
  await client.ask("shell", "execute_request", { code: "second" });
  const late = await client.wait("iopub", ({ type }) => type === "stream", "late output");
  assert.equal(late.parent.msg_id, first);
});

/** Cells named fail… fail, hold… wait for the gate. */
function cells(ran: string[]) {
  const held = gate();
  const execute = async ({ code }: ExecuteRequest, _context: ExecuteContext): Promise<Outcome> => {
    ran.push(code);
    if (code.includes("hold")) await held.opened;
    return code.includes("fail") ? failure : { status: "ok" };
  };
  return { held, execute };
}

test("serve(a cell that fails) aborts the cells already sent, and no other", async (t) => {
  const ran: string[] = [];
  const { held, execute } = cells(ran);
  const { client } = await running(t, { execute });
  const ids = [
    await client.execute("hold, fail"),
    await client.execute("second"),
    await client.execute("third"),
  ];
  const completing = await client.send("shell", "complete_request", { code: "", cursor_pos: 0 });
  await delay(50);
  held.open();
  const [first, second, third] = await Promise.all(ids.map((id) => client.reply(id)));
  assert.deepEqual(first?.content, { ...failure, execution_count: 1 });
  assert.deepEqual(second?.content, { status: "aborted" });
  assert.deepEqual(third?.content, { status: "aborted" });
  assert.equal((await client.reply(completing)).content.status, "ok");
  const published = await client.published(ids[0] as string);
  assert.deepEqual(kinds(published), ["busy", "execute_input", "error", "idle"]);
  assert.deepEqual(published[2]?.content, {
    ename: "Oops",
    evalue: "it broke",
    traceback: ["Oops: it broke"],
  });
  assert.deepEqual(kinds(await client.published(ids[1] as string)), ["busy", "idle"]);

  const next = await client.ask("shell", "execute_request", { code: "next" });
  assert.equal(next.reply.content.status, "ok");
  assert.equal(next.reply.content.execution_count, 2);
  assert.deepEqual(ran, ["hold, fail", "next"]);
});

test("serve(cells sent in one burst, the first fails at once) aborts all of them", async (t) => {
  const ran: string[] = [];
  const { client } = await running(t, { execute: cells(ran).execute });
  const ids = await Promise.all(["fail", "b", "c", "d"].map((code) => client.execute(code)));
  await Promise.all(ids.map((id) => client.reply(id)));
  assert.deepEqual(ran, ["fail"]);
  // Who waits for the reply is never aborted, however fast.
  for (let round = 0; round < 20; round++) {
    await client.reply(await client.execute("fail"));
    const { reply } = await client.ask("shell", "execute_request", { code: "after" });
    assert.equal(reply.content.status, "ok");
  }
});

test("serve(stop_on_error false) runs the cells that wait", async (t) => {
  const ran: string[] = [];
  const { held, execute } = cells(ran);
  const { client } = await running(t, { execute });
  await client.execute("hold, fail", { stop_on_error: false });
  const second = await client.execute("second");
  await delay(20);
  held.open();
  assert.equal((await client.reply(second)).content.status, "ok");
  assert.deepEqual(ran, ["hold, fail", "second"]);
});

test("serve(control and heartbeat) are answered while a cell runs", async (t) => {
  let interrupted = 0;
  const { held, execute } = cells([]);
  const { client } = await running(t, {
    execute,
    interrupt() {
      interrupted++;
      held.open();
    },
  });
  const cell = await client.execute("hold");
  await client.wait("iopub", ({ type }) => type === "execute_input", "execute_input");
  const waiting = await client.send("shell", "kernel_info_request");
  for (const ping of ["ping", "", "\0binary"]) {
    await client.heartbeat.send(ping);
    assert.deepEqual((await client.heartbeat.receive()).map(String), [ping]);
  }
  const { reply, published } = await client.ask("control", "kernel_info_request");
  assert.equal(reply.content.implementation, "echo");
  assert.deepEqual(kinds(published), ["busy", "idle"]);
  assert.ok(!client.heard.shell.length, "shell waits for the cell");
  const { reply: interruptReply } = await client.ask("control", "interrupt_request");
  assert.deepEqual(interruptReply.content, { status: "ok" });
  assert.equal(interrupted, 1);
  assert.equal((await client.reply(cell)).content.status, "ok");
  assert.equal((await client.reply(waiting)).content.status, "ok");
});

test("serve(silent, store_history) count, announce and show as they should", async (t) => {
  const stored: boolean[] = [];
  const { client } = await running(t, {
    execute({ code, storeHistory }, context) {
      stored.push(storeHistory);
      context.write("stdout", "text");
      context.publish("display_data", { data: {}, metadata: {} });
      context.publish("comm_msg", { comm_id: "1", data: {} });
      return code === "fail" ? failure : { status: "ok" };
    },
  });
  const run = async (content: object) => {
    const { reply, published } = await client.ask("shell", "execute_request", { code: "", ...content });
    return [reply.content.execution_count, ...kinds(published)];
  };
  const loud = ["busy", "execute_input", "stream", "display_data", "comm_msg", "idle"];
  assert.deepEqual(await run({}), [1, ...loud]);
  assert.deepEqual(await run({ silent: true }), [1, "busy", "comm_msg", "idle"]);
  assert.deepEqual(await run({ silent: true, code: "fail" }), [1, "busy", "comm_msg", "idle"]);
  assert.deepEqual(await run({ store_history: false }), [1, ...loud]);
  assert.deepEqual(await run({ store_history: true }), [2, ...loud]);
  assert.deepEqual(stored, [true, false, false, false, true]);
});

test("serve(what handlers throw or return amiss) becomes an error, and idle follows", async (t) => {
  const { client } = await running(t, {
    execute({ code }) {
      if (code === "throw") throw new RangeError("too far");
      if (code === "odd") throw Object.create(null);
      return { status: "ok", userExpressions: { big: { value: 5n } } };
    },
    complete() {
      throw new Error("no completion today");
    },
  });
  const run = async (code: unknown) => (await client.ask("shell", "execute_request", { code })).reply.content;
  assert.deepEqual(await run("throw"), {
    status: "error",
    ename: "RangeError",
    evalue: "too far",
    traceback: ["RangeError: too far"],
    execution_count: 1,
  });
  assert.equal((await run("odd")).status, "error");
  assert.match((await run("big")).evalue, /Cannot send execute_reply: its content does not fit into JSON/);
  assert.match((await run(12)).evalue, /Cannot execute a request: its code is not a string/);
  const { reply } = await client.ask("shell", "complete_request", { code: "", cursor_pos: 0 });
  assert.equal(reply.content.evalue, "no completion today");
});

test("serve(input) asks the reader and hands the answer to the cell", async (t) => {
  const { client } = await running(t, {
    async execute(_request, context) {
      context.write("stdout", "before");
      const name = await context.input("Name? ");
      const [a, b] = await Promise.all([context.input("a"), context.input("b", { password: true })]);
      context.write("stdout", [name, a, b].join());
      return { status: "ok" };
    },
  });
  const cell = await client.execute("", { allow_stdin: true });
  const question = (prompt: string) =>
    client.wait("stdin", ({ content }) => content.prompt === prompt, `question ${prompt}`);
  const first = await question("Name? ");
  assert.equal(first.type, "input_request");
  assert.equal(first.parent.msg_id, cell);
  assert.deepEqual(first.content, { prompt: "Name? ", password: false });
  await client.wait("iopub", ({ content }) => content.text === "before", "the text before the question");
  await client.send("stdin", "input_reply", { value: "stale" }, { msg_id: "an older question" });
  await client.send("stdin", "input_reply", { value: "Ada" }); // as jupyter_client does, without a parent
  const second = await question("a");
  await delay(20);
  assert.ok(!client.heard.stdin.some(({ content }) => content.prompt === "b"), "one question at a time");
  await client.send("stdin", "input_reply", { value: "1" }, second.header); // as JupyterLab does
  assert.deepEqual((await question("b")).content, { prompt: "b", password: true });
  await client.send("stdin", "input_reply", { value: "2" });
  const texts = (await client.published(cell)).map(({ content }) => content.text);
  assert.ok(texts.includes("Ada,1,2"), texts.join());
});

test("serve(input that nobody can give) ends the cell with an error", async (t) => {
  const { client } = await running(t, {
    async execute(_request, context) {
      return { status: "ok", result: await context.input("?") };
    },
    interrupt() {},
  });
  const { reply } = await client.ask("shell", "execute_request", { code: "", allow_stdin: false });
  assert.match(reply.content.evalue, /Cannot ask for input: .*allow_stdin is false/);
  const cell = await client.execute("", { allow_stdin: true });
  await client.wait("stdin", ({ type }) => type === "input_request", "question");
  await client.ask("control", "interrupt_request");
  assert.match((await client.reply(cell)).content.evalue, /Cannot wait for input: the cell was interrupted/);
});

test("serve(complete, inspect) count cursors in code points outside and UTF-16 units inside", async (t) => {
  const { client } = await running(t, {
    complete(code, cursor) {
      const start = code.lastIndexOf(" ", cursor - 1) + 1;
      return { matches: [{ text: code.slice(start, cursor), type: "var" }], start, end: cursor };
    },
    inspect: (code, cursor, detail) => ({
      signature: `${code.slice(0, cursor)}|${detail}`,
      documentation: "",
    }),
  });
  const code = '"🙂🙂" tf.x';
  const { reply } = await client.ask("shell", "complete_request", { code, cursor_pos: 7 });
  assert.deepEqual(reply.content.matches, ["tf"]);
  assert.deepEqual([reply.content.cursor_start, reply.content.cursor_end], [5, 7]);
  assert.deepEqual(reply.content.metadata._jupyter_types_experimental, [
    { text: "tf", type: "var", start: 5, end: 7 },
  ]);
  const inspected = await client.ask("shell", "inspect_request", { code, cursor_pos: 3, detail_level: 1 });
  assert.deepEqual(inspected.reply.content.data, {
    "text/markdown": '```typescript\n"🙂🙂|1\n```',
    "text/plain": '"🙂🙂|1',
  });
});

test("serve(comms) go both ways with their buffers, and close where nobody takes them", async (t) => {
  const taken: [string, unknown, string][] = [];
  const { client } = await running(t, {
    comm(type, message, context) {
      taken.push([type, message.content.data, message.buffers.map(String).join()]);
      context.publish("comm_msg", { comm_id: "c", data: { back: 1 } }, { buffers: [Buffer.from("bytes")] });
    },
    commInfo: (target) => ({ c: { target_name: target ?? "all" } }),
  });
  const content = JSON.stringify({ comm_id: "c", target_name: "t", data: { a: 1 } });
  await client.sendParts(
    "shell",
    [client.header("comm_open", "open"), "{}", "{}", content],
    [Buffer.from("in")],
  );
  const published = await client.published("open");
  assert.deepEqual(kinds(published), ["busy", "comm_msg", "idle"]);
  assert.deepEqual(published[1]?.buffers.map(String), ["bytes"]);
  assert.deepEqual(taken, [["comm_open", { a: 1 }, "in"]]);
  const { reply } = await client.ask("shell", "comm_info_request", { target_name: "t" });
  assert.deepEqual(reply.content.comms, { c: { target_name: "t" } });
  assert.equal(client.heard.shell.length, 1, "a comm message has no reply");

  const { client: alone } = await running(t);
  const id = await alone.send("shell", "comm_open", { comm_id: "d", target_name: "t", data: {} });
  const answered = await alone.published(id);
  assert.deepEqual(kinds(answered), ["busy", "comm_close", "idle"]);
  assert.deepEqual(answered[1]?.content, { comm_id: "d", data: {} });
});

test("serve(history_request) answers from a History", async (t) => {
  const history = new History();
  const { client } = await running(t, {
    execute({ code, storeHistory }, { executionCount }) {
      if (storeHistory) history.add({ line: executionCount, input: code, output: code.toUpperCase() });
      return { status: "ok" };
    },
    history: (request) => history.answer(request),
  });
  for (const code of ["a", "b", "c"]) await client.ask("shell", "execute_request", { code });
  await client.ask("shell", "execute_request", { code: "d", store_history: false });
  const asked = { hist_access_type: "tail", n: 2, output: true, raw: true };
  const { reply } = await client.ask("shell", "history_request", asked);
  const expected = [
    [1, 2, ["b", "B"]],
    [1, 3, ["c", "C"]],
  ];
  assert.deepEqual(reply.content, { status: "ok", history: expected });
  const wrong = await client.ask("shell", "history_request", { hist_access_type: "dream" });
  assert.match(wrong.reply.content.evalue, /hist_access_type is "dream"; use tail, range or search/);
});

for (const restart of [false, true]) {
  test(`serve(shutdown, restart ${restart}) ends during a cell, with timers open`, async (t) => {
    const ran: string[] = [];
    const { execute } = cells(ran);
    const told: boolean[] = [];
    const { client, kernel } = await running(t, {
      execute,
      shutdown: async (again) => void told.push(again),
    });
    const timer = setInterval(() => {}, 1000);
    t.after(() => clearInterval(timer));
    await client.execute("hold");
    await client.execute("never");
    await client.wait("iopub", ({ type }) => type === "execute_input", "execute_input");
    const { reply, published } = await client.ask("control", "shutdown_request", { restart });
    assert.deepEqual(reply.content, { status: "ok", restart });
    assert.deepEqual(kinds(published), ["busy", "shutdown_reply", "idle"]);
    assert.deepEqual(await kernel.finished, { restart });
    const began = performance.now();
    kernel.write("stdout", "last words");
    await Promise.all([kernel.close(), kernel.close()]);
    assert.ok(performance.now() - began < 1000);
    await client.wait(
      "iopub",
      ({ content }) => content.text === "last words",
      "what was written before the end",
    );
    kernel.write("stdout", "afterwards, to nobody");
    assert.deepEqual(told, [restart]);
    assert.deepEqual(ran, ["hold"]);
  });
}
