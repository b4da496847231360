import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import { loadIdx } from "../../../src/images/digits/loadIdx.js";

const scratch = mkdtempSync(join(tmpdir(), "idx-"));
after(() => rmSync(scratch, { recursive: true }));

function idx(shape: readonly number[], data: ArrayLike<number>): Uint8Array {
  const lengths = shape.flatMap((length) => [length >> 24, length >> 16, length >> 8, length]);
  return Uint8Array.from([0, 0, 8, shape.length, ...lengths, ...Array.from(data)]);
}
const counting = (...shape: number[]) =>
  idx(
    shape,
    Uint8Array.from({ length: shape.reduce((product, length) => product * length, 1) }, (_, index) => index),
  );
const labelled = (...labels: number[]) => idx([labels.length], labels);

/** Two images of 2x3 to train on, one to test on. */
const small = () => ({
  "train-images": counting(2, 2, 3),
  "train-labels": labelled(0, 46),
  "t10k-images": counting(1, 2, 3),
  "t10k-labels": labelled(3),
});
type Files = ReturnType<typeof small>;

/** A folder of these files, named by `name`. */
function folderOf(
  files: Partial<Files>,
  name = (part: string) => `${part}-idx${part.endsWith("images") ? 3 : 1}-ubyte`,
  pack = (bytes: Uint8Array): Uint8Array => bytes,
): string {
  const folder = mkdtempSync(join(scratch, "set-"));
  for (const [part, bytes] of Object.entries(files)) writeFileSync(join(folder, name(part)), pack(bytes));
  return folder;
}
const numberOf = (part: string) => (part.endsWith("images") ? 3 : 1);

