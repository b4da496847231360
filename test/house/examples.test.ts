import assert from "node:assert/strict";
import { test } from "node:test";
import * as arithmetic from "../../src/arithmetic/index.js";
import * as charts from "../../src/charts/index.js";
import * as convlab from "../../src/index.js";
import * as lessons from "../../src/lessons/index.js";
import { type Example, entries, examplesIn, run, typeFaults } from "./examples.js";
import { difference, readValue } from "./exampleValues.js";
import { filesUnder, read } from "./files.js";
import { exportedValues } from "./layers.js";

const modules = {
  convlab,
  "convlab/arithmetic": arithmetic,
  "convlab/charts": charts,
  "convlab/lessons": lessons,
};

const examples = filesUnder("src", ".ts")
  .filter((path) => !path.startsWith("src/kernel/"))
  .flatMap((path) => examplesIn(path, read(path)));

const quiet = async <T>(work: () => Promise<T>): Promise<T> => {
  const { log } = console;
  console.log = () => {};
  try {
    return await work();
  } finally {
    console.log = log;
  }
};

test("the examples are TypeScript with no fault, strictly read", () => {
  const faults = typeFaults(examples);
  assert.deepEqual(
    examples.flatMap(({ name }, index) => (faults[index] ?? []).map((fault) => `${name}: ${fault}`)),
    [],
  );
});

for (const example of examples) {
  test(`the example of ${example.name} runs, and its values are true`, async () => {
    assert.deepEqual(await quiet(() => run(example, modules)), []);
  });
}
