import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, describe, test } from "node:test";
import { addMissingLessons, followNumbers, restoreLesson } from "../../scripts/copies.mjs";
import { newEditions } from "../../scripts/start/newEditions.mjs";

let root = "";
beforeEach(() => {
  if (root) rmSync(root, { recursive: true });
  root = mkdtempSync(join(tmpdir(), "editions-"));
  mkdirSync(join(root, "notebooks"));
  publish("06-mnist-cnn.ipynb", "first");
});
after(() => rmSync(root, { recursive: true }));

const output = { output_type: "stream", name: "stdout", text: "42" };
const notebook = (word: string, outputs: readonly object[] = [output]) => ({
  cells: [
    { cell_type: "markdown", metadata: {}, source: [`${word}: [all](../README.md), [how](../docs/how.md)`] },
    { cell_type: "code", metadata: {}, source: ["6 * 7"], execution_count: 1, outputs },
  ],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});
const publish = (name: string, word: string) =>
  writeFileSync(join(root, "notebooks", name), JSON.stringify(notebook(word)));
const work = (name = "06-mnist-cnn.ipynb") => join(root, "work", name);
const told = () => newEditions(root, join(root, "work"));

/** The reader does something with a copy and saves it. */
function edit(change: (copy: ReturnType<typeof notebook>) => void, name?: string): void {
  const copy = JSON.parse(readFileSync(work(name), "utf8"));
  change(copy);
  writeFileSync(work(name), JSON.stringify(copy));
}
const run = () => edit(({ cells }) => Object.assign(cells[1] as object, { outputs: [output] }));
const write = () => edit(({ cells }) => Object.assign(cells[1] as object, { source: ["6 * 8"] }));
/** A copy of the time before copies had marks: the file as it was, outputs and all. */
const copyOfOld = (word: string) => {
  mkdirSync(join(root, "work"));
  writeFileSync(work(), JSON.stringify(notebook(word)));
};
const improve = () => publish("06-mnist-cnn.ipynb", "second");

describe("newEditions(root, folder)", () => {
  const cases: Record<string, { does: readonly (() => unknown)[]; tells: boolean }> = {
    "a fresh folder": { does: [copied], tells: false },
    "a copy that was run": { does: [copied, run], tells: false },
    "a copy that the reader changed": { does: [copied, write], tells: false },
    "a lesson that we changed": { does: [copied, improve], tells: true },
    "a lesson that we changed, and a copy that was run": { does: [copied, run, improve], tells: true },
    "a lesson that both changed": { does: [copied, write, improve], tells: true },
    "an old copy without a mark, of what is there now": { does: [() => copyOfOld("first")], tells: false },
    "an old copy without a mark, of something else": { does: [() => copyOfOld("before")], tells: true },
    "the new one stands beside it already": { does: [copied, improve, restored], tells: false },
    "what stands beside it is old as well": { does: [copied, restored, improve], tells: true },
    "a copy that was thrown away": { does: [copied, improve, () => rmSync(work())], tells: false },
    ...Object.fromEntries(
      ["mine", "null", '{"cells":[null],"metadata":{}}', '{"cells":[{}],"metadata":{}}', '{"cells":[]}'].map(
        (text) => [
          `a file that is no notebook, ${text}`,
          { does: [copied, improve, () => writeFileSync(work(), text)], tells: false },
        ],
      ),
    ),
  };
  for (const [name, { does, tells }] of Object.entries(cases)) {
    test(`${name}: ${tells ? "told, once" : "nothing to tell"}`, () => {
      for (const step of does) step();
      const before = existsSync(work()) && readFileSync(work());
      assert.deepEqual(told(), tells ? ["06"] : []);
      assert.deepEqual(told(), [], "once");
      assert.deepEqual(existsSync(work()) && readFileSync(work()), before, "no copy is touched");
    });
  }

  test("each further edition is told again, under the lesson's number of that day", () => {
    copied();
    improve();
    assert.deepEqual(told(), ["06"]);
    rmSync(join(root, "notebooks", "06-mnist-cnn.ipynb"));
    publish("07-mnist-cnn.ipynb", "second");
    assert.equal(followNumbers(root, join(root, "work")).length, 1);
    assert.deepEqual(told(), [], "the same edition under another number");
    publish("07-mnist-cnn.ipynb", "third");
    assert.deepEqual(told(), ["07"]);
  });

  test("there is nothing to tell where there is no folder yet", () => assert.deepEqual(told(), []));
});

function copied(): void {
  addMissingLessons(root, join(root, "work"));
}
function restored(): void {
  restoreLesson(root, "06", join(root, "work"));
}