const namings: [what: string, name: (part: string) => string, pack?: (bytes: Uint8Array) => Uint8Array][] = [
  ["as published", (part) => `${part}-idx${numberOf(part)}-ubyte`],
  ["packed", (part) => `${part}-idx${numberOf(part)}-ubyte.gz`, gzipSync],
  ["dotted", (part) => `${part}.idx${numberOf(part)}-ubyte`],
  ["dotted and packed", (part) => `${part}.idx${numberOf(part)}-ubyte.gz`, gzipSync],
  ["packed under the plain name", (part) => `${part}-idx${numberOf(part)}-ubyte`, gzipSync],
  [
    "of EMNIST",
    (part) => `emnist-letters-${part.replace("t10k", "test")}-idx${numberOf(part)}-ubyte.gz`,
    gzipSync,
  ],
  ["in capitals", (part) => `${part}-idx${numberOf(part)}-ubyte`.toUpperCase()],
];
for (const [what, name, pack] of namings) {
  test(`loadIdx(folder) finds files named ${what}`, async () => {
    const { train, test: tested } = await loadIdx(folderOf(small(), name, pack));
    assert.deepEqual([train.count, train.height, train.width, train.channels], [2, 2, 3, 1]);
    assert.deepEqual([...train.pixels], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    assert.deepEqual([[...train.labels], [...tested.labels]], [[0, 46], [3]]);
    assert.deepEqual([train.classes.length, train.classes[46], tested.classes], [47, "46", train.classes]);
  });
}

test("loadIdx(folder, { transpose }) exchanges rows and columns", async () => {
  const { train } = await loadIdx(folderOf(small()), { transpose: true });
  assert.deepEqual([train.height, train.width], [3, 2]);
  assert.deepEqual([...train.pixels], [0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11]);
});

test("loadIdx(folder) reads colour", async () => {
  const files = { ...small(), "train-images": counting(2, 1, 2, 3), "t10k-images": counting(1, 1, 2, 3) };
  const { train } = await loadIdx(folderOf(files));
  assert.deepEqual([train.height, train.width, train.channels], [1, 2, 3]);
  const turned = await loadIdx(folderOf(files), { transpose: true });
  assert.deepEqual([turned.train.height, ...turned.train.pixels.subarray(0, 6)], [2, 0, 1, 2, 3, 4, 5]);
});

test("loadIdx(folder, { classes }) names the classes, which may be counted from 1", async () => {
  const letters = [..."abc"];
  const files = { ...small(), "train-labels": labelled(1, 3), "t10k-labels": labelled(2) };
  const { train, test: tested } = await loadIdx(folderOf(files), { classes: letters });
  assert.deepEqual([[...train.labels], [...tested.labels], train.classes], [[0, 2], [1], letters]);
  const zero = { ...files, "train-labels": labelled(1, 2) };
  assert.deepEqual([...(await loadIdx(folderOf(zero), { classes: letters })).train.labels], [1, 2]);
  await assert.rejects(
    loadIdx(folderOf({ ...files, "t10k-labels": labelled(0) }), { classes: letters }),
    /^RangeError: Cannot name the classes: .*train-labels-idx1-ubyte has label 3 at index 1, and there are 3 names/,
  );
  await assert.rejects(loadIdx(folderOf(small()), { classes: letters }), /has label 46 at index 1/);
});

test("loadIdx(folder, { trainImages, testImages }) keeps so many and no more, packed or not", async () => {
  for (const pack of [undefined, gzipSync]) {
    const folder = folderOf(small(), undefined, pack);
    const { train, test: tested } = await loadIdx(folder, { trainImages: 1, testImages: 0 });
    assert.deepEqual([train.count, ...train.pixels], [1, 0, 1, 2, 3, 4, 5]);
    assert.equal(train.pixels.buffer.byteLength, 6);
    assert.equal(train.labels.buffer.byteLength, 1);
    assert.equal(train.classes.length, 47, "of all labels, also of those left out");
    assert.deepEqual([tested.count, tested.pixels.length], [0, 0]);
    await assert.rejects(loadIdx(folder, { trainImages: 3 }), /trainImages is 3, but there are only 2\./);
  }
  await assert.rejects(
    loadIdx(folderOf(small()), { trainImages: -1 }),
    /Cannot load IDX files: trainImages is -1/,
  );
});

test("loadIdx(folder) of several sets asks which one", async () => {
  const folder = folderOf(small(), (part) => `emnist-digits-${part}-idx${numberOf(part)}-ubyte`);
  const more = { ...small(), "train-labels": labelled(7, 8) };
  for (const [part, bytes] of Object.entries(more)) {
    writeFileSync(join(folder, `emnist-letters-${part}-idx${numberOf(part)}-ubyte.gz`), gzipSync(bytes));
  }
  await assert.rejects(
    loadIdx(folder),
    /has several sets: emnist-digits, emnist-letters\. Say which one: \{ set: /,
  );
  assert.deepEqual([...(await loadIdx(folder, { set: "emnist-letters" })).train.labels], [7, 8]);
  await assert.rejects(
    loadIdx(folder, { set: "mnist" }),
    /has no set mnist\. It has: emnist-digits, emnist-letters/,
  );
});

test("loadIdx(folder) takes the unpacked file of two, and no folder of a file's name", async () => {
  const folder = folderOf(small());
  writeFileSync(join(folder, "train-labels-idx1-ubyte.gz"), "rubbish");
  const dotted = folderOf(small(), (part) => `${part}.idx${numberOf(part)}-ubyte`);
  for (const part of Object.keys(small())) mkdirSync(join(dotted, `${part}-idx${numberOf(part)}-ubyte`));
  for (const each of [folder, dotted]) assert.equal((await loadIdx(each)).train.count, 2);
});

const packed = gzipSync(small()["train-images"]);
const refused: [what: string, files: Partial<Files>, message: RegExp][] = [
  [
    "a missing file",
    { "t10k-labels": undefined as never },
    /has no test labels, such as t10k-labels-idx1-ubyte or .*\.gz\. It has t10k-images-idx3-ubyte, /,
  ],
  [
    "a cut file",
    { "train-images": small()["train-images"].slice(0, -1) },
    /Cannot read images: .*train-images-idx3-ubyte is 1 byte short of 28\./,
  ],
  [
    "a cut packed file",
    { "train-images": packed.subarray(0, -9) },
    /train-images-idx3-ubyte is damaged: gzip finds unexpected end of file\./,
  ],
  [
    "a packed file that is too short",
    { "train-images": gzipSync(small()["train-images"].slice(0, -2)) },
    /is 2 bytes short of 28/,
  ],
  [
    "a packed file that is too long",
    { "train-labels": gzipSync(Uint8Array.of(...labelled(1, 2), 5)) },
    /has 1 byte more than the 10/,
  ],
  [
    "a few bytes that claim gigabytes",
    { "train-images": gzipSync(idx([4_000_000, 100, 100], [1])) },
    /short of 40000000016/,
  ],
  [
    "a wrong checksum",
    { "train-images": packed.map((byte, at) => (at === packed.length - 6 ? byte ^ 1 : byte)) },
    /is damaged: gzip finds incorrect data check/,
  ],
  ["an empty file", { "train-labels": new Uint8Array(0) }, /train-labels-idx1-ubyte is empty\./],
  [
    "labels as images",
    { "train-images": labelled(1, 2) },
    /has shape \[2\] where images have \[count, height, width\]/,
  ],
  [
    "images as labels",
    { "train-labels": counting(2, 1, 1) },
    /has shape \[2, 1, 1\] where labels have \[count\]/,
  ],
  ["two channels", { "train-images": counting(2, 2, 3, 2) }, /holds images of 2x3x2 pixels/],
  ["fewer labels", { "train-labels": labelled(1) }, /has 2 images in train-images-idx3-ubyte but 1 labels/],
  ["two sizes", { "t10k-images": counting(1, 3, 3) }, /has 2x3x1 for training and 3x3x1 for testing/],
];
for (const [what, files, message] of refused) {
  test(`loadIdx(folder) refuses ${what}, also beyond the images asked for`, async () => {
    const all = Object.fromEntries(Object.entries({ ...small(), ...files }).filter(([, bytes]) => bytes));
    await assert.rejects(loadIdx(folderOf(all), { trainImages: 1 }), { name: "Error", message });
  });
}

test("loadIdx(folder) refuses what is no folder, and options that it does not have", async () => {
  await assert.rejects(
    loadIdx(join(scratch, "nowhere")),
    /nowhere: there is no such folder\. Give the folder/,
  );
  await assert.rejects(
    loadIdx(mkdtempSync(join(scratch, "empty-"))),
    /has no training images, .* It has no file\./,
  );
  const wrong = { transposed: true } as object;
  await assert.rejects(
    loadIdx(folderOf(small()), wrong),
    /^TypeError: Cannot load IDX files: there is no option transposed\./,
  );
});
