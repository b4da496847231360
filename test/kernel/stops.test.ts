// The stop button, as a table: where the code stands, where it was declared, and what it waits for.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { errorText, Program, type Ran } from "./program.js";

let kernel: Program;
before(async () => {
  kernel = await Program.start();
});
after(() => kernel.close());

/** In milliseconds: a cell that was told to stop has ended by then. */
const soon = 2000;

/** Starts a cell that prints `go` once it is under way, and interrupts it. */
async function stopped(code: string): Promise<Ran> {
  const id = await kernel.client.execute(code);
  await kernel.heard(id, "go");
  await delay(60);
  const began = performance.now();
  await kernel.interrupt();
  const ran = await kernel.outcome(id);
  const took = performance.now() - began;
  assert.equal(ran.reply.status, "error");
  assert.equal(ran.reply.ename, "Interrupted", errorText(ran));
  const errors = kernel.client.heard.iopub.filter(
    ({ type, parent }) => type === "error" && parent.msg_id === id,
  );
  assert.equal(errors.length, 1, "one error is shown");
  assert.ok(took < soon, `it took ${Math.round(took)} ms`);
  return ran;
}

async function gives(code: string, result: string): Promise<void> {
  const ran = await kernel.run(code);
  assert.equal(ran.result, result, errorText(ran));
}

const waits: Record<string, string> = {
  "a timer": "await new Promise((r) => setTimeout(r, 1e6));",
  "a promise that never settles": "await new Promise(() => {});",
  "a timer that is a promise": 'await require("node:timers/promises").setTimeout(1e6);',
  "promises of files": 'for (;;) await require("node:fs/promises").stat(".");',
  "a stream": 'for await (const piece of new (require("node:stream").PassThrough)()) piece;',
  "a busy loop": "for (;;);",
  "Atomics.wait": "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);",
  "a process":
    'await new Promise((r) => require("node:child_process").spawn("sleep", ["100"]).on("exit", r));',
  "a process that blocks": 'require("node:child_process").execSync("sleep 100; sleep 100");',
  "a loop that catches all": "for (;;) { try { await new Promise((r) => setTimeout(r, 5)); } catch {} }",
  "a busy loop that catches all": "for (;;) { try { for (;;); } catch {} }",
  "a loop of promises that catches all": "for (;;) { try { await null; } catch {} }",
};

interface Where {
  /** Declares `name`, whose body is `body`; a call with false gives "free". */
  declare(name: string, body: string): string;
  call(name: string, hold: boolean): string;
}

const plainCall = (name: string, hold: boolean): string => `await ${name}(${hold})`;
const wheres: Record<string, Where> = {
  "a function": {
    declare: (name, body) => `async function ${name}(hold: boolean) { if (hold) { ${body} } return "free"; }`,
    call: plainCall,
  },
  "an arrow": {
    declare: (name, body) =>
      `const ${name} = async (hold: boolean) => { await null; if (hold) { ${body} } return "free"; };`,
    call: plainCall,
  },
  "a method": {
    declare: (name, body) =>
      `class ${name} { async run(hold: boolean) { if (hold) { ${body} } return "free"; } }`,
    call: (name, hold) => `await new ${name}().run(${hold})`,
  },
  "an async generator": {
    declare: (name, body) => `async function* ${name}(hold: boolean) { if (hold) { ${body} } yield "free"; }`,
    call: (name, hold) => `(await ${name}(${hold}).next()).value`,
  },
  "a callback of a timer": {
    declare: (name, body) => `function ${name}(hold: boolean) {
      return new Promise((r, f) => setTimeout(() => (async () => { if (hold) { ${body} } return "free"; })().then(r, f), 1)); }`,
    call: plainCall,
  },
  "an event handler": {
    declare: (name, body) => `function ${name}(hold: boolean) {
      const emitter = new (require("node:events").EventEmitter)();
      return new Promise((r, f) => {
        emitter.on("x", async () => { try { if (hold) { ${body} } r("free"); } catch (error) { f(error); } });
        setImmediate(() => emitter.emit("x")); }); }`,
    call: plainCall,
  },
  "a nested call": {
    declare: (name, body) => `async function in${name}(hold: boolean) { if (hold) { ${body} } return "free"; }
      async function ${name}(hold: boolean) { return await in${name}(hold); }`,
    call: plainCall,
  },
};

