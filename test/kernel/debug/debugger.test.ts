// The kernel's program on the wire: the debugger. Where it fits, the cases are those of ipykernel's tests.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { cellFile } from "../../../src/kernel/debug/cellFiles.js";
import { errorText } from "../program.js";
import { DebugClient, found, values } from "./debugClient.js";

let debug: DebugClient;
before(async () => {
  debug = await DebugClient.start();
});
after(() => debug.kernel.close());
// A test that fails leaves nothing standing.
afterEach(() => debug.settle());

const sum = `function conv(image: number[], kernel: number[]): number {
  let sum = 0;
  for (let i = 0; i < kernel.length; i++) {
    const product = image[i]! * kernel[i]!;
    sum += product;
  }
  return sum;
}
const given: number[] = [1, 2, 3];
conv(given, [1, 0, -1])`;

test("before it is on, the debugger says how cells are called, and refuses the rest", async () => {
  const info = await debug.kernel.ask("kernel_info_request");
  assert.equal(info.debugger, true);
  assert.ok(info.supported_features.includes("debugger"));
  const { isStarted, hashMethod, tmpFileSuffix, breakpoints, stoppedThreads } = await debug.body("debugInfo");
  assert.deepEqual([isStarted, hashMethod, tmpFileSuffix], [false, "Murmur2", ".ts"]);
  assert.deepEqual([breakpoints, stoppedThreads], [[], []]);
  assert.equal((await debug.ask("stackTrace", { threadId: 1 })).success, false);
  assert.equal((await debug.ask("nothing of the kind")).success, false);
  assert.equal((await debug.kernel.run("40 + 2")).result, "42");
});

test("initialize and attach switch it on", async () => {
  const body = await debug.body("initialize", { clientID: "test" });
  assert.deepEqual(
    body.exceptionBreakpointFilters.map(({ filter }: { filter: string }) => filter),
    ["uncaught", "all"],
  );
  await debug.body("attach");
  await debug.event("initialized");
  assert.equal((await debug.body("debugInfo")).isStarted, true);
  assert.equal((await debug.body("evaluate", { expression: '"a" + "b"', context: "repl" })).result, "'ab'");
});

test("breakpoints are told as they are set, and listed", async () => {
  const { sourcePath } = await debug.body("dumpCell", { code: sum });
  const [told] = await debug.breakIn(sourcePath, 4);
  assert.deepEqual([told?.verified, told?.line, told?.source?.path], [true, 4, sourcePath]);
  const { breakpoints } = await debug.body("debugInfo");
  assert.deepEqual(breakpoints, [{ source: sourcePath, breakpoints: [{ line: 4 }] }]);
  await debug.body("configurationDone");
  assert.equal((await debug.body("source", { source: { path: sourcePath } })).content, sum);
});

test("a breakpoint stops a cell: names and lines as written, values, steps to the end", async () => {
  await debug.breakAt(sum, 4);
  const stopped = await debug.stop(sum);
  assert.equal(stopped.reason, "breakpoint");
  assert.deepEqual(stopped.stack, ["conv in Cell [2]:4", "Cell [2]:10"]);
  assert.deepEqual((await debug.body("debugInfo")).stoppedThreads, [1]);
  const locals = values(await debug.scope(stopped));
  assert.deepEqual(
    [locals.sum, locals.i, locals.image, locals.kernel],
    ["0", "0", "[ 1, 2, 3 ]", "[ 1, 0, -1 ]"],
  );
  assert.ok(
    Object.keys(locals).every((name) => !name.startsWith("__") && name !== "this"),
    String(Object.keys(locals)),
  );
  assert.equal(values(await debug.scope(stopped, "Globals")).given, "[ 1, 2, 3 ]");
  assert.deepEqual((await debug.go("next")).stack, ["conv in Cell [2]:5", "Cell [2]:10"]);
  const head = await debug.go("next");
  assert.deepEqual(head.stack, ["conv in Cell [2]:3", "Cell [2]:10"]);
  assert.equal(values(await debug.scope(head)).sum, "1");
  assert.deepEqual((await debug.go("next")).stack, ["conv in Cell [2]:4", "Cell [2]:10"]);
  await debug.breakAt(sum);
  const out = await debug.go("stepOut");
  assert.deepEqual([out.reason, ...out.stack], ["step", "Cell [2]:10"]);
  assert.equal((await debug.end(stopped)).result, "-2");
  assert.deepEqual((await debug.body("debugInfo")).stoppedThreads, []);
});

