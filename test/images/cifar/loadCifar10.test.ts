import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { loadCifar10 } from "../../../src/images/cifar/loadCifar10.js";

const scratch = mkdtempSync(join(tmpdir(), "cifar-"));
after(() => rmSync(scratch, { recursive: true }));

/** A record: its label, then 1,024 times red, green, blue; each pixel its own. */
function record(label: number): Uint8Array {
  const pixels = Array.from(
    { length: 3072 },
    (_, at) => ((at % 1024) >> 3) + 50 * Math.floor(at / 1024) + label,
  );
  return Uint8Array.from([label, ...pixels]);
}
const fileOf = (...labels: number[]) => Uint8Array.from(labels.flatMap((label) => [...record(label)]));

function folderWith(changes: Record<string, Uint8Array | undefined> = {}, below = ""): string {
  const folder = mkdtempSync(join(scratch, "set-"));
  const files: Record<string, Uint8Array | undefined> = { "test_batch.bin": fileOf(8, 9) };
  for (const batch of [1, 2, 3, 4, 5]) files[`data_batch_${batch}.bin`] = fileOf(batch, batch - 1);
  mkdirSync(join(folder, below), { recursive: true });
  for (const [name, bytes] of Object.entries({ ...files, ...changes })) {
    if (bytes) writeFileSync(join(folder, below, name), bytes);
  }
  return folder;
}

test("loadCifar10(folder) puts the colours of a pixel together, file after file", async () => {
  for (const below of ["", "cifar-10-batches-bin"]) {
    const { train, test: tested } = await loadCifar10(folderWith({}, below));
    assert.deepEqual([train.count, train.height, train.width, train.channels], [10, 32, 32, 3]);
    assert.deepEqual([...train.labels], [1, 0, 2, 1, 3, 2, 4, 3, 5, 4]);
    assert.deepEqual([...tested.labels], [8, 9]);
    assert.deepEqual([train.classes[3], train.classes.length], ["cat", 10]);
    // Image 4, row 2, column 9: place 73 of each colour, 73 >> 3 is 9, and its label is 3.
    const at = 4 * 3072 + 3 * 73;
    assert.deepEqual([...train.pixels.subarray(at, at + 3)], [12, 62, 112]);
  }
});

const refused: [what: string, changes: Record<string, Uint8Array | undefined>, message: RegExp][] = [
  ["a missing file", { "data_batch_3.bin": undefined }, /data_batch_3\.bin is missing\. Give the folder/],
  [
    "the Python version",
    { "data_batch_1.bin": undefined, data_batch_1: Uint8Array.of(128) },
    /data_batch_1\.bin is missing; this is the Python version\./,
  ],
  [
    "a cut file",
    { "test_batch.bin": fileOf(1).slice(0, -1) },
    /test_batch\.bin has 3072 bytes, and an image takes 3073/,
  ],
  ["an empty file", { "data_batch_2.bin": new Uint8Array(0) }, /data_batch_2\.bin is empty/],
  [
    "a label above 9",
    { "data_batch_5.bin": fileOf(1, 10) },
    /data_batch_5\.bin has label 10 at image 1, where 0 to 9 are allowed/,
  ],
];
for (const [what, changes, message] of refused) {
  test(`loadCifar10(folder) refuses ${what} by name`, async () => {
    await assert.rejects(loadCifar10(folderWith(changes)), { name: "Error", message });
  });
}

test("loadCifar10(folder) refuses what is no folder", async () => {
  await assert.rejects(
    loadCifar10(join(scratch, "nowhere")),
    /^Error: Cannot read CIFAR-10: .*data_batch_1\.bin is missing/,
  );
});
