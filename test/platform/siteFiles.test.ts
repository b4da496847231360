import assert from "node:assert/strict";
import { after, test } from "node:test";
import { siteFile, siteList } from "../../src/platform/siteFiles.js";
import { fakeSite } from "./fakeSite.js";

const site = fakeSite();
after(() => site.end());
const content = Uint8Array.from({ length: 5000 }, (_, index) => index % 9);

test("siteFile(file) gives what a packed file holds, also where the host unpacks it on the way", async () => {
  const file = site.add("digits/a.bin", content, true);
  assert.ok(file.bytes < content.length);
  const heard: number[] = [];
  assert.deepEqual(await siteFile(file, (bytes) => heard.push(bytes)), content);
  assert.equal(heard.at(-1), file.bytes);
  site.files.set("digits/a.bin", content);
  assert.deepEqual(await siteFile(file), content);
});

test("siteFile(file) does without the browser's own means, which only secure and new ones have", async () => {
  const file = site.add("digits/c.bin", content, true);
  for (const name of ["crypto", "DecompressionStream"] as const) {
    const before = Object.getOwnPropertyDescriptor(globalThis, name) as PropertyDescriptor;
    Object.defineProperty(globalThis, name, {
      value: name === "crypto" ? {} : undefined,
      configurable: true,
    });
    try {
      assert.deepEqual(Uint8Array.from(await siteFile(file)), content, name);
      await assert.rejects(siteFile({ ...file, sha256: "0" }), /^Error: Cannot use/);
    } finally {
      Object.defineProperty(globalThis, name, before);
    }
  }
});

test("siteFile(file) refuses another file, and says when there is none", async () => {
  const file = site.add("weights/b.bin", content);
  assert.deepEqual(await siteFile(file), content);
  site.files.set("weights/b.bin", content.slice(1));
  await assert.rejects(siteFile(file), /^Error: Cannot use data\/weights\/b\.bin: it is not the file/);
  site.files.delete("weights/b.bin");
  await assert.rejects(siteFile(file), { code: "ENOENT", message: /the site answers 404/ });
});

test("siteList() is fetched once, and again where it failed", async () => {
  await assert.rejects(siteList(), { code: "ENOENT" });
  const empty = { count: 0, height: 28, width: 28, files: [] };
  site.list({ digits: { train: empty, t10k: empty }, optional: {} });
  const before = site.asked.length;
  assert.deepEqual((await siteList()).optional, {});
  await siteList();
  assert.equal(site.asked.length, before + 1);
});