test("each run of a cell stops, and so do functions of cells that ran before the breakpoint was set", async () => {
  await debug.kernel.run(sum);
  await debug.breakAt(sum, 2);
  const called = await debug.stop("conv([1], [5])");
  assert.match(called.stack.join(), /^conv in Cell \[\d+\]:2,Cell \[\d+\]:1$/);
  assert.equal(called.frames[0]?.source?.path, cellFileOf(sum));
  assert.equal((await debug.end(called)).result, "5");
  const again = await debug.stop(sum);
  assert.equal(again.frames[0]?.line, 2);
  await debug.end(again);
  await debug.breakAt(sum);
  assert.equal((await debug.kernel.run(sum)).result, "-2");
});

/** What the program under test calls a cell: its process is another one. */
function cellFileOf(code: string): string {
  return cellFile(code).replace(/convlab_ipykernel_\d+/, `convlab_ipykernel_${debug.kernel.process.pid}`);
}

test("a cell that was edited stops by its new lines", async () => {
  const edited = `// now with a comment\n${sum}`;
  await debug.breakAt(sum, 2);
  await debug.breakAt(edited, 3);
  const stopped = await debug.stop(edited);
  assert.equal(stopped.frames[0]?.line, 3);
  assert.equal(stopped.frames[0]?.source?.path, cellFileOf(edited));
  await debug.end(stopped);
  await debug.breakAt(sum);
  await debug.breakAt(edited);
});

test("several breakpoints; a line without a statement moves to the next one and says so", async () => {
  const code = `
type Pair = [number, number];

const first: Pair = [1, 2];
// nothing here
const second = first.map(
  (n) => n + 1,
);
second
`;
  const told = await debug.breakAt(code, 2, 5, 9, 10);
  assert.deepEqual(
    told.map(({ verified, line }) => [verified, line]),
    [
      [true, 4],
      [true, 6],
      [true, 9],
      [false, 10],
    ],
  );
  assert.match(told[0]?.message ?? "", /line 2.*line 4/);
  const stopped = await debug.stop(code);
  assert.equal(stopped.frames[0]?.line, 4);
  assert.equal((await debug.go("continue")).frames[0]?.line, 6);
  assert.equal((await debug.go("continue")).frames[0]?.line, 9);
  assert.equal((await debug.end(stopped)).result, "[ 2, 3 ]");
  await debug.breakAt(code);
});

test("conditions and logpoints, with names of earlier cells", async () => {
  await debug.kernel.run("const limit = 2; import { basename } from 'node:path';");
  const code = `let seen = 0;
for (let i = 0; i < 5; i++) {
  seen += i;
}
seen`;
  const [wrong] = await debug.breakAt(code, { line: 3, condition: "i ===" });
  assert.equal(wrong?.verified, false);
  await debug.breakAt(
    code,
    { line: 3, condition: "i === (limit as number) + 1" },
    { line: 5, logMessage: "seen {seen} of {basename('x/y')}" },
  );
  const stopped = await debug.stop(code);
  assert.deepEqual(
    [values(await debug.scope(stopped)).i, values(await debug.scope(stopped)).seen],
    ["3", "3"],
  );
  const ran = await debug.end(stopped);
  assert.deepEqual([ran.result, ran.stdout], ["10", "seen 10 of y\n"]);
  await debug.breakAt(code);
});

test("evaluation at the stop: locals, names of the notebook, types, assignments, errors", async () => {
  await debug.breakAt(sum, 5);
  const stopped = await debug.stop(sum);
  const frameId = stopped.frames[0]?.id;
  const ask = (expression: string) => debug.ask("evaluate", { expression, frameId, context: "repl" });
  assert.equal((await ask("product * 10 + limit")).body.result, "12");
  assert.equal((await ask("basename('a/b') as string")).body.result, "'b'");
  assert.equal((await ask("{ sum, limit }")).body.result, "{ sum: 0, limit: 2 }");
  const list = (await ask("[...image, [7]]")).body;
  assert.equal((await debug.members(list))["3"]?.value, "[ 7 ]");
  await ask("sum = 100");
  const failed = await ask("image.nothing()");
  assert.deepEqual([failed.success, failed.message], [false, "TypeError: image.nothing is not a function"]);
  assert.match((await ask("await 1")).message, /await/);
  assert.match((await ask("1 +")).message, /expected/i);
  await debug.breakAt(sum);
  assert.equal((await debug.end(stopped)).result, "98");
});

