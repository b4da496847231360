// What a kernel in a page does that one in Node does not, or does otherwise.
import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import type { KernelInPage } from "./inPage.js";
import { errorText } from "./testKernel.js";

type Case = (kernel: KernelInPage) => Promise<void>;

/** Cells that want what a page has not, and what they are told. */
const refused: [code: string, sentence: RegExp][] = [
  ['import fs from "node:fs"', /Cannot import "node:fs": it is a part of Node/],
  ['import * as path from "path"', /Cannot import "path": it is a part of Node/],
  ['import _ from "lodash"', /Cannot import "lodash": packages from npm cannot be loaded/],
  ['import { help } from "./help"', /Cannot import "\.\/help": in a browser a notebook cannot import files/],
  ['import x from "https://esm.sh/lodash"', /Cannot import .*nothing is loaded from other addresses/],
  ['import x from "npm:lodash"', /packages from npm cannot be loaded/],
  ['import { x } from "convlab/nothing"', /Cannot import "convlab\/nothing": the package has no such entry/],
  ['await import("node:fs")', /Cannot import "node:fs"/],
  ['const name = "node:" + "os"; await import(name)', /Error: Cannot import "node:os": it is a part of Node/],
  ['const fs = require("fs")', /Cannot use require: it is a part of Node.*Write: import/],
  ["process.exit(1)", /Cannot use process: it is a part of Node/],
  ['Buffer.from("a")', /Cannot use Buffer: .*Uint8Array/],
  ["setImmediate(() => 1)", /Cannot use setImmediate: .*setTimeout/],
  ["__dirname", /Cannot use __dirname/],
  ["localStorage.length", /Cells run beside the page and do not see it/],
  ["!ls", /In a browser no commands can be run/],
  ["%%bash\nls", /In a browser no commands can be run/],
  ["!npm install d3", /In a browser no packages can be installed/],
  ["%install d3", /In a browser no packages can be installed/],
  ["%cd data", /In a browser there are no folders/],
];

export const pageCases: Record<string, Case> = {
  "what a page has not is told in a sentence": async (kernel) => {
    for (const [code, sentence] of refused) assert.match(await kernel.fails(code), sentence, code);
  },
  "import.meta is that of the notebook": (kernel) =>
    kernel.gives(
      "[import.meta.url, import.meta.filename].join()",
      "'file:///course/03.ipynb,/course/03.ipynb'",
    ),
  "what the library asks of the reader's files goes to the page and back": async (kernel) => {
    await kernel.run('const files = (globalThis as any)[Symbol.for("convlab.files")]');
    await kernel.gives('new TextDecoder().decode(await files.read("words.txt"))', "'some words'");
    await kernel.gives('await files.write("b.txt", new TextEncoder().encode("more"))', undefined);
    await kernel.gives("(await files.list('')).map(({ name }: any) => name).join()", "'words.txt,b.txt'");
    await kernel.gives("String(await files.read('none'))", "'undefined'");
  },
  "who listens for the stop ends its work in its own way": async (kernel) => {
    // Code of a library, which meets an interrupt nowhere by itself.
    await kernel.run(`const training = Function(\`return (async () => {
      const target = globalThis[Symbol.for("convlab.interrupt")];
      let stop = false; target.addEventListener("interrupt", () => { stop = true; });
      for (let batch = 0; ; batch++) { if (stop) return "after a whole batch"; await new Promise((r) => setTimeout(r, 20)); }
    })()\`);
      let made = "";`);
    const ran = await kernel.stopped(
      'console.log("go"); training().then((end: string) => { made = end; }); await new Promise(() => {})',
    );
    assert.equal(ran.reply.ename, "Interrupted");
    await kernel.gives("made", "'after a whole batch'");
  },
  "errors of scripts of other engines are read too": async (kernel) => {
    const ran = await kernel.run(`const foreign = new Error("elsewhere");
      Object.defineProperty(foreign, "stack", { value: "inner@cell-1.ts:2:3\\n@cell-2.ts:1:1\\n" }); throw foreign`);
    assert.equal(ran.reply.ename, "Error");
  },
  "a restart forgets all; two notebooks have a worker each": async (kernel) => {
    await kernel.run("const mine = 1");
    const other = await kernel.page.evaluate(async () => {
      const { newKernel } = globalThis as unknown as {
        newKernel(): { ready: Promise<void>; dispose(): void };
      };
      const second = newKernel();
      await second.ready;
      second.dispose();
      return true;
    });
    assert.ok(other);
    await kernel.gives("mine", "1");
    while (kernel.page.workers().length > 1) await delay(20);
    await kernel.restart();
    assert.match(await kernel.fails("mine"), /TS2304/);
    await kernel.gives("20 + 1", "21");
  },
};

/** In milliseconds; a loaded machine gets a margin. */
const soon = 15_000;

/** Where the page shares no memory with its workers. */
export const plainCases: Record<string, Case> = {
  "code that never listens is ended with its worker, the reader is told, and the kernel goes on": async (
    kernel,
  ) => {
    await kernel.run("const before = 1");
    const ran = await kernel.stopped('console.log("go"); for (;;);');
    assert.ok(ran.took < soon, `${ran.took} ms`);
    assert.match(
      errorText(ran),
      /did not listen to the stop.*All names of this notebook are gone.*run the cells again from the top/,
    );
    assert.equal(ran.stdout, "go\n");
    assert.match(await kernel.fails("before"), /TS2304/);
    await kernel.gives("const after = 20 + 1; after", "21");
    while (kernel.page.workers().length > 1) await delay(20);
  },
  "code that listens now and then is given its time": async (kernel) => {
    await kernel.run("const kept = 5");
    const ran =
      await kernel.stopped(`const busy = (ms: number) => { const end = performance.now() + ms; while (performance.now() < end) {} };
      for (let n = 0; n < 100; n++) { if (n === 1) console.log("go"); busy(2600); await new Promise((r) => setTimeout(r, 1)); }`);
    assert.equal(ran.reply.ename, "Interrupted", errorText(ran));
    await kernel.gives("kept", "5");
  },
};

/** Where it does. */
export const isolatedCases: Record<string, Case> = {
  "a loop that never yields is stopped, and all names stay": async (kernel) => {
    await kernel.run("const before = 1");
    for (const code of [
      "for (;;);",
      "let n = 0; while (true) n++;",
      "const f = () => { for (;;); }; f();",
      "for (;;) { try { for (;;); } finally { } }",
      "await null; for (;;);",
      "[1].map(() => { for (;;); });",
    ]) {
      const ran = await kernel.stopped(`console.log("go"); ${code}`);
      assert.equal(ran.reply.ename, "Interrupted", errorText(ran));
      assert.ok(ran.took < soon, `${ran.took} ms`);
    }
    await kernel.gives("before", "1");
  },
  "code without a place to look is ended with its worker": async (kernel) => {
    const ran = await kernel.stopped('console.log("go"); /(a+)+b/.test("a".repeat(40));');
    assert.match(errorText(ran), /All names of this notebook are gone/);
    await delay(10);
    await kernel.gives("20 + 1", "21");
  },
};