type Declared = "the same cell" | "an earlier cell" | "a local module";
let count = 0;

async function tryRow(where: Where, declared: Declared, body: string): Promise<void> {
  const name = `F${++count}`;
  const declaration = where.declare(name, body);
  if (declared === "an earlier cell") assert.equal((await kernel.run(declaration)).reply.status, "ok");
  if (declared === "a local module") {
    kernel.write(`${name}.ts`, `${declaration}\nexport { ${name} };\n`);
    await kernel.run(`import { ${name} } from "./${name}";`);
  }
  await stopped(`${declared === "the same cell" ? declaration : ""}
    let kept${count} = ${count}; console.log("go"); ${where.call(name, true)}`);
  await gives("20 + 1", "21");
  await gives(where.call(name, false), "'free'");
  await gives(`kept${count}`, String(count));
}

const everywhere: Declared[] = ["the same cell", "an earlier cell", "a local module"];
for (const [what, body] of Object.entries(waits)) {
  test(`at the top level: ${what}`, async () => {
    await stopped(`let top${++count} = ${count}; console.log("go"); ${body}`);
    await gives(`top${count}`, String(count));
  });
  for (const declared of everywhere) {
    // A file of one's own is run as it stands: an await there is seen by the one who awaits the function, only.
    if (declared === "a local module" && what === "a loop of promises that catches all") continue;
    test(`in a function of ${declared}: ${what}`, () =>
      tryRow(wheres["a function"] as Where, declared, body));
  }
}
for (const [place, where] of Object.entries(wheres).slice(1)) {
  for (const declared of everywhere) {
    for (const what of ["a timer", "a busy loop"]) {
      test(`in ${place} of ${declared}: ${what}`, () => tryRow(where, declared, String(waits[what])));
    }
  }
}

test("in a generator: a busy loop", async () => {
  await stopped(
    'function* g(hold: boolean) { if (hold) for (;;); yield 1; } console.log("go"); [...g(true)]',
  );
  await gives("[...g(false)]", "[ 1 ]");
});

test("a function of a stopped cell lives on, however often it is called, with its timers and its methods", async () => {
  await stopped(`const pausing = async (n: number) => { await new Promise((r) => setTimeout(r, 2)); return n + 1; };
    class Adder { async add(n: number) { return await pausing(n); } }
    const numbers = async function* () { for (let n = 0; n < 3; n++) yield await pausing(n); };
    console.log("go"); await new Promise(() => {});`);
  for (let n = 0; n < 6; n++) await gives(`await pausing(${n})`, String(n + 1));
  await gives(
    "let sum = 0; for await (const n of numbers()) sum += n; sum + (await new Adder().add(1))",
    "8",
  );
});

test("a helper of an earlier cell ends with the cell that awaits it, and works for the next one", async () => {
  await kernel.run(`let went = 0; const nap = (ms: number) => new Promise((r) => setTimeout(r, ms));
    async function help() { for (;;) { await nap(5); went++; } }`);
  await stopped('console.log("go"); await help();');
  const { result } = await kernel.run("went");
  await delay(60);
  await gives("went", String(result));
  await stopped('console.log("go"); await help();');
});

test("what earlier cells have left running goes on", async () => {
  await kernel.run(`let beats = 0; const beat = setInterval(() => { for (let n = 0; n < 1000; n++) beats++; }, 5);
    let rounds = 0; async function round() { for (;;) { await new Promise((r) => setTimeout(r, 5)); rounds++; } }
    const turning = round(); 0`);
  await stopped('console.log("go"); await new Promise(() => {});');
  const before = (await kernel.run("[beats, rounds].join()")).result;
  await delay(60);
  await gives(`const [b, r] = ${before}.split(",").map(Number); beats > b! && rounds > r!`, "true");
  await kernel.run("clearInterval(beat)");
});