test("arrays, typed arrays, objects, maps and tensors can be opened", async () => {
  const code = `import { tf } from "convlab";
class Layer { readonly name = "conv"; #hidden = 1; size = [3, 3]; get area() { return 9; } }
const many = Array.from({ length: 250 }, (_, at) => at);
const weights = Float32Array.of(0.5, -1, 2);
const layer = new Layer();
const table = new Map([["a", { b: 1 }]]);
const image = tf.tensor2d([[1, 2, 3], [4, 5, 6]]);
const gone = tf.scalar(1); gone.dispose();
const broken = new Proxy({}, { get() { throw new Error("no"); }, ownKeys() { throw new Error("no"); } });
0`;
  await debug.breakAt(code, 10);
  const stopped = await debug.stop(code);
  const locals = await debug.scope(stopped);
  const shown = values(locals);
  assert.equal(shown.weights, "Float32Array(3) [ 0.5, -1, 2 ]");
  assert.match(shown.layer ?? "", /^Layer \{ name: 'conv', size: \[ 3, 3 \] \}$/);
  assert.equal(shown.image, "tensor float32 [2, 3] [ [ 1, 2, 3 ], [ 4, 5, 6 ] ]");
  assert.equal(shown.gone, "tensor float32 [], disposed of");
  assert.equal(locals.gone?.variablesReference, 0);
  assert.ok(Object.values(shown).every((value) => value.length < 320));
  const members = async (name: string) => values(await debug.members(found(locals, name)));
  assert.deepEqual(await members("image"), {
    dtype: "'float32'",
    shape: "[ 2, 3 ]",
    "0": "[ 1, 2, 3 ]",
    "1": "[ 4, 5, 6 ]",
  });
  assert.deepEqual(await members("weights"), { "0": "0.5", "1": "-1", "2": "2" });
  assert.deepEqual(await members("table"), { "'a'": "{ b: 1 }" });
  assert.deepEqual(await members("layer"), { name: "'conv'", size: "[ 3, 3 ]", "#hidden": "1" });
  const stretches = await debug.members(found(locals, "many"));
  assert.deepEqual(Object.keys(stretches), ["0 … 99", "100 … 199", "200 … 249"]);
  assert.equal((await debug.members(found(stretches, "100 … 199")))["150"]?.value, "150");
  const rich = await debug.body("richInspectVariables", {
    variableName: "image",
    frameId: stopped.frames[0]?.id,
  });
  assert.match(rich.data["text/plain"], /tensor of float32, shape \[2, 3\]/);
  await debug.end(stopped);
  await debug.breakAt(code);
});

test("variables are inspected without a stop", async () => {
  await debug.kernel.run(
    'const text = "Hello the world"; const png = { [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>x</b>" }) };',
  );
  const { variables } = await debug.body("inspectVariables");
  const text = variables.find(({ name }: { name: string }) => name === "text");
  assert.equal(text?.value, "'Hello the world'");
  const ask = (variableName: string) => debug.body("richInspectVariables", { variableName });
  assert.deepEqual((await ask("text")).data, { "text/plain": "'Hello the world'" });
  assert.deepEqual((await ask("png")).data, { "text/html": "<b>x</b>" });
});

test("awaits, timers and callbacks stop, and steps go over an await", async () => {
  const code = `const later = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
async function work(n: number): Promise<number> {
  let a = n;
  await later(5);
  a += 1;
  return a;
}
setTimeout(() => {
  console.log("timer");
}, 1);
let total = 0;
for (let i = 0; i < 2; i++) {
  total += await work(i);
}
[3, 4].map((each) => {
  return each + total;
})`;
  await debug.breakAt(code, 4, 9, 16);
  const stopped = await debug.stop(code);
  assert.equal(stopped.frames[0]?.line, 4);
  const timer = await debug.go("next");
  assert.match(timer.stack.join(), /^\(anonymous\) in Cell \[\d+\]:9$/);
  await debug.breakAt(code, 16);
  const callback = await debug.go("continue");
  assert.match(callback.stack.join(), /^\(anonymous\) in Cell \[\d+\]:16,Cell \[\d+\]:15$/);
  assert.equal(values(await debug.scope(callback)).each, "3");
  await debug.breakAt(code);
  const ran = await debug.end(stopped);
  assert.deepEqual([ran.result, ran.stdout], ["[ 6, 7 ]", "timer\n"]);
  await debug.breakAt(code, 4);
  await debug.stop(code);
  await debug.breakAt(code);
  const over = await debug.go("next");
  assert.match(over.stack.join(), /^work in Cell \[\d+\]:5/);
  await debug.body("continue");
});

