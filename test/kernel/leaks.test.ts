// What one cell leaves behind for the next: put right at its end, or kept as docs/kernel.md says.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { errorText, Program } from "./program.js";

let kernel: Program;
before(async () => {
  kernel = await Program.start();
});
after(() => kernel.close());

/** The cell, and what the next one prints and shows; `next` is a plain line unless it is given. */
const rows: [code: string, stdout: string, next?: string, result?: string][] = [
  ["console.group('a'); console.group('b')", "line\n"],
  ["console.group('a'); throw new Error('between')", "line\n"],
  ["console.group('a'); await new Promise((r) => setTimeout(r, 5)); null!.x", "line\n"],
  ["console.log = (...all: unknown[]) => {}", "line\n"],
  ["const write = process.stdout.write; process.stdout.write = () => true; throw new Error('x')", "line\n"],
  ["process.stderr.write = process.stdout.write; console.error = console.log", "line\n"],
  ["process.chdir('/')", "", "process.cwd()", "'/'"],
  ["process.env.MINE = 'kept'", "", "process.env.MINE", "'kept'"],
  ["(Array.prototype as any).mine = () => 'kept'", "", "([] as any).mine()", "'kept'"],
  ["globalThis.fetch = (async () => 'mine') as any", "", "String(await fetch('x'))", "'mine'"],
  ["process.exitCode = 3", "line\n"],
];
for (const [code, stdout, next = "console.log('line')", result] of rows) {
  test(`after ${code}`, async () => {
    await kernel.run(code);
    const ran = await kernel.run(next);
    assert.deepEqual([ran.stdout, ran.stderr, ran.result], [stdout, "", result], errorText(ran));
  });
}

test("timers run on, and what they print goes to their own cell", async () => {
  const { id } = await kernel.run("const beat = setInterval(() => console.log('beat'), 10); 0");
  await delay(60);
  const { stdout } = await kernel.run("console.log('line'); clearInterval(beat)");
  assert.equal(stdout, "line\n");
  await kernel.heard(id, "beat");
});

test("a function of an older cell sees the newest value of a name of another cell, and its own cell's names as they are", async () => {
  await kernel.run("let rate = 1; const own = () => rate;");
  await kernel.run("const other = () => rate; class Shape { n = 1 }");
  await kernel.run("const make = () => new Shape().n");
  await kernel.run("let rate = 2; class Shape { n = 2 }");
  assert.equal((await kernel.run("[own(), other(), make()].join()")).result, "'1,2,2'");
  await kernel.run("rate = 3");
  assert.equal((await kernel.run("[own(), other()].join()")).result, "'1,3'");
});
