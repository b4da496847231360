import assert from "node:assert/strict";
import { test } from "node:test";
import * as arithmetic from "../../src/arithmetic/index.js";
import * as charts from "../../src/charts/index.js";
import * as convlab from "../../src/index.js";
import * as lessons from "../../src/lessons/index.js";
import { run, typeFaults } from "./exampleRuns.js";
import { examplesIn } from "./examples.js";
import { difference, readValue } from "./exampleValues.js";
import { filesUnder, read } from "./files.js";

const modules = {
  convlab,
  "convlab/arithmetic": arithmetic,
  "convlab/charts": charts,
  "convlab/lessons": lessons,
};

const examples = filesUnder("src", ".ts")
  .filter((path) => !path.startsWith("src/kernel/"))
  .flatMap((path) => examplesIn(path, read(path)));

test("the examples are strict TypeScript without a fault", () => {
  assert.ok(examples.length > 100, "src/ was found");
  const faults = typeFaults(examples);
  assert.deepEqual(
    examples.flatMap(({ path, name }, index) =>
      (faults[index] ?? []).map((fault) => `${path} ${name}: ${fault}`),
    ),
    [],
  );
});

for (const example of examples) {
  test(`the example of ${example.path} ${example.name} runs, and its values are true`, async (t) => {
    t.mock.method(console, "log", () => {}); // some show what they made
    try {
      assert.deepEqual(await run(example, modules), []);
    } catch (error) {
      // Weights and photographs come from the network, once.
      if (!/out of reach/.test(String(error))) throw error;
      t.skip("no network: what it needs cannot be fetched");
    }
  });
}

test("examplesIn(path, source) takes each once, with the name it belongs to", () => {
  const source = `
    /**
     * One. @example f(1) // 1
     * @example
     * const two = f(2);
     * two // 2
     */
    export function f(x: number) { return x; }
    /** @example g // 3 */
    export const g = 3;
    export interface H {
      /** @example 4 */
      i(): void;
    }`;
  assert.deepEqual(examplesIn("a.ts", source), [
    { path: "a.ts", name: "f", source: "f(1) // 1" },
    { path: "a.ts", name: "f", source: "const two = f(2);\ntwo // 2" },
    { path: "a.ts", name: "g", source: "g // 3" },
    { path: "a.ts", name: "i", source: "4" },
  ]);
});

test("run(example) tells a wrong value, an unknown name and an error", async () => {
  const ran = (source: string) => run({ path: "src/arithmetic/matrix.ts", name: "a", source }, modules);
  assert.deepEqual(await ran("mean([1, 2, 6]) // 3"), []);
  assert.deepEqual(await ran("mean([1, 2, 6]) // 4"), ["mean([1, 2, 6]): it is 3, the comment says 4"]);
  assert.deepEqual(await ran("const a = mean([4]);\na // 4\nmean([a, 6])\n// 5"), []);
  assert.equal((await ran("const a = mean([4]);\na // 5\nmean([a, 6])\n// 6")).length, 2);
  assert.deepEqual(await ran('import { mean } from "convlab/arithmetic";\nmean([3]) // 3'), []);
  assert.deepEqual(await ran("const mean = (x: number[]) => x.length;\nmean([5]) // 1"), []);
  assert.deepEqual(await ran('sizeOf([[1, 2]], "see", "it") // { height: 1, width: 2 }'), []); // of the file it is in
  await assert.rejects(ran("take(digits, 0, 1)"), /digits is not defined/);
  await assert.rejects(ran("mean([]) // 3"), /Cannot take the mean/);
  await assert.rejects(ran("mean([3]) // 3x3"), /Cannot read the value/);
});

test("typeFaults(examples) tells an unknown name and a wrong type, of each its own", () => {
  const sources = ["take(digits, 0, 1)", "mean([1]) // 1", 'const a: number = "1";', "mean(1)"];
  const faults = typeFaults(
    sources.map((source) => ({ path: "src/arithmetic/matrix.ts", name: "a", source })),
  );
  assert.match(faults[0]?.join() ?? "", /Cannot find name 'digits'/);
  assert.deepEqual(faults[1], []);
  assert.match(faults[2]?.join() ?? "", /not assignable to type 'number'/);
  assert.match(faults[3]?.join() ?? "", /not assignable/);
});

test("difference(actual, value) compares numbers up to their decimals, and leaves open what … stands for", () => {
  const same: [actual: unknown, comment: string][] = [
    [24, "24"],
    [24, "24 pixels"],
    [[3, 2], '[3, 2]: "one" before "seven"'],
    [0.03857421875, "0.0386: a split of 2 to 10 is rare by chance"],
    [1 / 3, "2 / 6"],
    [-0.5, "-0.50"],
    [Uint8Array.of(1, 2), "[1, 2]"],
    [Uint8Array.of(1, 2, 3), "[1, …]"],
    [{ a: 1, b: [true, null] }, "{ a: 1, b: [true, null] }"],
    [{ a: 1, b: undefined }, "{ a: 1 }"],
    [{ a: 1, b: 2 }, "{ a: 1, … }"],
    ["a: b, …", '"a: b, …": text'],
    ["a longer text", '"a long…"'],
    [undefined, "undefined"],
    [Number.NaN, "NaN"],
  ];
  for (const [actual, comment] of same)
    assert.equal(difference(actual, readValue(comment)), undefined, comment);
  const other: [actual: unknown, comment: string][] = [
    [24.1, "24"],
    [0.0392, "0.0386"],
    ["24", "24"],
    [[3, 2, 1], "[3, 2]"],
    [[3], "[3, 2, …]"],
    [{ a: 1, b: 2 }, "{ a: 1 }"],
    [{ a: 1 }, "{ a: 1, b: 2 }"],
    ["a", '"b"'],
    [null, "undefined"],
    [0.4, "2 / 6"],
  ];
  for (const [actual, comment] of other)
    assert.notEqual(difference(actual, readValue(comment)), undefined, comment);
});