test("the reader's own modules stop by their own lines, also when loaded again", async () => {
  const module = (bias: string) => `import { basename } from "node:path";
export interface Layer { size: number }

export function area(layer: Layer): number {
  for (let i = 0; i < 1; i++) {
    layer.size += ${bias};
  }
  const found: number = layer.size ** 2;
  return found + basename("a").length;
}
`;
  debug.kernel.write("layers.ts", module("0"));
  const path = `${debug.kernel.folder}/layers.ts`;
  const [told] = await debug.breakIn(path, 2);
  assert.deepEqual([told?.verified, told?.line], [true, 5]);
  await debug.breakIn(path, 6);
  const code = 'import { area } from "./layers";\narea({ size: 3 })';
  const stopped = await debug.stop(code);
  assert.match(stopped.stack.join(), /^area in layers\.ts:6,Cell \[\d+\]:2$/);
  assert.deepEqual(values(await debug.scope(stopped)), { i: "0", layer: "{ size: 3 }", found: "undefined" });
  assert.deepEqual((await debug.go("next")).stack[0], "area in layers.ts:5");
  assert.deepEqual((await debug.go("next")).stack[0], "area in layers.ts:8");
  assert.equal((await debug.end(stopped)).result, "10");
  const { modules } = await debug.body("modules");
  assert.deepEqual(
    modules.map(({ name, path }: { name: string; path: string }) => [name, path]),
    [["layers.ts", path]],
  );
  debug.kernel.write("layers.ts", `// one more line\n${module("1")}`);
  await debug.breakIn(path, 7);
  const again = await debug.stop(code);
  assert.equal(again.stack[0], "area in layers.ts:7");
  assert.equal((await debug.end(again)).result, "17");
  await debug.breakIn(path);
});

test("exceptions: all that reach the reader's code, or those that it does not catch", async () => {
  const caught = `function risky(): never {
  throw new RangeError("too far");
}
try {
  risky();
} catch {
  console.log("caught");
}
JSON.parse("{")`;
  await debug.body("setExceptionBreakpoints", { filters: ["uncaught"] });
  const uncaught = await debug.stop(caught);
  assert.deepEqual([uncaught.reason, uncaught.frames[0]?.line], ["exception", 9]);
  assert.match(uncaught.text ?? "", /^SyntaxError/);
  assert.match(values(await debug.scope(uncaught)).exception ?? "", /SyntaxError/);
  assert.match(errorText(await debug.end(uncaught)), /SyntaxError/);
  await debug.body("setExceptionBreakpoints", { filters: ["all"] });
  const first = await debug.stop(caught);
  assert.deepEqual([first.text, first.frames[0]?.line], ["RangeError: too far", 2]);
  assert.equal((await debug.go("continue")).frames[0]?.line, 9);
  await debug.end(first);
  const library = 'import { readFileSync } from "node:fs";\nreadFileSync("/nowhere/at/all");';
  const thrown = await debug.stop(library);
  assert.match(thrown.stack.join(), /^Cell \[\d+\]:2$/);
  assert.match(thrown.text ?? "", /ENOENT/);
  await debug.end(thrown);
  await debug.body("setExceptionBreakpoints", { filters: ["uncaught"] });
  const awaited = `async function fails(): Promise<void> {
  await null;
  throw new Error("later");
}
try { await fails(); } catch { console.log("caught"); }
await fails();`;
  const late = await debug.stop(awaited);
  assert.equal(late.frames[0]?.line, 3);
  const ran = await debug.end(late);
  assert.deepEqual([ran.reply.status, ran.stdout], ["error", "caught\n"]);
  await debug.body("setExceptionBreakpoints", { filters: [] });
  assert.equal((await debug.kernel.run("throw new Error('x')")).reply.status, "error");
});

