import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { load } from "./copy.js";

interface Copies {
  addMissingLessons(root: string): string[];
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
    writeFileSync(join(root, "notebooks", name), name);
});
after(() => rmSync(root, { recursive: true }));

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

  test("restoreLesson(root, 06) puts fresh copies beside the old one, each under a new name", () => {
    copies.addMissingLessons(root);
    writeFileSync(work("06-mnist-cnn.ipynb"), "mine");
    assert.equal(basename(copies.restoreLesson(root, "06")), "06-mnist-cnn-fresh.ipynb");
    assert.equal(basename(copies.restoreLesson(root, "6")), "06-mnist-cnn-fresh-2.ipynb");
    assert.equal(basename(copies.restoreLesson(root, "06-mnist-cnn")), "06-mnist-cnn-fresh-3.ipynb");
    assert.equal(readFileSync(work("06-mnist-cnn.ipynb"), "utf8"), "mine");
    assert.equal(readFileSync(work("06-mnist-cnn-fresh-2.ipynb"), "utf8"), "06-mnist-cnn.ipynb");
  });

  test("restoreLesson(root, 42) names the lessons there are", () => {
    assert.throws(
      () => copies.restoreLesson(root, "42"),
      /^Error: Cannot restore lesson 42: .* are: 01, 06\.$/,
    );
  });
});