test("an earlier cell's work that the stopped cell awaits goes on", async () => {
  await kernel.run("const slow = new Promise<string>((r) => setTimeout(() => r('there'), 1500)); 0");
  await stopped('console.log("go"); await slow;');
  await gives("await slow", "'there'");
});

test("a server of a stopped cell still answers", async () => {
  await stopped(`const server = require("node:http").createServer(async (_: any, answer: any) => {
      await new Promise((r) => setTimeout(r, 2)); answer.end("here"); }).listen(0);
    console.log("go"); await new Promise(() => {});`);
  for (let n = 0; n < 5; n++)
    await gives("await (await fetch('http://127.0.0.1:' + server.address().port)).text()", "'here'");
  await kernel.run("server.close()");
});

test("blocks of finally and using run, and may await", async () => {
  await kernel.run(`const said: string[] = [];
    const later = (word: string) => new Promise<void>((r) => setTimeout(() => { said.push(word); r(); }, 20));
    class Door { async [Symbol.asyncDispose]() { await later("closed"); } }`);
  await stopped(`async function inside() { try { await new Promise(() => {}); } finally { for (const word of ["a", "b"]) await later(word); } }
    await using door = new Door();
    try { console.log("go"); await inside(); } finally { await later("outside"); }`);
  await gives("said.join()", "'a,b,outside,closed'");
  await stopped('try { console.log("go"); for (;;); } finally { said.push("loop"); }');
  await gives("said.at(-1)", "'loop'");
});

test("several waits at a time end in one error, and no loop of theirs goes on", async () => {
  await stopped(`let steps = 0; const step = async () => { for (;;) { try { await new Promise((r) => setTimeout(r, 3)); steps++; } catch {} } };
    const loose = [step(), step()]; console.log("go"); await Promise.all([step(), step(), new Promise(() => {})]);`);
  const { result } = await kernel.run("steps");
  await delay(60);
  await gives("steps", String(result));
});

test("what a cell makes of the stop is told with it", async () => {
  const ran = await stopped(`try { console.log("go"); await new Promise(() => {}); }
    catch (error) { throw new RangeError("gave up"); }`);
  assert.match(errorText(ran), /caused by: RangeError: gave up/);
});

test("a second interrupt ends the time to tidy up", async () => {
  const id =
    await kernel.client.execute(`let tidied = 0; try { console.log("go"); await new Promise(() => {}); }
    finally { for (;;) { await new Promise((r) => setTimeout(r, 10)); tidied++; } }`);
  await kernel.heard(id, "go");
  await kernel.interrupt();
  await delay(200);
  const began = performance.now();
  await kernel.interrupt();
  assert.equal((await kernel.outcome(id)).reply.ename, "Interrupted");
  assert.ok(performance.now() - began < 900);
});

test("an interrupt of a cell that waits in the queue leaves none behind for the next one", async () => {
  const first = await kernel.client.execute(
    'console.log("go"); await new Promise((r) => setTimeout(r, 1e6))',
  );
  const second = await kernel.client.execute("'second'");
  await kernel.heard(first, "go");
  await kernel.interrupt();
  assert.equal((await kernel.outcome(first)).reply.status, "error");
  assert.equal((await kernel.outcome(second)).reply.status, "aborted");
  await gives("'third'", "'third'");
});

test("an interrupt between cells ends the timers that are left, and the next cell runs", async () => {
  await kernel.run("let ticks = 0; const ticking = setInterval(() => ticks++, 5); 0");
  await delay(50);
  await kernel.interrupt();
  await delay(100);
  const { result } = await kernel.run("ticks");
  await delay(50);
  await gives("ticks", String(result));
  await gives("await new Promise((r) => setTimeout(() => r(7), 20))", "7");
});
