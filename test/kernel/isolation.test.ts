// A cell may touch what the kernel itself stands on: the next cell still runs, or the reader is told.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { errorText, Program } from "./program.js";

let kernel: Program;
before(async () => {
  kernel = await Program.start();
});
after(() => kernel.close());

/** Checks, runs, prints and shows as always. */
async function isWell(): Promise<void> {
  const ran = await kernel.run(
    `console.log("printed"); const list${count} = [3, 1, 2]; await null; list${count++}.map((n) => n * 2).sort()`,
  );
  assert.deepEqual([ran.stdout, ran.result], ["printed\n", "[ 2, 4, 6 ]"], errorText(ran));
  assert.match(errorText(await kernel.run("const wrong: number = 'x'")), /TS2322/);
  assert.match(
    errorText(await kernel.run("throw new TypeError('thrown')")),
    /TypeError: thrown\n +at Cell \[\d+\]/,
  );
}
let count = 0;

/** The cell, and what the reader is told of it. */
const touches: [code: string, told?: RegExp][] = [
  ["(process as any).send?.({ type: 'done', run: 1, outcome: {} })"],
  ["(process as any).disconnect?.(); (process as any).channel?.unref()"],
  ["process.on('message', () => { throw new Error('mine'); })"],
  ["process.removeAllListeners()"],
  ["for (const name of process.eventNames()) process.removeAllListeners(name as any)"],
  ["process.emit('message' as any, { type: 'execute' } as any)"],
  ["process.stdout.end(); process.stderr.end()"],
  ["process.stdout.destroy(); process.stderr.destroy()"],
  ["process.stdout.write = (() => true) as any; process.stderr.write = (() => { throw 1; }) as any"],
  ["Object.defineProperty(process, 'stdout', { value: { write() {} } })"],
  ["console.log = () => {}; console.error = () => { throw 1; }"],
  ["(globalThis as any).console = { log() {} }"],
  ["console.group('a'); console.group('b'); throw new Error('between')"],
  [
    "(globalThis as any).setTimeout = () => 0; (globalThis as any).setImmediate = () => 0; (globalThis as any).clearTimeout = () => 0",
    /Put back: setTimeout/,
  ],
  [
    "(globalThis as any).setTimeout = undefined; (globalThis as any).queueMicrotask = undefined",
    /Put back: queueMicrotask/,
  ],
  ["(globalThis as any).Promise = class {}", /Put back: Promise/],
  ["Promise.prototype.then = function () { return this; } as any", /Put back: Promise\.prototype\.then/],
  ["(Promise as any).resolve = () => { throw 1; }; (Promise as any).all = 0", /Promise\.resolve/],
  ["Array.prototype.map = () => []", /Put back: Array\.prototype\.map/],
  [
    "for (const name of Object.getOwnPropertyNames(Array.prototype)) try { (Array.prototype as any)[name] = () => { throw 1; }; } catch {}",
    /Array\.prototype\.push/,
  ],
  ["delete (Array.prototype as any).push", /Array\.prototype\.push/],
  [
    "Array.prototype[Symbol.iterator] = function* () {} as any",
    /Array\.prototype\[Symbol\(Symbol\.iterator\)\]/,
  ],
  [
    "Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true })",
    /ArrayIterator\.prototype\.next/,
  ],
  ["JSON.stringify = () => 'no'; JSON.parse = () => ({})", /JSON\.stringify/],
  [
    "(globalThis as any).JSON = undefined; (globalThis as any).Map = undefined; (globalThis as any).Set = Array",
    /Put back: Map/,
  ],
  [
    "Map.prototype.get = () => undefined; Set.prototype.has = () => true; Set.prototype.delete = () => { throw 1; }",
    /Map\.prototype\.get/,
  ],
  [
    "String.prototype.slice = () => ''; String.prototype.split = () => []; RegExp.prototype.exec = () => null",
    /String\.prototype\.slice/,
  ],
  [
    "Function.prototype.call = () => 0; Function.prototype.apply = () => 0; Function.prototype.bind = () => () => 0",
    /Function\.prototype\.call/,
  ],
  [
    "Object.keys = () => []; Object.entries = () => []; Object.defineProperty = (o: any) => o",
    /Object\.defineProperty/,
  ],
  ["Reflect.ownKeys = () => []; Reflect.get = (() => 1) as any", /Reflect\.ownKeys/],
  [
    "Buffer.concat = () => { throw 1; }; Buffer.prototype.readUInt32LE = () => 0; Buffer.from = () => 0 as any",
    /Buffer\.concat/,
  ],
  ["require('events').prototype.emit = () => false", /EventEmitter\.prototype\.emit/],
  ["(Object.prototype as any).x = 1", /Taken away: Object\.prototype\.x/],
  [
    "Object.defineProperty(Object.prototype, 'type', { configurable: true, get() { return 'evil'; }, set() { throw new Error('set'); } })",
    /Object\.prototype\.type/,
  ],
  [
    "Object.defineProperty(Object.prototype, 'get', { configurable: true, value: 1 })",
    /Object\.prototype\.get/,
  ],
  [
    "Object.prototype.toString = () => { throw 1; }; Object.prototype.hasOwnProperty = () => false",
    /Object\.prototype\.toString/,
  ],
  ["Error.prepareStackTrace = () => { throw new Error('no'); }; Error.stackTraceLimit = 0"],
  [
    "Error.prototype.toString = () => { throw 1; }; Object.defineProperty(Error.prototype, 'message', { get() { throw 1; } })",
    /Error\.prototype/,
  ],
  ["(globalThis as any).input = 5; (globalThis as any).process = {}", /Put back: process/],
  ["(process as any).nextTick = () => {}; (process as any).cwd = () => { throw 1; }"],
  ["process.chdir(require('fs').mkdtempSync('gone-')); require('fs').rmdirSync(process.cwd());", undefined],
  ["process.on('uncaughtException', () => {}); process.setMaxListeners(0)"],
  [
    "setTimeout(() => { Array.prototype.push = () => 0; Buffer.concat = () => { throw 1; }; }, 1); await new Promise((r) => setTimeout(r, 20))",
    /Array\.prototype\.push/,
  ],
  ["Object.seal(Reflect); Object.freeze(JSON); Object.freeze(Math)"],
];

