import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { editionOf, standing } from "../../scripts/edition.mjs";
import { lessonFiles, readLesson } from "../../scripts/lessonNotebooks.mjs";
import { siteLesson } from "../../scripts/site/notebooks.mjs";
import { packWork, unpackWork } from "../../site/lab/archive.js";
import { bytesOf, saveOptionsFor } from "../../site/lab/bytes.js";
import { freeName, lessonOf } from "../../site/lab/copies.js";
import { merge, planMerge } from "../../site/lab/merge.js";
import { readerFiles, resolved } from "../../site/lab/readerFiles.js";
import { root } from "../browser/lab.js";
import { memoryDrive } from "./memoryDrive.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const notebook = (source: string, edition?: string) => ({
  cells: [{ cell_type: "code", metadata: {}, source, outputs: [{ output_type: "stream", text: source }] }],
  metadata: edition === undefined ? {} : { convlab: { edition } },
});
const mark = (source: string) => editionOf(notebook(source));

describe("lessons of the site", () => {
  test("siteLesson(lesson) puts the values for browsers after the parameters, with a comment, and changes no other code", () => {
    const name = lessonFiles(root).find((file) => file.includes("mnist-cnn")) ?? "";
    const before = readLesson(root, name);
    const after = siteLesson(before);
    const place = after.cells.findIndex(({ metadata }) => metadata.tags?.includes("parameters"));
    assert.match(String(after.cells[place + 1]?.source), /^\/\/ .*\n\/\/ .*\ntrainImages = 10000;$/);
    const others = after.cells.toSpliced(place + 1, 1);
    const code = (cells: typeof others) =>
      cells.filter(({ cell_type }) => cell_type === "code").map(({ source }) => [source].flat().join(""));
    assert.equal(others.length, before.cells.length);
    assert.deepEqual(code(others), code([...before.cells]));
  });

  test("siteLesson(lesson) refuses a value that the parameters do not declare", () => {
    const cell = { cell_type: "code", metadata: { tags: ["parameters"] }, source: "let epochs = 1;" };
    const lesson = { cells: [cell], metadata: { convlab: { browser: { images: 3 } } } };
    assert.throws(() => siteLesson(lesson), /Cannot set images for browsers: .* no `let images`/);
  });

  test("siteLesson(lesson) gives a lesson that nobody has run, no text in pieces, and its mark is that of its text", () => {
    for (const name of lessonFiles(root)) {
      const lesson = siteLesson(readLesson(root, name));
      assert.equal(lesson.metadata.convlab?.edition, editionOf(lesson), name);
      for (const { cell_type, source, outputs, execution_count } of lesson.cells) {
        assert.equal(typeof source, "string");
        if (cell_type === "code") assert.deepEqual([outputs, execution_count], [[], null]);
      }
    }
  });

  test("standing(kept, now) tells what the reader changed from what we changed", () => {
    const cases = [
      [undefined, mark("new"), "none"],
      [notebook("old", mark("old")), mark("old"), "same"],
      [notebook("mine", mark("old")), mark("old"), "same"],
      [notebook("old", mark("old")), mark("new"), "unchanged"],
      [notebook("mine", mark("old")), mark("new"), "parted"],
      [notebook("new", mark("old")), mark("new"), "same"],
      [notebook("from elsewhere"), mark("new"), "parted"],
    ] as const;
    for (const [kept, now, expected] of cases) assert.equal(standing(kept, now), expected);
  });

  test("editionOf(notebook) does not see outputs, nor whether a text is in pieces", () => {
    const whole = { cell_type: "code", metadata: {}, source: "a\nb" };
    assert.equal(
      editionOf({ cells: [whole] }),
      editionOf({ cells: [{ ...whole, source: ["a\n", "b"], outputs: [{}] }] }),
    );
    assert.notEqual(
      editionOf({ cells: [whole] }),
      editionOf({ cells: [{ ...whole, cell_type: "markdown" }] }),
    );
  });
});

