import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { encodePng } from "../../src/charts/drawing/png.js";
import { type ImagesFromFolderOptions, imagesFromFolder } from "../../src/notebook/imagesFromFolder.js";
import { kernelSymbol, type NotebookKernel } from "../../src/notebook/kernel.js";

const scratch = mkdtempSync(join(tmpdir(), "photographs-"));
after(() => rmSync(scratch, { recursive: true }));
for (const name of ["cats", "dogs"]) {
  mkdirSync(join(scratch, name));
  const pixels = new Uint8Array(12).fill(80);
  writeFileSync(join(scratch, name, "a.png"), encodePng({ height: 2, width: 2, channels: 3, pixels }));
}
for (let number = 1; number <= 12; number++)
  writeFileSync(join(scratch, "cats", `bad${number}.jpg`), "rubbish");

/** Reads in a kernel that remembers: what came out, what was drawn, what was warned of. */
async function read(options: ImagesFromFolderOptions) {
  const place = globalThis as { [kernelSymbol]?: NotebookKernel };
  const { warn } = console;
  const [drawn, warned]: [string[], string[]] = [[], []];
  console.warn = (...values: unknown[]) => warned.push(values.join(" "));
  place[kernelSymbol] = { display: ({ data }) => drawn.push(String(data["text/plain"])) };
  try {
    return { images: await imagesFromFolder(scratch, options), drawn, warned };
  } finally {
    console.warn = warn;
    delete place[kernelSymbol];
  }
}

test("imagesFromFolder(folder) shows a bar, and names what was left out", async () => {
  const { images, drawn, warned } = await read({ size: 4, onDamaged: "skip" });
  assert.deepEqual([images.count, images.classes, images.height], [2, ["cats", "dogs"], 4]);
  assert.equal(images.skipped.length, 12);
  assert.match(drawn[0] ?? "", /^Reading pictures: 0 of 14/);
  assert.match(drawn.at(-1) ?? "", /^Reading pictures: 14 of 14 \(100%\).* · 2 classes$/);
  const lines = (warned[0] ?? "").split("\n");
  assert.equal(lines[0], "Left out 12 of 14 pictures:");
  assert.match(lines[1] ?? "", /^ {2}cats\/bad1\.jpg: it starts with/);
  assert.equal(lines.at(-1), "  and 2 more");
});

test("imagesFromFolder(folder, { quiet: true }) says nothing; refusals are the reader's", async () => {
  const { drawn, warned } = await read({ size: 4, onDamaged: "skip", quiet: true });
  assert.deepEqual([drawn, warned], [[], []]);
  await assert.rejects(
    imagesFromFolder(scratch, { quiet: true }),
    /^Error: Cannot read .*bad1\.jpg: it starts with/,
  );
  const wrong = { silent: true } as object;
  await assert.rejects(
    imagesFromFolder(scratch, wrong),
    /there is no option silent\. There are size, .*, quiet/,
  );
});
