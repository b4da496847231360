import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Letters, loadLetters } from "../../../src/images/letters/loadLetters.js";
import { root } from "../../house/files.js";

const hash = ({ pixels, labels }: Letters) =>
  createHash("sha256").update(pixels).update(labels).digest("hex");

test("loadLetters() gives three sets of 26 classes whose typefaces have nothing in common", async () => {
  const { train, validation, test: tests } = await loadLetters();
  assert.deepEqual([train.count, validation.count, tests.count], [7800, 2600, 2600]);
  for (const set of [train, validation, tests]) {
    assert.deepEqual([set.height, set.width, set.channels], [28, 28, 3]);
    assert.equal(set.classes.join(""), "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    assert.equal(set.pixels.length, set.count * 28 * 28 * 3);
    const counts = new Array<number>(26).fill(0);
    for (const label of set.labels) counts[label] = (counts[label] as number) + 1;
    assert.ok(
      counts.every((count) => count === set.count / 26),
      `as many of each letter: ${counts}`,
    );
    assert.equal(new Set(set.family).size, set.families.length, "every family is met");
  }
  const families = [train, validation, tests].flatMap((set) => set.families);
  assert.equal(new Set(families).size, families.length);
});

test("loadLetters({ colour: false }) gives gray masks: bright in the middle, dark at the corners", async () => {
  const { test: tests } = await loadLetters({ colour: false, trainImages: 0 });
  assert.equal(tests.channels, 1);
  const meanAt = (rows: readonly number[]) => {
    let sum = 0;
    for (let image = 0; image < tests.count; image++) {
      for (const row of rows)
        for (const column of rows) sum += tests.pixels[(image * 28 + row) * 28 + column] ?? 0;
    }
    return sum / tests.count / rows.length ** 2;
  };
  assert.ok(meanAt([13, 14]) > 60, `the middle is ${meanAt([13, 14])}`);
  assert.ok(meanAt([0, 27]) < 2, `the corners are ${meanAt([0, 27])}`);
});

test("colours: light ink on darker ground, luma apart by more than a quarter", async () => {
  const [gray, colour] = [
    await loadLetters({ colour: false, trainImages: 0 }),
    await loadLetters({ trainImages: 0 }),
  ];
  const size = 28 * 28;
  const pairs = new Set<string>();
  for (let image = 0; image < gray.test.count; image++) {
    const masks = gray.test.pixels.subarray(image * size, (image + 1) * size);
    const [ground, ink] = [masks.indexOf(0), masks.indexOf(255)];
    if (ground < 0 || ink < 0) continue;
    const at = (pixel: number) => [
      ...colour.test.pixels.subarray(3 * (image * size + pixel), 3 * (image * size + pixel) + 3),
    ];
    const luma = ([red = 0, green = 0, blue = 0]: number[]) =>
      (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
    assert.ok(luma(at(ink)) - luma(at(ground)) > 0.25, `image ${image}: ${at(ink)} on ${at(ground)}`);
    pairs.add(`${at(ink)} on ${at(ground)}`);
  }
  assert.ok(pairs.size > 100, `${pairs.size} pairs of colours`);
});

test("loadLetters(options): the same seed gives the same letters, a smaller set is the start of a larger one", async () => {
  const small = { trainImages: 50, testImages: 20 };
  const [once, again, other] = [
    await loadLetters(small),
    await loadLetters(small),
    await loadLetters({ ...small, seed: 2 }),
  ];
  assert.equal(hash(once.train), hash(again.train));
  assert.notEqual(hash(once.train), hash(other.train));
  const more = await loadLetters({ trainImages: 60, testImages: 20 });
  assert.deepEqual(more.train.labels.subarray(0, 50), once.train.labels);
});

test("loadLetters(options) refuses more than there are, in words", async () => {
  for (const trainImages of [7801, -1, 1.5, Number.NaN]) {
    await assert.rejects(loadLetters({ trainImages }), {
      name: "RangeError",
      message: `Cannot load ${trainImages} letters of training.png: there are 7800. Give a whole number up to that.`,
    });
  }
});

test("data/letters: every family is named with a free licence, the sheets are those on the card and small", () => {
  const read = (name: string) => readFileSync(join(root, "data", "letters", name));
  const card = JSON.parse(read("card.json").toString());
  let bytes = 0;
  for (const { file, sha256, families } of card.sets) {
    bytes += read(file).length;
    assert.equal(createHash("sha256").update(read(file)).digest("hex"), sha256);
    for (const { name, version, licence } of families) {
      assert.match(`${name} ${version} ${licence}`, /^[\d a-z-]+ \d+\.\d+\.\d+ (?:OFL-1\.1|Apache-2\.0)$/);
    }
  }
  assert.ok(bytes < 1.5e6, `${bytes} bytes`);
});