describe("the reader's files", () => {
  test("resolved(folder, path) stays within the files", () => {
    const cases = [
      ["", "a.png", "a.png"],
      ["deep/er/", "./a.png", "deep/er/a.png"],
      ["deep/er/", "../a.png", "deep/a.png"],
      ["deep/", "../../../a.png", "a.png"],
      ["deep/", "/a.png", "a.png"],
    ] as const;
    for (const [folder, path, expected] of cases) assert.equal(resolved(folder, path), expected);
  });

  test("readerFiles() writes into folders that are not there yet, reads any bytes back, and lists", async () => {
    const files = readerFiles(memoryDrive(), "mine/");
    const all = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256);
    await files.write("pictures/all.bin", all);
    await files.write("pictures/words.txt", bytes("Größe"));
    const odd = Uint8Array.of(0xef, 0xbb, 0xbf, 0xff, 10);
    for (const bytesOfText of [odd, odd.slice(0, 3)]) {
      await files.write("../table.csv", bytesOfText);
      assert.deepEqual(await files.read("../table.csv"), bytesOfText);
    }
    assert.deepEqual(await files.read("pictures/all.bin"), all);
    assert.deepEqual(await files.read("/mine/pictures/words.txt"), bytes("Größe"));
    assert.deepEqual(await files.list("pictures"), [
      { name: "all.bin", folder: false },
      { name: "words.txt", folder: false },
    ]);
    assert.deepEqual(await files.list("."), [{ name: "pictures", folder: true }]);
    assert.equal(await files.read("nothing.png"), undefined);
    assert.equal(await files.list("nowhere"), undefined);
  });

  test("a packed work comes back as it was, without what systems hide in zips", () => {
    const work = [
      { path: "03-x.ipynb", bytes: bytes("{}"), modified: "2026-01-02T03:04:05.000Z" },
      { path: "deep/a.bin", bytes: Uint8Array.of(0, 255), modified: "2026-02-02T00:00:00.000Z" },
    ];
    assert.deepEqual(unpackWork(packWork(work)), work);
    const odd = ["../out.txt", "__MACOSX/a", ".hidden"].map((path) => ({ path, bytes: bytes("x") }));
    assert.deepEqual(unpackWork(packWork(odd)), []);
  });

  test("an upload replaces nothing unasked, and says which is newer", async () => {
    const kept = "2026-05-05T00:00:00.000Z";
    const upload = [
      { path: "new.txt", bytes: bytes("new") },
      { path: "same.ipynb", bytes: bytes('{ "metadata": {}, "cells": [] }') },
      { path: "a.txt", bytes: bytes("theirs"), modified: "2026-06-06T00:00:00.000Z" },
      { path: "b.txt", bytes: bytes("theirs"), modified: "2026-04-04T00:00:00.000Z" },
    ];
    for (const choice of ["both", "uploaded", "kept"] as const) {
      const drive = memoryDrive();
      for (const name of ["a.txt", "b.txt"]) await drive.save(name, saveOptionsFor(name, bytes("mine")));
      await drive.save("same.ipynb", saveOptionsFor("same.ipynb", bytes('{"cells":[],"metadata":{}}')));
      drive.date(kept);
      const plan = await planMerge(drive, upload);
      assert.deepEqual(
        [plan.fresh, plan.same].map((files) => files.map(({ path }) => path)),
        [["new.txt"], ["same.ipynb"]],
      );
      assert.deepEqual(
        plan.clashes.map(({ file, newer }) => `${file.path} ${newer}`),
        ["a.txt uploaded", "b.txt kept"],
      );
      await merge(drive, plan, choice);
      const text = async (name: string) => new TextDecoder().decode(bytesOf(await drive.get(name)));
      assert.equal(await text("new.txt"), "new");
      assert.equal(await text("a.txt"), choice === "uploaded" ? "theirs" : "mine");
      if (choice === "both") assert.equal(await text("a (uploaded).txt"), "theirs");
      else await assert.rejects(drive.get("a (uploaded).txt"));
    }
  });

  test("freeName() counts on, and lessonOf() leads back", async () => {
    const drive = memoryDrive();
    const first = await freeName(drive, "03-x.ipynb", "new");
    await drive.save(first, saveOptionsFor(first, bytes("{}")));
    const second = await freeName(drive, "03-x.ipynb", "new");
    assert.deepEqual([first, second], ["03-x (new).ipynb", "03-x (new 2).ipynb"]);
    assert.deepEqual([first, second, "03-x.ipynb"].map(lessonOf), Array(3).fill("03-x.ipynb"));
  });
});
