// What both kernels do alike: the one in Node and the one in a page.
import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { errorText, type TestKernel } from "./testKernel.js";

type Case = (kernel: TestKernel) => Promise<void>;

const door = 'globalThis[Symbol.for("convlab.kernel")]';
const states = (published: Awaited<ReturnType<TestKernel["run"]>>["published"]): string[] =>
  published.map(({ type, content }) => content.execution_state ?? type);

const table = (rows: readonly (readonly [code: string, result: string | undefined])[]): Case => {
  return async (kernel) => {
    for (const [code, result] of rows) await kernel.gives(code, result);
  };
};

/** The cell, the name and the message of its error, and what its traceback tells besides. */
const errors: [code: string, ename: string, evalue: string | RegExp, told?: RegExp][] = [
  [
    'throw Object.assign(new Error("a"), { status: 404, body: { b: [1] } })',
    "Error",
    "a",
    /status: 404\n +body: \{ b: \[ 1 \] \}/,
  ],
  [
    "class NotFound extends Error { status = 404 } throw new NotFound('gone')",
    "NotFound",
    "gone",
    /NotFound: gone[\s\S]*status: 404/,
  ],
  ["class Named extends TypeError { override name = 'Mine' } throw new Named('x')", "Mine", "x"],
  ["class Wide extends RangeError {} throw new Wide('x')", "Wide", "x"],
  ["const plain = new Error('x'); plain.name = 'Given'; throw plain", "Given", "x"],
  ["AbortSignal.abort().throwIfAborted()", "AbortError", /abort/],
  [
    "await Promise.any([Promise.reject(new RangeError('one')), Promise.reject('two')])",
    "AggregateError",
    /rejected/,
    /one of them: RangeError: one[\s\S]*one of them: 'two'/,
  ],
  [
    "throw new Error('a', { cause: Object.assign(new TypeError('b'), { code: 'E_B' }) })",
    "Error",
    "a",
    /caused by: TypeError: b[\s\S]*code: 'E_B'/,
  ],
  ["throw new Error('a', { cause: { code: 7 } })", "Error", "a", /caused by: \{ code: 7 \}/],
  ["const own = new Error('self'); own.cause = own; throw own", "Error", "self"],
  ["throw 5", "Thrown", "5"],
  ["throw undefined", "Thrown", "undefined"],
  ["throw { code: 'E', deep: { n: 1 } }", "Thrown", "{ code: 'E', deep: { n: 1 } }"],
  ["throw Symbol('s')", "Thrown", "Symbol(s)"],
  ["await Promise.reject({ reason: 'r' })", "Thrown", "{ reason: 'r' }"],
  ["throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } })", "Thrown", /./],
  ["const nothing = null as any; nothing.x.y", "TypeError", /null/],
  [
    "const odd = new Error('m'); Object.defineProperty(odd, 'bad', { enumerable: true, get() { throw 1; } }); throw odd",
    "Error",
    "m",
  ],
];

/** A library that fails a while later: none of its code is a cell's. */
const fails = `const fails = Function('return new Promise((_, fail) => setTimeout(() => fail(new RangeError("late")), 5))');`;

/** Cells, and the places that the traceback of the last one names, nearest first: how many cells before it, line and column. */
const places: [cells: string[], told: string[]][] = [
  [[fails, "const y = 1;\n  await fails();"], ["0:2:3"]],
  [[fails, "fails()"], ["0:1:1"]],
  [[fails, "const y = 1;\n{ y, z: await fails() }"], ["0:2:9"]],
  [[fails, "1;\n[1, await fails(), 2].length"], ["0:2:5"]],
  [
    [fails, "async function inner() {\n  await null;\n  return await fails();\n}", "1;\nawait inner()"],
    ["-1:3:10", "0:2:1"],
  ],
  [[fails, "for (const x of [1])\n  for await (const y of [fails()]) y"], ["0:2:3"]],
  [
    [fails, "const all = async () =>\n  await Promise.all([1, fails()]);\nfor await (const x of [all()]) x"],
    ["0:2:3", "0:3:1"],
  ],
  [[fails, "try { await fails() }\ncatch (error) { throw error }"], ["0:1:7"]],
  [
    [fails, "try { await fails() } catch (cause) {\nthrow new Error('more', { cause }) }"],
    ["0:2:7", "0:1:7"],
  ],
  [[fails, "await Promise.any([fails()])"], ["0:1:1"]],
  [
    ["const each = (work: () => void) => [1].forEach(work);", "each(() => {\n  throw new Error('in it') })"],
    ["0:2:9", "-1:1:40", "0:1:1"],
  ],
];