for (const [code, told] of touches) {
  test(code.slice(0, 110), async () => {
    const ran = await kernel.run(code);
    if (told !== undefined) assert.match(ran.stderr, told);
    else assert.doesNotMatch(ran.stderr, /Put back|Taken away/);
    await isWell();
  });
}

test("a timer that breaks things between cells does not keep the next cell from running", async () => {
  await kernel.run(
    "setTimeout(() => { Array.prototype.push = () => 0; (Buffer as any).concat = 0; process.removeAllListeners(); }, 1); 0",
  );
  await delay(50);
  await isWell();
});

test("a stop reaches a cell that has broken what a stop needs", async () => {
  const id = await kernel.client.execute(
    'Set.prototype.delete = () => { throw 1; }; Array.prototype.reverse = () => []; console.log("go"); await new Promise(() => {})',
  );
  await kernel.heard(id, "go");
  await kernel.interrupt();
  assert.equal((await kernel.outcome(id)).reply.ename, "Interrupted");
  await isWell();
});

test("errors that nobody caught are told after the listeners were removed", async () => {
  await kernel.run(
    "process.removeAllListeners('uncaughtException'); process.removeAllListeners('unhandledRejection')",
  );
  const { id } = await kernel.run("setTimeout(() => { throw new Error('late'); }, 5); 0");
  assert.equal((await kernel.heard(id, "error")).content.evalue, "late");
  await isWell();
});

test("frozen objects of the language", async () => {
  await kernel.run(
    "for (const each of [Object.prototype, Array.prototype, Function.prototype, Map.prototype, globalThis]) try { Object.freeze(each); } catch {}",
  );
  await isWell();
});

for (const code of [
  "process.exit(3)",
  "process.abort()",
  "process.kill(process.pid, 'SIGKILL'); await new Promise(() => {})",
  "for (let n = 1; n <= 4; n++) try { require('fs').closeSync(n); } catch {}",
  "require('fs').closeSync(4); 0",
]) {
  test(`the reader is told that the process has ended: ${code}`, async () => {
    const ran = await kernel.run(`console.log("said"); ${code}`);
    await delay(ran.reply.status === "error" ? 0 : 600);
    const about = kernel.client.heard.iopub.filter(({ parent }) => parent.msg_id === ran.id);
    const told = about.map(({ content }) => content.evalue ?? content.text ?? "").join("");
    assert.match(told, /The process that runs the cells ended/);
    await isWell();
  });
}