test("pause stops a running loop, and one that awaits", async () => {
  for (const code of [
    'let go = true;\nconsole.log("go");\nwhile (go) {\n  Math.sqrt(2);\n}',
    'let go = true;\nconsole.log("go");\nwhile (go) {\n  await new Promise((done) => setTimeout(done, 5));\n}',
  ]) {
    const id = await debug.kernel.client.execute(code);
    await debug.kernel.heard(id, "go");
    await debug.body("pause", { threadId: 1 });
    const stopped = await debug.stopped(id);
    assert.equal(stopped.reason, "pause");
    assert.ok([3, 4].includes(stopped.frames[0]?.line ?? 0), String(stopped.stack));
    await debug.body("evaluate", { expression: "go = false", frameId: stopped.frames[0]?.id });
    assert.equal((await debug.end(stopped)).reply.status, "ok");
  }
});

test("while the code stands still, completion, inspection, comms and the heartbeat answer", async () => {
  const code = `(globalThis as any)[Symbol.for("convlab.kernel")].registerComm("echo", (comm: any) => {
  comm.onMessage = ({ data }: any) => comm.send({ again: data });
});
1`;
  await debug.breakAt(code, 4);
  const stopped = await debug.stop(code);
  const { client } = debug.kernel;
  await client.heartbeat.send("ping");
  assert.equal(String((await client.heartbeat.receive())[0]), "ping");
  assert.deepEqual(
    (await debug.kernel.ask("complete_request", { code: "given.lengt", cursor_pos: 11 })).matches,
    ["length"],
  );
  assert.equal((await debug.kernel.ask("inspect_request", { code: "given", cursor_pos: 3 })).found, true);
  assert.equal((await debug.kernel.ask("is_complete_request", { code: "1 +" })).status, "incomplete");
  await client.send("shell", "comm_open", { comm_id: "c", target_name: "echo", data: {} });
  await client.send("shell", "comm_msg", { comm_id: "c", data: 7 });
  await debug.kernel.wait(
    "iopub",
    ({ type, content }) => type === "comm_msg" && content.data.again === 7,
    "echo",
  );
  await debug.end(stopped);
  await debug.breakAt(code);
});

test("the stop button ends a cell that stands still, and the next cell stops again", async () => {
  const code = `let n = 0;
for (;;) {
  n++;
}`;
  await debug.breakAt(code, 3);
  const stopped = await debug.stop(code);
  await debug.kernel.interrupt();
  const ran = await debug.kernel.outcome(stopped.id);
  assert.deepEqual([ran.reply.status, ran.reply.ename], ["error", "Interrupted"]);
  await debug.event("continued");
  const again = await debug.stop(code);
  await debug.breakAt(code);
  await debug.body("continue");
  await delay(50);
  await debug.kernel.interrupt();
  assert.equal((await debug.kernel.outcome(again.id)).reply.ename, "Interrupted");
});

test("a process that ends is watched again in its successor, with the breakpoints", async () => {
  await debug.breakAt(sum, 4);
  const ran = await debug.kernel.run("process.exit(3)");
  assert.equal(ran.reply.status, "error");
  assert.equal(ran.stderr, "");
  const stopped = await debug.stop(sum);
  assert.equal(stopped.frames[0]?.line, 4);
  await debug.breakAt(sum);
  await debug.end(stopped);
});

test("off means off: nothing stops, and the debugger can be switched on again", async () => {
  await debug.breakAt(sum, 4);
  const stopped = await debug.stop(sum);
  await debug.detach();
  assert.equal((await debug.kernel.outcome(stopped.id)).result, "-2");
  assert.equal((await debug.body("debugInfo")).isStarted, false);
  assert.equal((await debug.kernel.run(`debugger;\n${sum}`)).result, "-2");
  await debug.attach();
  await debug.breakAt(sum, 4);
  const again = await debug.stop(sum);
  assert.equal(again.frames[0]?.line, 4);
  await debug.breakAt(sum);
  await debug.end(again);
});

test("a kernel that stands still shuts down", async () => {
  const other = await DebugClient.start();
  try {
    await other.attach();
    await other.breakAt(sum, 4);
    await other.stop(sum);
    await other.kernel.ask("shutdown_request", { restart: true }, "control");
    assert.equal((await other.kernel.ended).code, 0);
  } finally {
    await other.kernel.close();
  }
});
