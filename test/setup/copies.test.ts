import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { lessonCopy, lessonFiles, readLesson } from "../../scripts/lessonNotebooks.mjs";
import { checkout, load } from "./copy.js";

interface Copies {
  addMissingLessons(root: string): string[];
  followNumbers(root: string): string[];
  restoreLesson(root: string, lesson: string): string;
}

let copies: Copies;
let root = "";
before(async () => {
  copies = await load<Copies>("copies.mjs");
});
beforeEach(() => {
  if (root) rmSync(root, { recursive: true });
  root = mkdtempSync(join(tmpdir(), "copies-"));
  mkdirSync(join(root, "notebooks"));
  for (const name of ["01-a.ipynb", "06-mnist-cnn.ipynb", "notes.txt"])
    writeFileSync(join(root, "notebooks", name), name.endsWith(".ipynb") ? notebook(name) : name);
});
after(() => rmSync(root, { recursive: true }));

interface FirstEdition {
  keepFirstEdition(folder: string): string[];
}

/** A lesson that has been run. */
const notebook = (word: string) =>
  JSON.stringify({
    cells: [
      { cell_type: "markdown", id: "text", metadata: {}, source: [`# ${word}\n`, "ü"] },
      {
        cell_type: "code",
        execution_count: 7,
        id: "code",
        metadata: { tags: ["parameters"] },
        outputs: [{ output_type: "stream", name: "stdout", text: ["42\n"] }],
        source: ["6 * 7"],
      },
    ],
    metadata: { convlab: { quick: { epochs: 1 } } },
    nbformat: 4,
    nbformat_minor: 5,
  });

const work = (name = "") => join(root, "work", name);

describe("copies.mjs", () => {
  test("addMissingLessons(root) adds the lessons, and only those", () => {
    assert.deepEqual(copies.addMissingLessons(root), ["01-a.ipynb", "06-mnist-cnn.ipynb"]);
    assert.deepEqual(readdirSync(work()).sort(), ["01-a.ipynb", "06-mnist-cnn.ipynb"]);
  });

  test("addMissingLessons(root) never touches what the reader has", () => {
    copies.addMissingLessons(root);
    writeFileSync(work("01-a.ipynb"), "mine");
    rmSync(work("06-mnist-cnn.ipynb"));
    assert.deepEqual(copies.addMissingLessons(root), ["06-mnist-cnn.ipynb"]);
    assert.equal(readFileSync(work("01-a.ipynb"), "utf8"), "mine");
    assert.deepEqual(copies.addMissingLessons(root), []);
  });

  test("followNumbers(root) renames copies whose lesson has another number now, and overwrites nothing", () => {
    assert.deepEqual(copies.followNumbers(root), [], "no folder yet");
    mkdirSync(work());
    for (const name of ["03-a.ipynb", "05-mnist-cnn.ipynb", "06-mnist-cnn.ipynb", "03-mine.ipynb", "b.ipynb"])
      writeFileSync(work(name), `my ${name}`);
    assert.deepEqual(copies.followNumbers(root), ["03-a.ipynb is 01-a.ipynb now"]);
    assert.equal(readFileSync(work("01-a.ipynb"), "utf8"), "my 03-a.ipynb");
    assert.equal(readFileSync(work("06-mnist-cnn.ipynb"), "utf8"), "my 06-mnist-cnn.ipynb");
    assert.deepEqual(copies.followNumbers(root), []);
  });

  test("restoreLesson(root, 06) puts fresh copies beside the old one, each under a new name", () => {
    copies.addMissingLessons(root);
    writeFileSync(work("06-mnist-cnn.ipynb"), "mine");
    assert.equal(basename(copies.restoreLesson(root, "06")), "06-mnist-cnn-fresh.ipynb");
    assert.equal(basename(copies.restoreLesson(root, "6")), "06-mnist-cnn-fresh-2.ipynb");
    assert.equal(basename(copies.restoreLesson(root, "06-mnist-cnn")), "06-mnist-cnn-fresh-3.ipynb");
    assert.equal(readFileSync(work("06-mnist-cnn.ipynb"), "utf8"), "mine");
    assert.match(readFileSync(work("06-mnist-cnn-fresh-2.ipynb"), "utf8"), /# 06-mnist-cnn\.ipynb/);
  });

  test("every copy is a lesson that nobody has run, word for word, and whole", () => {
    copies.addMissingLessons(root);
    copies.restoreLesson(root, "6");
    assert.deepEqual(
      readdirSync(work()).filter((name) => /\.new$/.test(name)),
      [],
    );
    for (const name of ["01-a.ipynb", "06-mnist-cnn.ipynb", "06-mnist-cnn-fresh.ipynb"]) {
      const lesson = JSON.parse(notebook(name.replace("-fresh", "")));
      const { metadata, ...copy } = JSON.parse(readFileSync(work(name), "utf8"));
      Object.assign(lesson.cells[1], { execution_count: null, outputs: [] });
      assert.deepEqual(copy, { cells: lesson.cells, nbformat: 4, nbformat_minor: 5 });
      assert.deepEqual(metadata.convlab.quick, { epochs: 1 });
      assert.match(metadata.convlab.edition, /^[0-9a-f]{16}$/);
    }
  });

  test("of the real lessons, a copy keeps every source but links out of its folder", () => {
    for (const name of lessonFiles(checkout)) {
      const lesson = readLesson(checkout, name);
      const copy = lessonCopy(lesson);
      assert.ok(lesson.cells.some(({ outputs = [] }) => outputs.length > 0));
      for (const [at, { cell_type, source, outputs, execution_count }] of copy.cells.entries()) {
        if (cell_type === "code") assert.deepEqual([outputs, execution_count], [[], null]);
        const before = lesson.cells[at]?.source;
        if (!/\]\(\.\.\//.test(String(before))) assert.deepEqual(source, before);
        else assert.doesNotMatch(String(source), /\]\(\.\.\//);
      }
    }
  });

  test("restoreLesson(root, 42) names the lessons there are", () => {
    assert.throws(
      () => copies.restoreLesson(root, "42"),
      /^Error: Cannot restore lesson 42: .* are: 01, 06\.$/,
    );
  });

  test("keepFirstEdition(folder) moves copies whose exercises have numbers, once, and nothing else", async () => {
    const { keepFirstEdition } = await load<FirstEdition>("start/firstEdition.mjs");
    const cell = (source: string) => JSON.stringify({ cells: [{ cell_type: "code", source: [source] }] });
    assert.deepEqual(keepFirstEdition(work()), [], "no folder yet");
    mkdirSync(work());
    const old = cell('const verdict = exercise("06.1").check(answer1);\n// mine');
    writeFileSync(work("06-mnist-cnn.ipynb"), old);
    writeFileSync(work("06-mnist-cnn-fresh.ipynb"), cell("exercise('06.2').hint()"));
    writeFileSync(work("own.ipynb"), cell("1 + 1"));
    writeFileSync(work("07-lenet-5.ipynb"), cell('exercise("lenet-5.1").check(1)'));
    assert.deepEqual(keepFirstEdition(work()), ["06-mnist-cnn-fresh.ipynb", "06-mnist-cnn.ipynb"]);
    assert.equal(readFileSync(work("first-edition/06-mnist-cnn.ipynb"), "utf8"), old);
    assert.deepEqual(readdirSync(work()).sort(), ["07-lenet-5.ipynb", "first-edition", "own.ipynb"]);
    writeFileSync(work("06-back.ipynb"), old);
    assert.deepEqual(keepFirstEdition(work()), [], "a copy that the reader brought back stays");
  });
});
