// The kernel's program on the wire: what values look like, whatever they are.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { errorText, Program, type Ran } from "./program.js";
import { shownPackages } from "./shownPackages.js";

let kernel: Program;
before(async () => {
  kernel = await Program.start();
});
after(() => kernel.close());

const data = ({ published }: Ran) => published.find(({ type }) => type === "execute_result")?.content.data;

/** Everything that a reader gets to see of a cell. */
function seen(ran: Ran): string {
  return ran.stdout + ran.stderr + errorText(ran) + JSON.stringify(data(ran) ?? "");
}

test("nothing of the kernel is in what is printed", async () => {
  await kernel.run("let nothing: any = 3; let none: any = null; function f() { return new Error('in f'); }");
  const cells = [
    "console.log(Promise.resolve(1), [new Promise(() => {})])",
    "({ p: Promise.resolve([1]), q: new Map([[1, Promise.resolve(2)]]) })",
    "setTimeout(function tick() {}, 1)",
    "console.log(setInterval(() => {}, 100_000), setImmediate(() => {}))",
    "console.log(globalThis, Object.keys(globalThis))",
    "const server = require('node:http').createServer().listen(0, '127.0.0.1'); server",
    "server.close(); new (require('node:async_hooks').AsyncResource)('mine').runInAsyncScope(() => 1)",
    "new (require('node:worker_threads').Worker)('0', { eval: true })",
    "console.log(process.argv, process.execArgv)",
    "console.trace('here'); console.log(f().stack, f())",
    "console.log(new Error('outer', { cause: new AggregateError([new Error('a')], 'b') }))",
    "async function g() { await null; throw new Error('late'); } try { await g(); } catch (e) { console.log(e.stack); }",
    "process.argv.slice(2).concat(String(process.send))",
    "nothing()",
    "nothing`x`",
    "new nothing()",
    "const { inside } = none;",
    "import * as path from 'node:path'; (path as any).unknown()",
    "import { join as joined } from 'node:path'; (joined as any).unknown()",
    "import fs from 'node:fs'; (fs as any).unknown()",
    "try { nothing(); } catch (error) { console.log(error.message); }",
    "try { new nothing(); } catch (error) { console.log(String(error)); }",
    "console.log(await Promise.reject(1).catch(() => { try { nothing(); } catch (e) { return e.message; } }))",
  ];
  for (const code of cells) {
    const ran = await kernel.run(code);
    assert.doesNotMatch(
      seen(ran),
      /__|CellRun|kResourceStore|TimersList|node:cell|dist\/kernel|\(0 , |\[object Object\]/,
      `${code}\n${seen(ran)}`,
    );
  }
});

test("what is printed is what the same program prints in Node", async () => {
  const values = [
    "Promise.resolve({ a: [1] }), Promise.allSettled([])",
    "new Map([[{ a: 1 }, new Set([1n])]]), new WeakMap(), Symbol('s'), [undefined, null, , 3], -0",
    "(class A { static b = 1 }), class B extends Map {}, function f() {}, () => 1, async () => {}, function* g() {}",
    "new (class Foo { #p = 1; x = 2; get y() { return 3 } })(), Object.create(null), Object.create({ constructor: undefined })",
    "[[[[[1]]]]], { a: { b: { c: { d: 1 } } } }, 'a\\nb', ['it\\'s'], new Date(0), /x/gu, new Date(NaN)",
    "new Proxy({ a: 1 }, {}), new Proxy(() => 1, {}), (() => { const r = Proxy.revocable({}, {}); r.revoke(); return r.proxy })()",
    "{ get a() { throw 1 }, set b(x) {}, [Symbol('k')]: 1 }, Object.freeze([1]), new Uint8Array(3), new ArrayBuffer(2)",
    "globalThis, Object.keys(globalThis), Object.keys(process).includes('send'), typeof process.send, process.execArgv",
    "new URL('http://a.b/c'), new Headers({ a: 'b' }), new AbortController(), new TextEncoder(), new Blob(['a'])",
    "[setTimeout, clearTimeout, setImmediate].map((f) => [f.name, Object.getOwnPropertySymbols(f).length]), console.log.name",
    "(() => { try { JSON.parse('null').x } catch (e) { return [e.message, e.name, String(e), Object.keys(e)] } })()",
    "(() => { try { JSON.parse('null')() } catch ({ message }) { return message } })(), Buffer.from('abc'), new Array(200).fill(7)",
  ];
  const program = values.map((value) => `console.log(${value});`).join("\n");
  kernel.write("program.cjs", program);
  const { NODE_OPTIONS: _, ...env } = process.env;
  const own = execFileSync(process.execPath, [join(kernel.folder, "program.cjs")], { encoding: "utf8", env });
  const ran = await kernel.run(program);
  assert.equal(ran.stdout, own, errorText(ran));
});

test("promises and timers print in one line", async () => {
  const cases: [code: string, text: string][] = [
    ["console.log(Promise.resolve(1), [new Promise(() => {})])", "Promise { 1 } [ Promise { <pending> } ]\n"],
    ["console.log({ p: Promise.resolve([1]) })", "{ p: Promise { [ 1 ] } }\n"],
    [
      "console.log(new (class Later extends Promise<number> {})(() => {}))",
      "Later [Promise] { <pending> }\n",
    ],
    [
      "console.log(setImmediate(() => {}))",
      "Immediate { _onImmediate: [Function (anonymous)], _destroyed: false }\n",
    ],
  ];
  for (const [code, text] of cases) assert.equal((await kernel.run(code)).stdout, text, code);
  const { result } = await kernel.run("setTimeout(function tick() {}, 1)");
  assert.equal(
    result,
    "Timeout { _idleTimeout: 1, _onTimeout: [Function: tick], _repeat: null, _destroyed: false }",
  );
});

test("errors call things by the names that the reader gave them", async () => {
  await kernel.run(
    "import { join as put, sep } from 'node:path'; import whole from 'node:os'; let three: any = 3;",
  );
  const cases: [code: string, message: string][] = [
    ["three()", "three is not a function"],
    ["three.a()", "three.a is not a function"],
    ["new three()", "three is not a constructor"],
    ["(put as any).x()", "put.x is not a function"],
    ["(sep as any)()", "sep is not a function"],
    ["(whole as any).x()", "whole.x is not a function"],
    ["import { sep as slash } from 'node:path'; (slash as any)()", "slash is not a function"],
    ["import * as os from 'node:os'; (os as any).x()", "os.x is not a function"],
  ];
  for (const [code, message] of cases) {
    assert.equal((await kernel.run(code)).reply.evalue, message, code);
    const caught = await kernel.run(
      `${code.replace(/^(import .*?; )?(.*)$/, "$1try { $2 } catch (e) { console.log(e.message) }")}`,
    );
    assert.equal(caught.stdout, `${message}\n`, code);
    const apart = await kernel.run(
      code.replace(/^(import .*?; )?(.*)$/, "$1try { $2 } catch ({ message }) { console.log(message) }"),
    );
    assert.equal(apart.stdout, `${message}\n`, code);
  }
});

test("functions give the JavaScript of what was written, which runs where there is no kernel", async () => {
  await kernel.run("let seen: any = 3; import { join as put } from 'node:path';");
  const cases: [value: string, text: string, before?: string][] = [
    ["(() => seen).toString()", "() => seen"],
    ["String(function (a) { for (const b of a) seen = b })", "function (a) { for (const b of a) seen = b }"],
    ["String(g)", "async function g(a) { await seen; }", "async function g(a) { await seen; }"],
    ["String(K.m)", "async m() { await put }", "class K { static async m() { await put } }"],
    ["String((a) => { try { a() } catch (e) { } })", "(a) => { try { a() } catch (e) { } }"],
    ["String((a: number): any => seen + a)", "(a) => seen + a"],
    ["String(setTimeout)", "function setTimeout() { [native code] }"],
  ];
  for (const [value, text, before = ""] of cases) {
    const ran = await kernel.run(`const text = (() => { ${before} return ${value}; })(); console.log(text)`);
    assert.equal(ran.stdout, `${text}\n`, value);
  }
  const sum = "function sum(n: number) { let s = 0; for (let i = 0; i < n; i++) s += i; return s; }";
  const apart = await kernel.run(`${sum} (require("node:vm") as any).runInNewContext("(" + sum + ")(10)")`);
  assert.equal(apart.result, "45");
});

test("values that throw or answer everything are shown as Node prints them, and never break or hold the cell", async () => {
  const cases: [code: string, result: string | RegExp][] = [
    [
      "new Proxy({}, { get() { throw 1 }, has() { throw 1 }, ownKeys() { throw 1 }, getPrototypeOf() { throw 1 } })",
      "{}",
    ],
    ["new Proxy({}, { get: (_, key) => key })", "{}"],
    ["new Proxy(function () {}, { get: () => () => 5, has: () => true })", "[Function (anonymous)]"],
    [
      "await null; new Proxy(function () {}, { get: () => () => 5, has: () => true })",
      "[Function (anonymous)]",
    ],
    [
      "const every: any = new Proxy(() => {}, { get: () => every, apply: () => every }); every",
      "[Function (anonymous)]",
    ],
    ["const gone = Proxy.revocable({}, {}); gone.revoke(); gone.proxy", "<Revoked Proxy>"],
    ["({ get x() { throw 1 }, get then() { throw 1 } })", "{ x: [Getter], then: [Getter] }"],
    ["({ get constructor() { throw 1 } })", "{ constructor: [Getter] }"],
    ["({ get [Symbol.for('Jupyter.display')]() { throw 1 } })", "{ [Symbol(Jupyter.display)]: [Getter] }"],
    [
      "({ [Symbol.for('Jupyter.display')]: () => ({}) })",
      "{ [Symbol(Jupyter.display)]: [Function: [Jupyter.display]] }",
    ],
    [
      "({ [Symbol.for('Jupyter.display')]: () => ({ 'text/plain': 5, 'application/json': { a: 1n } }) })",
      "5",
    ],
    ["({ a: 1, [Symbol.for('nodejs.util.inspect.custom')]() { throw 1 } })", /^\{\n? *a: 1,/],
    ["({ get [Symbol.toStringTag]() { throw 1 } })", /cannot be printed/],
    ["({ dtype: 'a', shape: [1], dataSync() { throw 1 } })", /^\{ dtype: 'a'/],
    ["(class { static get x() { throw 1 } })", "[class (anonymous)]"],
    ["const sparse: any[] = []; sparse[4294967290] = 1; sparse", "[ <4294967290 empty items>, 1 ]"],
    ["const round: any = {}; round.self = round; round", "<ref *1> { self: [Circular *1] }"],
    ["Object.assign(Object.create(null), { a: 1 })", "[Object: null prototype] { a: 1 }"],
    ["({ nodeType: 1, get outerHTML() { throw 1 } })", "{ nodeType: 1, outerHTML: [Getter] }"],
    [
      "({ columns: ['a'], shape: [1, 1], values: [[1]] })",
      "{ columns: [ 'a' ], shape: [ 1, 1 ], values: [ [ 1 ] ] }",
    ],
    ["() => 1", "[Function (anonymous)]"],
  ];
  for (const [code, result] of cases) {
    const ran = await kernel.run(code);
    if (typeof result === "string") assert.equal(ran.result, result, code);
    else assert.match(String(ran.result), result, code);
  }
});

test("whatever is thrown ends its cell with an error", async () => {
  const thrown = [
    "const gone2 = Proxy.revocable({}, {}); gone2.revoke(); throw gone2.proxy",
    "throw new Proxy(new Error('a'), { get() { throw 1 } })",
    "throw new Proxy({}, { get: (_, key) => key, getPrototypeOf() { throw 1 } })",
    "throw { get [Symbol.toStringTag]() { throw 1 } }",
    "throw Object.defineProperty(new Error('a'), 'cause', { get() { throw 1 } })",
    "throw Object.defineProperty(new Error('a'), 'stack', { get() { throw 1 } })",
    "throw Object.create(null)",
    "throw undefined",
  ];
  for (const code of thrown) assert.equal((await kernel.run(code)).reply.status, "error", code);
});

test("a display method that fails is named, and its value shown as text", async () => {
  for (const method of [
    "() { throw new Error('no picture') }",
    "async () { throw new Error('no picture') }",
  ]) {
    const async = method.startsWith("async ") ? "async " : "";
    const ran = await kernel.run(
      `({ ${async}[Symbol.for("Jupyter.display")]${method.replace("async ", "")} })`,
    );
    assert.match(ran.stderr, /Jupyter\.display[\s\S]*no picture/);
    assert.match(String(ran.result), /^\{ \[Symbol\(Jupyter.display\)\]/);
  }
});

test("an interrupt ends the showing of a value and the waiting for one", async () => {
  const cells = [
    '({ [Symbol.for("Jupyter.display")]() { console.log("go"); return new Promise(() => {}); } })',
    '({ [Symbol.for("Jupyter.display")]() { console.log("go"); for (;;); } })',
    '({ then() { console.log("go"); } })',
  ];
  for (const code of cells) {
    const id = await kernel.client.execute(code);
    await kernel.heard(id, "go");
    await kernel.interrupt();
    assert.equal((await kernel.outcome(id)).reply.status, "error", code);
    assert.equal((await kernel.run("1 + 1")).result, "2");
  }
});

test("no value and no error puts more than about 100 kB into a notebook", async () => {
  const values = [
    "'x'.repeat(5_000_000)",
    "Array.from({ length: 100_000 }, () => 'z'.repeat(5000))",
    "new Map(Array.from({ length: 100_000 }, (_, i) => ['k'.repeat(5000) + i, 1]))",
    "new Set(Array.from({ length: 200 }, (_, i) => 'k'.repeat(5000) + i))",
    "Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => ['k' + i, i]))",
    "({ ['k'.repeat(1_000_000)]: 1 })",
    "Symbol('s'.repeat(1_000_000))",
    "10n ** 300_000n",
    "new RegExp('a'.repeat(1_000_000))",
    "new Error('e'.repeat(1_000_000))",
    "new Float64Array(1_000_000)",
    "({ dtype: 'string', shape: [1], size: 1, dataSync: () => ['t'.repeat(1_000_000)] })",
  ];
  for (const code of values) {
    const { result = "" } = await kernel.run(code);
    assert.ok(result.length > 20 && result.length < 101_000, `${code}: ${result.length}`);
    assert.ok(result.length < 90_000 || /and [\d,]+ more characters\. .*console\.log/.test(result), code);
    const ran = await kernel.run(`throw ${code}`);
    assert.equal(ran.reply.status, "error");
    assert.ok(
      JSON.stringify(ran.reply).length < 250_000,
      `throw ${code}: ${JSON.stringify(ran.reply).length}`,
    );
  }
  const many = await kernel.run(
    "throw new AggregateError(Array.from({ length: 50 }, () => new Error('e'.repeat(99_000))), 'all')",
  );
  assert.ok(JSON.stringify(many.reply).length < 250_000, String(JSON.stringify(many.reply).length));
  const asked = await kernel.run("console.log('x'.repeat(500_000))");
  assert.equal(asked.stdout.length, 500_001);
});

test("a long line is quoted in part, with the mark where it belongs", async () => {
  const long = "'x'; ".repeat(50_000);
  for (const code of [`${long}wrong.a; ${long}`, `${long}(undefined as any).a; ${long}`]) {
    const text = errorText(await kernel.run(code));
    assert.ok(text.length < 2000, String(text.length));
    const [quote = "", mark = ""] = text.split("\n").slice(-2);
    assert.match(quote.slice(mark.search(/[~^]/)), /^(wrong|a; )/, text);
  }
});

test("a surrogate pair at the bound stays whole", async () => {
  const { result = "" } = await kernel.run("Symbol('\u{1F600}'.repeat(100_000))");
  assert.doesNotMatch(result, /[\ud800-\udbff](?![\udc00-\udfff])/);
});

test("elements, canvases, blobs and data frames of libraries", async () => {
  symlinkSync(shownPackages(), join(kernel.folder, "node_modules"));
  const show = async (code: string) => data(await kernel.run(code));
  await kernel.run(`const { document } = require("linkedom").parseHTML("<body><p class='a'>x</p></body>");
    const { createCanvas } = require("@napi-rs/canvas"); const aq = require("arquero"); const arrow = require("apache-arrow");`);
  assert.equal((await show('document.querySelector("p")'))["text/html"], '<p class="a">x</p>');
  assert.match((await show("document"))["text/html"], /<p class="a">/);
  const svg = await show(
    'const s = document.createElementNS("http://www.w3.org/2000/svg", "svg"); s.innerHTML = "<g/>"; s',
  );
  assert.match(svg["image/svg+xml"], /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  const canvas = await show("const c = createCanvas(20, 10); c");
  assert.match(canvas["image/png"], /^iVBOR/);
  const blob = await show('new Blob([c.toBuffer("image/png")], { type: "image/png" })');
  assert.match(blob["image/png"], /^iVBOR/);
  const small = await show('aq.table({ a: [1, 2], b: ["<x>", null] })');
  assert.match(small["text/html"], /<td>1<\/td><td>&#60;x&#62;<\/td>/);
  assert.deepEqual(small["application/vnd.dataresource+json"].data, [
    { a: 1, b: "<x>" },
    { a: 2, b: null },
  ]);
  assert.equal(small["text/plain"], "a  b\n1  <x>\n2  null\n2 rows of 2 columns");
  const large = await show(
    `arrow.tableFromArrays({ x: Float64Array.from({ length: 100_000 }, (_, i) => i), y: Array(100_000).fill("word") })`,
  );
  assert.match(large["text/html"], /100,000 rows of 2 columns; the first 50 rows are shown/);
  assert.equal(large["application/vnd.dataresource+json"].data.length, 50);
});

test("what is known by its members alone: elements, canvases and frames of other libraries", async () => {
  const show = async (code: string) => data(await kernel.run(code));
  const svg = 'namespaceURI: "http://www.w3.org/2000/svg"';
  const circle = await show(`({ nodeType: 1, ${svg}, outerHTML: "<circle r='1'/>" })`);
  assert.equal(circle["image/svg+xml"], `<svg xmlns="http://www.w3.org/2000/svg"><circle r='1'/></svg>`);
  const kept = `<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"></svg>`;
  assert.equal((await show(`({ nodeType: 1, outerHTML: \`${kept}\` })`))["image/svg+xml"], kept);
  const later = "async toDataURL() { return 'data:image/png;base64,AAAA'; }";
  assert.equal((await show(`({ width: 2, height: 3, ${later} })`))["image/png"], "AAAA");
  const polars = "({ columns: ['a'], height: 70, head() { return this; }, toRecords: () => [{ a: 1n }] })";
  assert.match((await show(polars))["text/html"], /<td>1<\/td>[\s\S]*70 rows of 1 column/);
  const danfo = "({ columns: ['a', 'b'], shape: [1, 2], values: [[1, new Date(0)]], head() {} })";
  assert.match((await show(danfo))["text/html"], /1970-01-01/);
  assert.equal((await show("[{ a: 1 }, { a: 2 }]"))["text/html"], undefined);
});

test("display shows several values, in order among the lines that are printed", async () => {
  const { published } = await kernel.run(
    'console.log("before"); display(1, "two", { three: 3 }, undefined); console.log("after")',
  );
  const shown = published.map(({ content }) => content.text?.trim() ?? content.data?.["text/plain"]);
  assert.deepEqual(
    shown.filter((text) => text !== undefined),
    ["before", "1", "'two'", "{ three: 3 }", "undefined", "after"],
  );
});

test("the console's ways of printing, without colours unless asked", async () => {
  const cases: [code: string, text: string][] = [
    ["console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 })", "{ a: [Object] }\n"],
    ["console.dir({ a: 1 }, { colors: true })", "{ a: \u001b[33m1\u001b[39m }\n"],
    ["console.group('g'); console.log('a\\nb'); console.groupEnd(); console.log('c')", "g\n  a\n  b\nc\n"],
    ["for (let i = 0; i < 3; i++) process.stdout.write('\\r' + i); undefined", "\r0\r1\r2"],
    ["console.log('%s %d %j %o', 'a', 1, { b: 2 }, [3])", 'a 1 {"b":2} [ 3, [length]: 1 ]\n'],
    ["console.log(new Date(0), /x/g, 1n, Symbol('s'))", "1970-01-01T00:00:00.000Z /x/g 1n Symbol(s)\n"],
  ];
  for (const [code, text] of cases) assert.equal((await kernel.run(code)).stdout, text, code);
  assert.match((await kernel.run("console.table([{ a: 1 }])")).stdout, /│ \(index\) │ a │/);
  assert.equal(
    (await kernel.run("console.assert(false, 'no %s', 'way')")).stderr,
    "Assertion failed: no way\n",
  );
});

test("a value that a library has shown already shows nothing, a promise of it neither", async () => {
  const shown = '({ ok: true, [Symbol.for("convlab.shown")]: true })';
  for (const code of [shown, `Promise.resolve(${shown})`, `await Promise.resolve(${shown})`])
    assert.equal(data(await kernel.run(code)), undefined, code);
  assert.ok(
    data(await kernel.run('({ ok: true, [Symbol.for("convlab.shown")]: "yes" })')),
    "only true is the mark",
  );
});
