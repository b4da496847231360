import assert from "node:assert/strict";
import { after, test } from "node:test";
import { readdir, readFile, realpath, stat } from "../../src/platform/fs.browser.js";
import { requireReaderFiles, writeFiles } from "../../src/platform/readerFiles.browser.js";

const name = Symbol.for("convlab.files");
const world = globalThis as { [name]?: object };
after(() => {
  delete world[name];
});

test("without a place for files all are missing, and a sentence says what to do", async () => {
  await assert.rejects(readFile("a.png"), { code: "ENOENT" });
  await assert.rejects(readdir("pets"), { code: "ENOENT" });
  assert.throws(() => requireReaderFiles("read a.png"), /^Error: Cannot read a\.png: this page has no place/);
});

test("files are read, listed and written where a page offers them", async () => {
  const files = new Map<string, Uint8Array>([["pets/cats/1.png", Uint8Array.of(7, 8)]]);
  world[name] = {
    read: async (path: string) => files.get(path),
    write: async (path: string, bytes: Uint8Array) => void files.set(path, bytes),
    list: async (path: string) => {
      if (path === "pets") return [{ name: "cats", folder: true }];
      return path === "pets/cats" ? [{ name: "1.png", folder: false }] : undefined;
    },
  };
  requireReaderFiles("read");
  assert.deepEqual(await readFile("pets/cats/1.png"), Uint8Array.of(7, 8));
  assert.deepEqual(await readdir("pets/cats"), ["1.png"]);
  const [folder] = await readdir("pets", { withFileTypes: true });
  assert.deepEqual([folder?.name, folder?.isDirectory(), folder?.isFile()], ["cats", true, false]);
  assert.deepEqual([(await stat("pets")).isDirectory(), (await stat("pets/cats/1.png")).size], [true, 2]);
  await assert.rejects(stat("pets/dogs"), { code: "ENOENT" });
  assert.equal(await realpath("pets"), "pets");
  await writeFiles("models/first/", [["model.json", "{}"], ["weights.bin", Uint8Array.of(1)]]); // biome-ignore format: one line
  assert.equal(await readFile("models/first/model.json", "utf8"), "{}");
  assert.deepEqual(files.get("models/first/weights.bin"), Uint8Array.of(1));
});
