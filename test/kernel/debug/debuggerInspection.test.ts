// The kernel's program on the wire: what a debugger shows, and what can be asked while a cell runs.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { DebugClient, found, values } from "./debugClient.js";

let debug: DebugClient;
before(async () => {
  debug = await DebugClient.start();
  await debug.attach();
});
after(() => debug.kernel.close());
afterEach(() => debug.settle());

/** How long a question may take while a cell runs, in milliseconds. */
const soon = 1000;

/** What one is asked, and that the answer comes soon. */
async function askSoon(client: DebugClient, command: string, given: object = {}) {
  const began = performance.now();
  const reply = await client.ask(command, given);
  const took = performance.now() - began;
  assert.ok(took < soon, `${command} took ${took} ms`);
  return reply;
}

const named = (variables: DebugProtocol.Variable[]): Record<string, string> =>
  values(Object.fromEntries(variables.map((each) => [each.name, each])));

test("private fields are shown, and long tensors are opened row by row", async () => {
  const code = `import { tf } from "convlab";
class Base { #seed = 1; }
class Layer extends Base {
  #weights = [1, 2];
  size = 3;
  get #sum() { return 1; }
  #add() { return this.#weights.length + this.#sum; }
  run() {
    return this.#add();
  }
}
class Closed { #only = new Map([["a", 1]]); }
const layer = new Layer();
const closed = new Closed();
const images = tf.ones([6000, 28, 28, 1]);
layer.run()`;
  await debug.breakAt(code, 9, 16);
  const stopped = await debug.stop(code);
  const locals = await debug.scope(stopped);
  assert.equal(locals.tf, undefined);
  assert.deepEqual(values(await debug.members(found(locals, "layer"))), {
    size: "3",
    "#seed": "1",
    "#weights": "[ 1, 2 ]",
  });
  const only = found(await debug.members(found(locals, "closed")), "#only");
  assert.equal(only.value, "Map(1) { 'a' => 1 }");
  assert.deepEqual(values(await debug.members(only)), { "'a'": "1" });
  assert.equal(found(locals, "images").value, "tensor float32 [6000, 28, 28, 1], 4,704,000 values");
  const began = performance.now();
  const rows = await debug.members(found(locals, "images"));
  assert.ok(performance.now() - began < 3000);
  const some = await debug.members(found(rows, "100 … 199"));
  assert.match(found(some, "150").value, /^\[/);
  const inside = await debug.go("continue");
  assert.equal(
    (await debug.body("evaluate", { expression: "this.#weights[1]", frameId: inside.frames[0]?.id })).result,
    "2",
  );
  await debug.breakAt(code);
  assert.equal((await debug.end(stopped)).result, "3");
});

test("a module's imports and exports are known where it stands still", async () => {
  debug.kernel.write("inner.ts", "export function inner(x: number): number {\n  return x + 1;\n}\n");
  debug.kernel.write(
    "net.ts",
    `import { basename as last } from "node:path";
import * as path from "node:path";
import fs, { type Stats } from "node:fs";
import { inner } from "./inner.js";
export const scale = 3;
export let rate: number = 0.5;
export function run(x: number, stats?: Stats): number {
  const text = last("a/b") + path.sep + typeof fs.readFileSync + String(stats);
  return inner(x) * scale * rate + text.length * 0;
}
`,
  );
  const file = `${debug.kernel.folder}/net.ts`;
  await debug.breakIn(file, { line: 9, condition: "last('x/b') === text.slice(0, 1) && scale === 3" });
  const code = 'import { run } from "./net";\nrun(1)';
  const stopped = await debug.stop(code);
  assert.equal(stopped.stack[0], "run in net.ts:9");
  const ask = async (expression: string) =>
    (await debug.body("evaluate", { expression, frameId: stopped.frames[0]?.id })).result;
  assert.equal(await ask("last('x/y')"), "'y'");
  assert.equal(await ask("path.sep + fs.constants.F_OK"), "'/0'");
  assert.equal(await ask("inner(1) * scale + rate"), "6.5");
  assert.equal(await ask("{ scale }"), "{ scale: 3 }");
  await ask("rate = 2");
  await debug.breakIn(file);
  assert.equal((await debug.end(stopped)).result, "12");
});

test("a variable of a call is copied to the notebook, and cells know it with its type", async () => {
  const code = `function mine(n: number): number {
  const local = [n, n * 2];
  const text = "<p>test</p>";
  return local.length;
}
const kept = 5;
mine(2)`;
  assert.equal((await debug.body("debugInfo")).copyToGlobals, true);
  await debug.breakAt(code, 4);
  const stopped = await debug.stop(code);
  const srcFrameId = stopped.frames[0]?.id;
  const copy = (srcVariableName: string, dstVariableName: string) =>
    debug.ask("copyToGlobals", { srcVariableName, dstVariableName, srcFrameId });
  assert.equal((await copy("local", "local_copy")).success, true);
  assert.equal((await copy("text", "text")).success, true);
  assert.match((await copy("nothing", "x")).message, /nothing is not defined/);
  for (const name of ["no name", "class", "this"])
    assert.match((await copy("text", name)).message, /no name/);
  const [locals, globals] = [await debug.scope(stopped), await debug.scope(stopped, "Globals")];
  const { value, type } = found(locals, "local");
  assert.deepEqual([globals.local_copy?.value, globals.local_copy?.type], [value, type]);
  await debug.breakAt(code);
  assert.equal((await debug.end(stopped)).result, "2");
  assert.equal(
    (await debug.kernel.run("local_copy[1]!.toFixed(1) + text.toUpperCase()")).result,
    "'4.0<P>TEST</P>'",
  );
  assert.match(
    (await debug.kernel.run("text.nothing")).reply.evalue,
    /'nothing' does not exist on type 'string'/,
  );
  assert.equal((await debug.kernel.run("local_copy = [1]; local_copy.length + kept")).result, "6");
});

test("rich inspection at a stop gives what is shown there", async () => {
  const code = "function f(a: number, b: number): number {\n  const c = a + b;\n  return c;\n}\n\nf(2, 3)";
  await debug.breakAt(code, 2);
  const stopped = await debug.stop(code);
  const { a } = await debug.scope(stopped);
  const frameId = stopped.frames[0]?.id;
  const { data } = await debug.body("richInspectVariables", { variableName: "a", frameId });
  assert.deepEqual(data, { "text/plain": a?.value });
  await debug.breakAt(code);
  await debug.end(stopped);
});

test("while a training runs, variables are told as they were before, and what has to wait says so", async () => {
  await debug.kernel.run('import { tf } from "convlab";\nlet step = 1;\nconst list = [1, 2];');
  const before = named((await debug.body("inspectVariables")).variables);
  assert.deepEqual([before.step, before.list], ["1", "[ 1, 2 ]"]);
  await debug.kernel.run("step = 2");
  const id = await debug.kernel.client.execute(`step = 3;
const fresh = 1;
const model = tf.sequential({ layers: [tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 32, kernelSize: 5 }), tf.layers.flatten(), tf.layers.dense({ units: 10 })] });
model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
const inputs = tf.ones([1024, 28, 28, 1]);
console.log("training");
await model.fit(inputs, tf.zeros([1024, 10]), { epochs: 20, batchSize: 1024, verbose: 0 });`);
  await debug.kernel.heard(id, "training");
  const { body } = await askSoon(debug, "inspectVariables");
  const told = named(body.variables);
  assert.match(body.variables[0].value, /before it/);
  assert.deepEqual([told.step, told.list, told.fresh], ["2", "[ 1, 2 ]", undefined]);
  const rich = await askSoon(debug, "richInspectVariables", { variableName: "step" });
  assert.match(rich.body.data["text/plain"], /^2\n.*before the running cell/);
  const waits = await askSoon(debug, "richInspectVariables", { variableName: "fresh" });
  assert.deepEqual([waits.success, /running/.test(waits.message)], [false, true]);
  assert.equal(
    debug.kernel.client.heard.shell.some(({ parent }) => parent.msg_id === id),
    false,
  );
  await debug.kernel.interrupt();
  await debug.kernel.outcome(id);
  assert.equal(named((await debug.body("inspectVariables")).variables).step, "3");
});

test("variables can be inspected while the debugger is off, also by who asks in the middle of a cell", async () => {
  const other = await DebugClient.start();
  try {
    await other.kernel.run("let n = 1;");
    const loop = 'n = 2; console.log("loop"); for (;;) {}';
    const id = await other.kernel.client.execute(loop);
    await other.kernel.heard(id, "loop");
    const first = await askSoon(other, "inspectVariables");
    // Nobody had asked before: told as they are, or that it has to wait.
    if (first.success) assert.equal(named(first.body.variables).n, "2");
    else assert.match(first.message, /busy/);
    await other.kernel.interrupt();
    await other.kernel.outcome(id);
    const { variables } = await other.body("inspectVariables");
    assert.equal(named(variables).n, "2");
    assert.deepEqual((await other.body("richInspectVariables", { variableName: "n" })).data, {
      "text/plain": "2",
    });
    assert.equal((await other.body("debugInfo")).isStarted, false);
    const again = await other.kernel.client.execute('n = 3; console.log("again"); for (;;) {}');
    await other.kernel.heard(again, "again");
    const reply = await askSoon(other, "inspectVariables");
    assert.equal(named(reply.body.variables).n, "2");
    await other.kernel.interrupt();
    await other.kernel.outcome(again);
  } finally {
    await other.kernel.close();
  }
});

test("breakpoints survive a restart: a front end sets them by the new kernel's names", async () => {
  const code = "let n = 1;\nn += 1;\nn";
  const { tmpFilePrefix: old } = await debug.body("debugInfo");
  await debug.breakAt(code, 2);
  const { breakpoints: kept } = await debug.body("debugInfo");
  // As JupyterLab does after a restart: the prefix of the old names is replaced, and the cells are told again.
  const other = await DebugClient.start();
  try {
    await other.attach();
    const { tmpFilePrefix } = await other.body("debugInfo");
    assert.notEqual(tmpFilePrefix, old);
    for (const { source, breakpoints } of kept)
      await other.body("setBreakpoints", {
        source: { path: source.replace(old, tmpFilePrefix) },
        breakpoints,
      });
    const { sourcePath } = await other.body("dumpCell", { code });
    await other.body("configurationDone");
    const { breakpoints } = await other.body("debugInfo");
    assert.deepEqual(breakpoints, [{ source: sourcePath, breakpoints: [{ line: 2 }] }]);
    const stopped = await other.stop(code);
    assert.deepEqual(stopped.stack, ["Cell [1]:2"]);
    assert.equal((await other.end(stopped)).result, "2");
  } finally {
    await other.kernel.close();
  }
});

test("names by which JupyterLab says `Cell [3]` in the place of a path", async () => {
  const { tmpFilePrefix } = await debug.body("debugInfo");
  assert.match(tmpFilePrefix, /ipykernel_/);
  const { sourcePath } = await debug.body("dumpCell", { code: "1" });
  assert.ok(sourcePath.startsWith(tmpFilePrefix));
  assert.equal((await debug.ask("loadedSources")).success, false);
  assert.equal((await debug.ask("source", { source: { path: "/nowhere.ts" } })).success, false);
});
