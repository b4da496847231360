import assert from "node:assert/strict";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { changeProgress, readProgress } from "../../../src/lessons/exercise/progressFile.js";

test("changeProgress(change) writes what the change makes of the text, and readProgress() finds it", () => {
  const place = mkdtempSync(join(tmpdir(), "convlab-progress-"));
  process.env.CONVLAB_PROGRESS = place;
  assert.equal(readProgress(), undefined);
  changeProgress((text) => `${text ?? "first"}.`);
  changeProgress((text) => `${text ?? "first"}.`);
  assert.equal(readProgress(), "first..");
  assert.equal(readProgress(place), "first..");
  changeProgress(() => {
    throw new Error("a change that fails");
  });
  assert.equal(readProgress(), "first..", "the old text stays");
  assert.equal(readdirSync(place).length, 1);
});

test("in a browser the same is kept in the files that the page offers, in order, from before the first look on", async () => {
  const files = new Map<string, Uint8Array>([["convlab-progress.json", new TextEncoder().encode("old")]]);
  const offered = {
    read: async (path: string) => files.get(path),
    write: async (path: string, bytes: Uint8Array) => void files.set(path, bytes),
    list: async () => undefined,
  };
  (globalThis as Record<symbol, unknown>)[Symbol.for("convlab.files")] = offered;
  const page = await import("../../../src/lessons/exercise/progressFile.browser.js");
  page.changeProgress((text) => `${text}, one`);
  page.changeProgress((text) => `${text}, two`);
  offered.write = async () => {
    throw new Error("no room");
  };
  await new Promise((resolve) => setTimeout(resolve, 20));
  offered.write = async (path, bytes) => void files.set(path, bytes);
  page.changeProgress(() => "old, one, two");
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(new TextDecoder().decode(files.get("convlab-progress.json")), "old, one, two");
  assert.equal(page.readProgress(), "old, one, two");
  assert.equal(page.readProgress("elsewhere"), undefined);
  delete (globalThis as Record<symbol, unknown>)[Symbol.for("convlab.files")];
  page.changeProgress(() => "a page without files");
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(page.readProgress(), "a page without files", "kept while the page is there");
});