const shown: [code: string, result: string | undefined][] = [
  ["3", "3"],
  ["undefined", undefined],
  ["const a = 1", undefined],
  ["null", "null"],
  ["Promise.resolve([1])", "[ 1 ]"],
  ["new Map([[1, 2]])", "Map(1) { 1 => 2 }"],
  ["if (true) { 5 }", undefined],
  ["({ a: { b: 1 } })", "{ a: { b: 1 } }"],
  ["new Float32Array([1, 0.5])", "Float32Array(2) [ 1, 0.5 ]"],
  ["class Dog { name = 'Rex' } new Dog()", "Dog { name: 'Rex' }"],
  ["(x: number) => x", "[Function (anonymous)]"],
  ["new Error('shown').message", "'shown'"],
  ["Array.from({ length: 120 }, (_, i) => i).length", "120"],
  ["[new Date(0)]", "[ 1970-01-01T00:00:00.000Z ]"],
  ["'a\\nb'", "'a\\nb'"],
  ["10n ** 20n", "100000000000000000000n"],
];

export const cases: Record<string, Case> = {
  "names of earlier cells: shorthands, redeclarations, closures": async (kernel) => {
    await kernel.run("const lr = 0.1; let steps = 1; const step = () => steps++");
    await kernel.gives("({ lr, steps })", "{ lr: 0.1, steps: 1 }");
    await kernel.run("step(); steps += 10");
    await kernel.gives("steps", "12");
    await kernel.run("class A { a = 1 } enum E { X = 1 } type T = number; interface I { t: T }; const c = 1");
    await kernel.run(
      'class A { a = "two" } enum E { X = 2 } type T = string; interface I { t: T }; const c = "c"',
    );
    await kernel.gives("const i: I = { t: new A().a }; [i.t, E.X, c]", "[ 'two', 2, 'c' ]");
  },
  "top-level await in all its forms": table([
    ["await (Promise.resolve(1))", "1"],
    ["await (async () => 2)()", "2"],
    ["let sum = 0; for await (const x of (async function* () { yield 1; yield 2; })()) sum += x; sum", "3"],
    ["const [p, q] = await Promise.all([1, 2]); ({ p, q })", "{ p: 1, q: 2 }"],
    ["const arithmetic = await import('convlab/arithmetic'); arithmetic.mean([1, 2, 3])", "2"],
  ]),
  "what is shown of a value": table(shown),
  "a compile error is one message that quotes the line and marks the column": async (kernel) => {
    const ran = await kernel.run('const one = 1;\nconst wrong: number = "text";');
    assert.equal(ran.published.filter(({ type }) => type === "error").length, 1);
    assert.match(errorText(ran), /:2:7 TS2322/);
    assert.match(errorText(ran), /const wrong: number = "text";\n {6}~{5}/);
    await kernel.fails("console.log(wrong)");
  },
  "a traceback names cell, line and column as written, in colour, without kernel frames": async (kernel) => {
    const define = await kernel.run(
      "interface Big {\n  a: number;\n}\nfunction fail(b: Big): never {\n  throw new RangeError('no ' + b.a);\n}",
    );
    const ran = await kernel.run("type Unused = string;\n\nfail({ a: 3 })");
    const { reply } = ran;
    assert.deepEqual([reply.ename, reply.evalue], ["RangeError", "no 3"]);
    assert.ok(reply.traceback.join("\n").includes("\u001b["), "no colour");
    const text = errorText(ran);
    assert.ok(text.includes(`fail (Cell [${define.reply.execution_count}]:5:9)`), text);
    assert.ok(text.includes(`at Cell [${reply.execution_count}]:3:1`), text);
    assert.match(text, /throw new RangeError\('no ' \+ b\.a\);\n +\^/);
    assert.ok(!/node:|dist\/kernel|__cell|\.js|http|eval/.test(text), text);
  },
  "a place in code that TypeScript has rewritten": async (kernel) => {
    await kernel.run(
      "enum Far { A = 1 }\n\nfunction deep(n: number): void {\n  if (n < 0)\n    throw new Error('deep');\n}",
    );
    assert.match(await kernel.fails("deep(-1)"), /deep \(Cell \[\d+\]:5:11\)/);
  },
  "a printed error names places as the reader knows them": async (kernel) => {
    const { stdout } = await kernel.run(
      "function here() {\n  console.log(new Error('printed').stack);\n}\nhere()",
    );
    assert.match(stdout, /^Error: printed\n {4}at here \(Cell \[\d+\]:2:15\)\n {4}at Cell \[\d+\]:4:1\n$/);
  },
  ...Object.fromEntries(
    errors.map(([code, ename, evalue, told]): [string, Case] => [
      `error of ${code}`,
      async (kernel) => {
        const ran = await kernel.run(code);
        assert.equal(ran.reply.ename, ename, errorText(ran));
        if (typeof evalue === "string") assert.equal(ran.reply.evalue, evalue);
        else assert.match(ran.reply.evalue, evalue);
        if (told !== undefined) assert.match(errorText(ran), told);
        await kernel.gives("1 + 1", "2");
      },
    ]),
  ),
  "an error names the reader's places first, also where it came later on and through libraries": async (
    kernel,
  ) => {
    for (const [cells, told] of places) {
      for (const cell of cells.slice(0, -1)) await kernel.gives(cell, undefined);
      const ran = await kernel.run(cells.at(-1) ?? "");
      const text = errorText(ran);
      const found = [...text.matchAll(/at (?:[^\n(]* \()?Cell \[(\d+)\]:(\d+:\d+)/g)].map(
        ([, cell, place]) => `${Number(cell) - ran.reply.execution_count}:${place}`,
      );
      assert.deepEqual(found, told, text);
      if (told.length > 0)
        assert.match(text, /^[^\n]+\n {4}at [^\n]+\n {6}[^\n]+\n +\^/, "its line is quoted first");
    }
  },
  "errors that nobody caught are reported in their cell": async (kernel) => {
    const { id } = await kernel.run('setTimeout(() => Promise.reject(new Error("nobody")), 200); 0');
    await kernel.run("'another cell'");
    assert.equal((await kernel.said(id, "error")).content.evalue, "nobody");
    const thrown = await kernel.run('setTimeout(() => { throw new Error("in a timer"); }, 100); 0');
    assert.equal((await kernel.said(thrown.id, "error")).content.evalue, "in a timer");
    const left = await kernel.run('Promise.reject(new Error("left")); 0');
    assert.equal((await kernel.said(left.id, "error")).content.evalue, "left");
    await kernel.gives("1", "1");
  },
  "after an error, variables that were assigned keep value and type": async (kernel) => {
    await kernel.run('const kept = { n: 1 }; let text = "a"; throw new Error("x"); const unreached = 2;');
    await kernel.gives("kept.n + text.length", "2");
    assert.match(await kernel.fails("kept.m"), /TS2339/);
    assert.match(await kernel.fails("text = 3"), /TS2322/);
    assert.match(await kernel.fails("unreached"), /TS2304: .*run that one first/);
  },
  "strictness is switched by a comment": async (kernel) => {
    const loose = "const nothing: string = null; function lax(x) { return x; }";
    await kernel.gives(loose, undefined);
    assert.match(await kernel.fails(`// @strict\n${loose}`), /TS2322[\s\S]*TS7006/);
    await kernel.gives("// @strict\nconst fine = 1", undefined);
    await kernel.fails(loose);
    await kernel.gives(`// @strict false\n${loose}`, undefined);
  },
  "decorators, enums, namespaces and parameter properties": table([
    [
      "function logged(target: any, key: string) { target.seen = key; }\nclass Marked { @logged run() {} }\n(new Marked() as any).seen",
      "'run'",
    ],
    ["namespace Space { export const n = 4; }\nSpace.n", "4"],
    [
      "class Point { constructor(readonly x: number, public y = 2) {} }\nnew Point(1).x + new Point(1).y",
      "3",
    ],
    ["const sure = <T,>(x: T) => x!; sure<number>(3) satisfies number", "3"],
  ]),
  "100,000 lines printed in one loop all arrive, in few messages": async (kernel) => {
    const { stdout, published } = await kernel.run("for (let i = 0; i < 100_000; i++) console.log(i)");
    const expected = Array.from({ length: 100_000 }, (_, i) => `${i}\n`).join("");
    assert.ok(stdout === expected, "lines are missing or out of order");
    assert.ok(published.length < 500, `${published.length} messages`);
  },
  "what console does": async (kernel) => {
    const ran =
      await kernel.run(`console.log("%s is %d, %o", "a", 1.5, [1]); console.info({ a: { b: { c: { d: 1 } } } });
      console.group("outer"); console.log("inner\\nlines"); console.groupEnd(); console.log("after");
      console.error("wrong"); console.warn("careful"); console.debug(); console.assert(1 > 2, "sums");
      console.table([{ a: 1, b: "x" }, { a: 2, c: true }]); console.table([1, "two"]); console.count(); console.count();
      console.dir({ deep: { er: { than: { two: 1 } } } }, { depth: 0 });`);
    assert.equal(
      ran.stdout,
      `a is 1.5, [ 1, [length]: 1 ]
{ a: { b: { c: [Object] } } }
outer
  inner
  lines
after

┌─────────┬───┬─────┬──────┐
│ (index) │ a │ b   │ c    │
├─────────┼───┼─────┼──────┤
│ 0       │ 1 │ 'x' │      │
│ 1       │ 2 │     │ true │
└─────────┴───┴─────┴──────┘
┌─────────┬────────┐
│ (index) │ Values │
├─────────┼────────┤
│ 0       │ 1      │
│ 1       │ 'two'  │
└─────────┴────────┘
default: 1
default: 2
{ deep: [Object] }
`,
    );
    assert.equal(ran.stderr, "wrong\ncareful\nAssertion failed: sums\n");
  },
  "late output goes to the cell that started it": async (kernel) => {
    const { id } = await kernel.run(`setTimeout(async () => { console.log("late line"); await null;
      await new Promise((r) => setTimeout(r, 50)); console.log("later line"); }, 300); 0`);
    const { id: other } = await kernel.run("console.log('other'); 1");
    await kernel.said(id, "late line");
    await kernel.said(id, "later line");
    const wrong = kernel.heard.iopub.filter(({ parent }) => parent.msg_id === other);
    assert.ok(
      !wrong.some(({ content }) => String(content.text).includes("late")),
      "it went to the other cell",
    );
  },
  "two loops that await side by side, each in its own cell": async (kernel) => {
    const loop = (name: string): string =>
      `(async () => { for (let n = 0; n < 5; n++) { await new Promise((r) => setTimeout(r, 20)); console.log("${name}" + n); } })(); 0`;
    const [one, two] = [await kernel.run(loop("one")), await kernel.run(loop("two"))];
    await kernel.said(one.id, "one4");
    await kernel.said(two.id, "two4");
    const textOf = (id: string): string =>
      kernel.heard.iopub
        .filter(({ parent }) => parent.msg_id === id)
        .map(({ content }) => content.text ?? "")
        .join("");
    assert.doesNotMatch(textOf(one.id), /two/);
    assert.doesNotMatch(textOf(two.id), /one/);
  },
  "output comes while a cell runs": async (kernel) => {
    const id = await kernel.execute(
      "console.log('first'); await new Promise((r) => setTimeout(r, 1500)); 'end'",
    );
    await kernel.said(id, "first");
    assert.ok(!kernel.heard.shell.some(({ parent }) => parent.msg_id === id), "the cell had ended");
    await kernel.outcome(id);
  },
  "streams keep their order among displays and results": async (kernel) => {
    const { published } = await kernel.run(`import { display as shown } from "tslab";
      console.log("a"); console.error("b"); shown.text("c"); console.log("d"); "e"`);
    const seen = published.map(
      ({ type, content }) => content.text?.trim() ?? content.data?.["text/plain"] ?? type,
    );
    assert.deepEqual(seen.slice(2, -1), ["a", "b", "c", "d", "'e'"]);
  },
  "objects with Jupyter.display and pictures are shown by what they are": async (kernel) => {
    const data = async (code: string): Promise<Record<string, unknown>> =>
      (await kernel.run(code)).published.find(({ type }) => type === "execute_result")?.content.data;
    const own = `({ async [Symbol.for("Jupyter.display")]() { return { "text/html": "<i>x</i>", "text/plain": "x" }; } })`;
    assert.deepEqual(await data(own), { "text/html": "<i>x</i>", "text/plain": "x" });
    const png = "[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]";
    assert.equal((await data(`new Uint8Array(${png})`))["image/png"], "iVBORw0KGgoB");
    const blob = await data(`new Blob([new Uint8Array(${png})], { type: "image/png" })`);
    assert.equal(blob["image/png"], "iVBORw0KGgoB");
    const wrong = await kernel.run(`({ [Symbol.for("Jupyter.display")]() { throw new Error("no form"); } })`);
    assert.match(wrong.stderr, /Cannot show this value[\s\S]*no form/);
    const frame = await data(
      "({ columns: ['a'], height: 1, head() { return this; }, toRecords: () => [{ a: 1 }] })",
    );
    assert.match(String(frame["text/html"]), /<table>/);
    await kernel.gives("display([1], 'two')", undefined);
  },
  "clear_output, display and update_display_data": async (kernel) => {
    const { published } = await kernel.run(`import { newDisplay } from "tslab";
      const place = newDisplay(); place.html("1"); place.html("2"); ${door}.clearOutput(true); ${door}.clearOutput(false);`);
    const sent = published.filter(({ type }) => type !== "status" && type !== "execute_input");
    assert.deepEqual(
      sent.map(({ type }) => type),
      ["display_data", "update_display_data", "clear_output", "clear_output"],
    );
    assert.equal(sent[0]?.content.transient.display_id, sent[1]?.content.transient.display_id);
    assert.deepEqual(sent[2]?.content, { wait: true });
    assert.equal((await kernel.run('place.html("3")')).published[2]?.type, "update_display_data");
  },
  "tslab's display takes text and bytes": async (kernel) => {
    const { published } = await kernel.run(`import * as tslab from "tslab";
      tslab.display.markdown("*a*"); tslab.display.png(new Uint8Array([1, 2, 3])); tslab.display.raw("application/json", "{}");`);
    assert.deepEqual(
      published.filter(({ type }) => type === "display_data").map(({ content }) => content.data),
      [{ "text/markdown": "*a*" }, { "image/png": "AQID" }, { "application/json": "{}" }],
    );
  },
  "kernel_info has true versions": async (kernel) => {
    const { language_info: language, ...info } = await kernel.ask("kernel_info_request");
    assert.deepEqual([info.status, info.protocol_version, language.name], ["ok", "5.5", "typescript"]);
    assert.match(language.version, /^5\.\d+\.\d+$/);
  },
  "a cell is announced, answered and ended between busy and idle": async (kernel) => {
    const { published, reply, result } = await kernel.run("1 + 1");
    assert.deepEqual(states(published), ["busy", "execute_input", "execute_result", "idle"]);
    assert.deepEqual([reply.status, result], ["ok", "2"]);
    assert.equal(published[1]?.content.execution_count, reply.execution_count);
  },
  "control requests are answered while a cell runs": async (kernel) => {
    const id = await kernel.execute("const end = Date.now() + 1500; while (Date.now() < end) {}");
    await kernel.said(id, "execute_input");
    await kernel.ask("kernel_info_request", {}, "control");
    assert.ok(!kernel.heard.shell.some(({ parent }) => parent.msg_id === id), "the cell had ended");
    await kernel.outcome(id);
  },
  "silent shows and counts nothing; store_history false shows and does not count": async (kernel) => {
    const { reply: first } = await kernel.run("1");
    const silent = await kernel.run('console.log("no"); 5', { silent: true });
    assert.deepEqual(states(silent.published), ["busy", "idle"]);
    assert.equal((await kernel.run("6", { store_history: false })).result, "6");
    assert.equal((await kernel.run("1")).reply.execution_count, first.execution_count + 1);
  },
  "user_expressions are answered one by one, with errors in their places": async (kernel) => {
    const user_expressions = { good: "1 + 1", bad: "nothingLikeThis", rich: "[1, 2]" };
    const { reply } = await kernel.run("const three = 3", { user_expressions });
    assert.equal(reply.user_expressions.good.data["text/plain"], "2");
    assert.equal(reply.user_expressions.rich.data["text/plain"], "[ 1, 2 ]");
    assert.equal(reply.user_expressions.bad.status, "error");
  },
  "stop_on_error aborts the cells that wait, and no later one": async (kernel) => {
    const failing = await kernel.execute(
      'await new Promise((r) => setTimeout(r, 100)); throw new Error("x")',
    );
    const waiting = await kernel.execute("1");
    const both = [await kernel.outcome(failing), await kernel.outcome(waiting)];
    assert.deepEqual(
      both.map(({ reply }) => reply.status),
      ["error", "aborted"],
    );
    await kernel.gives("8", "8");
    const going = await kernel.execute('throw new Error("x")', { stop_on_error: false });
    const next = await kernel.execute("9");
    assert.equal((await kernel.outcome(going)).reply.status, "error");
    assert.equal((await kernel.outcome(next)).result, "9");
  },
  "history: tail, range, search": async (kernel) => {
    const { reply } = await kernel.run("'first of three'");
    await kernel.run("'second of three'");
    await kernel.run("'second of three'");
    const ask = async (content: object) => (await kernel.ask("history_request", content)).history;
    const start = reply.execution_count;
    assert.deepEqual(await ask({ hist_access_type: "tail", n: 1, output: true }), [
      [1, start + 2, ["'second of three'", "'second of three'"]],
    ]);
    assert.deepEqual(await ask({ hist_access_type: "range", session: 0, start, stop: start + 1 }), [
      [1, start, "'first of three'"],
    ]);
    const search = { hist_access_type: "search", pattern: "*of three*" };
    assert.equal((await ask({ ...search, unique: true })).length, 2);
  },
  "completion has kinds, counts code points, and looks at the cursor in the middle": async (kernel) => {
    await kernel.run("const fruit = { apple: 1, apricot: (n: number) => n }");
    const code = "const smile = '😀😀'; fruit.ap + 1";
    const cursor = [...code.slice(0, code.indexOf("ap") + 2)].length;
    const reply = await kernel.ask("complete_request", { code, cursor_pos: cursor });
    assert.deepEqual(reply.matches.sort(), ["apple", "apricot"]);
    assert.deepEqual([reply.cursor_start, reply.cursor_end], [cursor - 2, cursor]);
    const types = reply.metadata._jupyter_types_experimental;
    assert.equal(types.find((each: { text: string }) => each.text === "apple").type, "property");
  },
  "completion of modules and of what they export": async (kernel) => {
    const ask = async (code: string): Promise<string[]> =>
      (await kernel.ask("complete_request", { code, cursor_pos: code.length })).matches;
    assert.ok((await ask('import { mean } from "convlab/')).includes("arithmetic"));
    const code = 'import * as a from "convlab/arithmetic"; a.outp';
    assert.ok((await ask(code)).includes("outputLength"));
  },
  "inspection has signature and doc comment, as Markdown and text": async (kernel) => {
    await kernel.run("/** Twice as much. */\nfunction double(x: number): number { return 2 * x; }");
    const code = "'😀'; double(4)";
    const reply = await kernel.ask("inspect_request", { code, cursor_pos: 7, detail_level: 0 });
    assert.equal(reply.found, true);
    for (const type of ["text/plain", "text/markdown"]) {
      assert.match(reply.data[type], /double\(x: number\): number/);
      assert.match(reply.data[type], /Twice as much/);
    }
    assert.equal((await kernel.ask("inspect_request", { code: "   ", cursor_pos: 1 })).found, false);
    await kernel.run(
      "interface Look {\n  /** How wide. In pixels.\n   * @default {640} */\n  width?: number;\n  name: string;\n}\n" +
        "/** Draws.\n * @example\n * draw({})\n * @see notes/1.md */\nfunction draw(look: Partial<Look>) {}",
    );
    const { data } = await kernel.ask("inspect_request", { code: "draw", cursor_pos: 2, detail_level: 0 });
    assert.deepEqual(data, {
      "text/markdown":
        "```typescript\nfunction draw(look: Partial<Look>): void\n```\n\nDraws.\n\n*@param* `look`\n\n" +
        "- `width?: number` (default: `640`) How wide.\n- `name?: string`\n\n" +
        "*@example*\n\n```typescript\ndraw({})\n```\n\n*@see* notes/1.md",
      "text/plain":
        "function draw(look: Partial<Look>): void\n\nDraws.\n\n@param look\n\n" +
        "- width?: number (default: `640`) How wide.\n- name?: string\n\n" +
        "@example\n\n    draw({})\n\n@see notes/1.md",
    });
    const trained = 'import { barChart } from "convlab/charts"; barChart';
    const options = await kernel.ask("inspect_request", { code: trained, cursor_pos: trained.length });
    assert.match(
      options.data["text/plain"],
      /@param options\n\n- valueTitle: string What a bar's length means\./,
    );
    const library = 'import { mean } from "convlab"; mean([1])';
    const told = await kernel.ask("inspect_request", { code: library, cursor_pos: 34 });
    assert.match(told.data["text/plain"], /mean\(/);
  },
  "is_complete: complete, incomplete with an indent, invalid": async (kernel) => {
    const ask = (code: string) => kernel.ask("is_complete_request", { code });
    assert.equal((await ask("const a = 1")).status, "complete");
    const open = await ask("for (const x of [1]) {");
    assert.equal(open.status, "incomplete");
    assert.match(open.indent, /^\s+$/);
    assert.equal((await ask("let a b c")).status, "invalid");
  },
  "input, password, prompt and confirm ask the reader; without stdin they are refused": async (kernel) => {
    const id = await kernel.execute(
      'const said = [await input("name? "), await password("word? "), await confirm("Go on?")]; said.join()',
      { allow_stdin: true },
    );
    for (const [prompt, secret, value] of [
      ["name? ", false, "Ada"],
      ["word? ", true, "!"],
      ["Go on? [y/N] ", false, "y"],
    ] as const) {
      const asked = await kernel.wait("stdin", ({ content }) => content.prompt === prompt, prompt);
      assert.equal(asked.parent.msg_id, id);
      assert.equal(asked.content.password, secret);
      await kernel.send("stdin", "input_reply", { status: "ok", value }, asked.header);
    }
    assert.equal((await kernel.outcome(id)).result, "'Ada,!,true'");
    const refused = await kernel.run('await input("? ")', { allow_stdin: false });
    assert.match(errorText(refused), /Cannot ask for input/);
    assert.match(await kernel.fails('if (confirm("Go on?")) console.log(1)'), /write await before/);
  },
  "comms: opened, answered and closed from both sides": async (kernel) => {
    await kernel.run(`const opened = [];
      ${door}.registerComm("echo", (comm, { data }) => {
        comm.send({ hello: data });
        comm.onMessage = ({ data, buffers }) => comm.send({ again: data }, { buffers });
        comm.onClose = () => console.log("closed");
      })`);
    await kernel.send("shell", "comm_open", { comm_id: "c1", target_name: "echo", data: 1 });
    const about = (type: string) =>
      kernel.wait("iopub", (m) => m.type === type && m.content.comm_id === "c1", type);
    assert.deepEqual((await about("comm_msg")).content.data, { hello: 1 });
    const list = await kernel.ask("comm_info_request", { target_name: "echo" });
    assert.deepEqual(list.comms, { c1: { target_name: "echo" } });
    await kernel.send("shell", "comm_msg", { comm_id: "c1", data: 2 }, {}, [Buffer.from([7, 8])]);
    const again = await kernel.wait(
      "iopub",
      ({ content }) => content.data?.again === 2,
      "the second message",
    );
    assert.deepEqual([...(again.buffers[0] ?? [])], [7, 8]);
    const closing = await kernel.send("shell", "comm_close", { comm_id: "c1", data: {} });
    await kernel.said(closing, "closed");
    await kernel.send("shell", "comm_open", { comm_id: "c2", target_name: "nobody", data: {} });
    await kernel.wait("iopub", (m) => m.type === "comm_close" && m.content.comm_id === "c2", "comm_close");
    const mine = await kernel.run(
      `const line = ${door}.openComm("front", { a: 1 }); line.send({ b: 2 }); line.close()`,
    );
    const kinds = mine.published.map(({ type }) => type).filter((type) => type.startsWith("comm"));
    assert.deepEqual(kinds, ["comm_open", "comm_msg", "comm_close"]);
  },
  "what cannot be sent is the cell's mistake": async (kernel) => {
    const ran = await kernel.run(
      `${door}.display({ data: { "application/json": { big: 1n } }, metadata: {}, transient: {} }, false)`,
    );
    assert.match(ran.stderr + errorText(ran), /does not fit into JSON/);
    await kernel.gives("2 + 2", "4");
  },
  "requests are answered between two cells, in order": async (kernel) => {
    const slow = await kernel.execute("await new Promise((r) => setTimeout(r, 300)); 'slow'");
    const [asked, cell] = [kernel.ask("kernel_info_request"), kernel.run("'after'")];
    assert.equal((await asked).status, "ok");
    assert.equal((await kernel.outcome(slow)).result, "'slow'");
    assert.equal((await cell).result, "'after'");
  },
  "functions give the text that was written": table([
    ["const twice = (x: number) => x * 2; twice.toString()", "'(x) => x * 2'"],
    [
      "let outside = 1; function grow() { return outside + 1; } String(grow)",
      "'function grow() { return outside + 1; }'",
    ],
  ]),
  "a cell that changes what the language stands on": async (kernel) => {
    for (const [code, told] of [
      ["Array.prototype.map = () => []", /Put back: Array\.prototype\.map/],
      ["(globalThis as any).setTimeout = () => 0", /Put back: setTimeout/],
      ["(globalThis as any).Promise = class {}", /Put back: Promise/],
      ["Promise.prototype.then = function () { return this; } as any", /Put back: Promise\.prototype\.then/],
      ["(Object.prototype as any).x = 1", /Taken away: Object\.prototype\.x/],
      ["JSON.stringify = () => 'no'", /JSON\.stringify/],
      ["console.log = () => {}", /^$/],
      ["(globalThis as any).console = { log() {} }", /^$/],
      ["Error.prepareStackTrace = () => { throw new Error('no'); }; Error.stackTraceLimit = 0", /^$/],
    ] as const) {
      assert.match((await kernel.run(code)).stderr, told, code);
      const ran = await kernel.run("console.log('printed'); await null; [3, 1].map((n) => n * 2)");
      assert.deepEqual([ran.stdout, ran.result], ["printed\n", "[ 6, 2 ]"], errorText(ran));
      assert.match(
        await kernel.fails("throw new TypeError('thrown')"),
        /TypeError: thrown\n +at Cell \[\d+\]/,
      );
    }
  },
  "errors of TypeScript that newcomers meet say what to do in a notebook": async (kernel) => {
    for (const [code, text] of [
      ["const x = 1;\nconst x = 2;", /TS2451: .*declares it twice/],
      ["return 5", /TS1108: .*leave return out/],
      ["function f() { await Promise.resolve() }", /TS1308: .*Write async/],
      ["const one = 1; one = 2", /TS2588: .*let/],
      ["document.title", /no page|do not see it/],
      ['fetch("x").json()', /TS2339: .*forget await/],
      ["%timeit 1 + 1", /console\.time/],
      ["%matplotlib inline\n1", /Leave the line out/],
      ["?console", /Shift\+Tab/],
    ] as const)
      assert.match(await kernel.fails(code), text, code);
    await kernel.run("const ready = false");
    await kernel.gives("!ready", "true");
  },
  "an interrupt stops what awaits, its timers too, and what it has computed stays, with types": async (
    kernel,
  ) => {
    const ran =
      await kernel.stopped(`let rounds = 0; let ticks = 0; const ticking = setInterval(() => ticks++, 10);
      console.log("go"); for (;;) { await new Promise((r) => setTimeout(r, 20)); rounds++; }`);
    assert.equal(ran.reply.ename, "Interrupted");
    await kernel.run("const before = [rounds, ticks].map(Number)");
    await kernel.gives("before[0]! > 0 && before[1]! > 0", "true");
    await delay(200);
    await kernel.gives("rounds === before[0] && ticks === before[1]", "true");
    assert.match(await kernel.fails("rounds.nothing"), /TS2339/);
  },
  "a promise that never settles does not hold the cell": async (kernel) => {
    assert.equal(
      (await kernel.stopped('console.log("go"); await new Promise(() => {});')).reply.ename,
      "Interrupted",
    );
    await kernel.gives("20 + 1", "21");
  },
  "an await in a called function is a cancellation point": async (kernel) => {
    await kernel.stopped(`let went = 0;
      async function work() { for (;;) { await new Promise((r) => setTimeout(r, 5)); went++; } }
      console.log("go"); await work();`);
    const { result } = await kernel.run("went");
    await delay(100);
    await kernel.gives("went", result);
  },
  "a loop that catches all that its await throws": async (kernel) => {
    await kernel.stopped(
      'console.log("go"); for (;;) { try { await new Promise((r) => setTimeout(r, 5)); } catch {} }',
    );
    await kernel.gives("20 + 1", "21");
  },
  "blocks of finally and using run, and may await": async (kernel) => {
    await kernel.run(`const said: string[] = [];
      const later = (word: string) => new Promise<void>((r) => setTimeout(() => { said.push(word); r(); }, 20));`);
    await kernel.stopped(`async function inside() { try { await new Promise(() => {}); } finally { for (const word of ["a", "b"]) await later(word); } }
      try { console.log("go"); await inside(); } finally { await later("outside"); }`);
    await kernel.gives("said.join()", "'a,b,outside'");
  },
  "what a cell makes of the stop is told with it": async (kernel) => {
    const ran = await kernel.stopped(`try { console.log("go"); await new Promise(() => {}); }
      catch (error) { throw new RangeError("gave up"); }`);
    assert.match(errorText(ran), /caused by: RangeError: gave up/);
  },
  "what earlier cells have left running goes on": async (kernel) => {
    await kernel.run(`let beats = 0; const beat = setInterval(() => beats++, 5);
      let turns = 0; const turning = (async () => { for (;;) { await new Promise((r) => setTimeout(r, 5)); turns++; } })(); 0`);
    await kernel.stopped('console.log("go"); await new Promise(() => {});');
    await kernel.run("const [b, t] = [beats, turns]");
    await delay(100);
    await kernel.gives("beats > b && turns > t", "true");
    await kernel.run("clearInterval(beat)");
  },
  "five interrupts in a row, and interrupts while idle, do no harm": async (kernel) => {
    const id = await kernel.execute(
      'console.log("go"); for (;;) await new Promise((r) => setTimeout(r, 5));',
    );
    await kernel.said(id, "go");
    for (let n = 0; n < 5; n++) await kernel.interrupt();
    assert.equal((await kernel.outcome(id)).reply.status, "error");
    for (let n = 0; n < 5; n++) await kernel.interrupt();
    await delay(300);
    await kernel.gives("20 + 1", "21");
  },
  "an interrupt withdraws a question to the reader": async (kernel) => {
    const id = await kernel.execute('await input("? ")', { allow_stdin: true });
    await kernel.wait("stdin", ({ parent }) => parent.msg_id === id, "input_request");
    await kernel.interrupt();
    assert.equal((await kernel.outcome(id)).reply.status, "error");
    await kernel.gives("20 + 1", "21");
  },
  "an interrupted cell aborts the cells that wait": async (kernel) => {
    const id = await kernel.execute('console.log("go"); await new Promise(() => {});');
    const next = await kernel.execute('console.log("next")');
    await kernel.said(id, "go");
    await kernel.interrupt();
    assert.equal((await kernel.outcome(id)).reply.status, "error");
    assert.equal((await kernel.outcome(next)).reply.status, "aborted");
  },
  "an interrupt between cells ends the timers that are left, and the next cell runs": async (kernel) => {
    await kernel.run("let left = 0; const leaving = setInterval(() => left++, 5); 0");
    await delay(50);
    await kernel.interrupt();
    await delay(100);
    const { result } = await kernel.run("left");
    await delay(50);
    await kernel.gives("left", result);
    await kernel.gives("await new Promise((r) => setTimeout(() => r(7), 20))", "7");
  },
  "top-level code runs about as fast as code in a function": async (kernel) => {
    const loop = "let s = 0; for (let i = 0; i < 10_000_000; i++) s += i % 7;";
    const time = async (code: string): Promise<number> => {
      const best = [];
      for (let round = 0; round < 3; round++) best.push(Number((await kernel.run(code)).result));
      return Math.min(...best);
    };
    const inside = await time(
      `(() => { const t = performance.now(); ${loop} return performance.now() - t; })()`,
    );
    const outside = await time(`const began = performance.now(); ${loop} performance.now() - began`);
    assert.ok(outside < 5 * inside, `${outside} ms against ${inside} ms`);
  },
};
