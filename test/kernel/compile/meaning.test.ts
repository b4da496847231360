import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { Notebook } from "../notebook.js";
import { type Program, programs } from "./programs.js";

const folder = mkdtempSync(join(tmpdir(), "meaning-"));
after(() => {
  rmSync(folder, { recursive: true });
});

const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
const shared = new Notebook(folder);
/** A cell with eval makes a notebook careful for good: such programs share one, and every eighth gets a new one. */
let careful = new Notebook(folder);
let carefully = 0;
let count = 0;

/** Runs a program and returns what it logs. */
async function logged(run: () => unknown): Promise<unknown[]> {
  const lines: unknown[] = [];
  (globalThis as { log?: unknown }).log = (value: unknown) => {
    lines.push(typeof value === "object" ? JSON.stringify(value) : String(value));
  };
  try {
    await run();
  } catch (error) {
    lines.push(`thrown: ${error}`);
  }
  return lines;
}

/** The same program as cells and as one plain script, and whether any loop worked on copies. */
async function compare({ cells, evaluates }: Program): Promise<boolean> {
  if (evaluates && carefully++ % 8 === 0) careful = new Notebook(folder);
  const notebook = evaluates ? careful : shared;
  const suffix = `_${count++}`;
  const mine = cells.map((cell) => cell.replace(/\b([a-zA-Z]\w*)_\b/g, `$1${suffix}`));
  let copied = false;
  const asCells = await logged(async () => {
    for (const cell of mine) {
      await notebook.run(cell);
      copied ||= notebook.code.includes("__k = 1");
    }
  });
  const script = mine.join("\n").replace(/: any(?:\[\])?| as any/g, "");
  const asScript = await logged(new AsyncFunction(script) as () => unknown);
  assert.deepEqual(asCells, asScript, mine.join("\n--\n"));
  return copied;
}

test("compile(source): random programs mean the same as cells and as one script", async () => {
  let copied = 0;
  await fc.assert(
    fc.asyncProperty(programs, async (program) => {
      if (await compare(program)) copied++;
    }),
    {
      numRuns: 200,
      includeErrorInReport: true,
      ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}),
    },
  );
  // Otherwise the programs would not try what this is about.
  assert.ok(copied > 40, `${copied} of 200 programs held a loop that works on copies`);
});
