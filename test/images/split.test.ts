import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Images } from "../../src/images/images.js";
import { split } from "../../src/images/split.js";

/** Images of one pixel, so many of each class; the pixels tell them apart. */
function setOf(...sizes: number[]): Images {
  const labels = sizes.flatMap((size, label) => new Array<number>(size).fill(label));
  return {
    count: labels.length,
    height: 1,
    width: 1,
    channels: 3,
    pixels: Uint8Array.from(labels.flatMap((_, index) => [index % 256, index >> 8, 0])),
    labels: Uint8Array.from(labels),
    classes: sizes.map((_, label) => `class ${label}`),
  };
}
const identities = ({ count, pixels }: Images) =>
  Array.from({ length: count }, (_, at) => (pixels[3 * at] as number) + 256 * (pixels[3 * at + 1] as number));
const perClass = ({ labels, classes }: Images) =>
  classes.map((_, label) => labels.filter((one) => one === label).length);

test("split(images, shares) gives every part the same shares of every class", () => {
  const parts = split(setOf(100, 20, 40), { validation: 0.1, test: 0.25 });
  assert.deepEqual(perClass(parts.test), [25, 5, 10]);
  assert.deepEqual(perClass(parts.validation), [10, 2, 4]);
  assert.deepEqual(perClass(parts.train), [65, 13, 26]);
  assert.deepEqual([parts.test.channels, parts.test.classes.length], [3, 3]);
  assert.ok(new Set(parts.train.labels.subarray(0, 12)).size > 1, "in a random order, not class by class");
});

test("split(images, shares) of many small classes still keeps aside the share of all", () => {
  const parts = split(setOf(...new Array<number>(50).fill(2)), { test: 0.2 });
  assert.deepEqual([parts.test.count, parts.train.count, parts.validation.count], [20, 80, 0]);
});

test("split(images, shares) loses nothing, doubles nothing, and leaves every class something to learn from", () => {
  const share = fc.double({ min: 0, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 }),
      share,
      share,
      fc.nat(100),
      (sizes, validation, tested, seed) => {
        const images = setOf(...sizes);
        const parts = split(images, { validation, test: tested, seed });
        const all = [parts.train, parts.validation, parts.test].flatMap(identities).sort((a, b) => a - b);
        assert.deepEqual(all, identities(images));
        if (validation + tested < 1 - 1e-6) assert.ok(perClass(parts.train).every((count) => count > 0));
        for (const [part, wanted] of [
          [parts.validation, validation],
          [parts.test, tested],
        ] as const) {
          for (const [label, count] of perClass(part).entries()) {
            assert.ok(
              Math.abs(count - wanted * (sizes[label] as number)) <= 1 + 1e-6,
              `${count} of ${sizes[label]}`,
            );
          }
        }
      },
    ),
    { numRuns: 200, seed: 1 },
  );
});

test("split(images, shares) follows from its seed, and takes digits too", () => {
  const images = setOf(30, 30);
  const [a, b, c] = [1, 1, 2].map((seed) => identities(split(images, { test: 0.5, seed }).test));
  assert.deepEqual(a, b);
  assert.notDeepEqual(a, c);
  const digits = {
    count: 4,
    height: 1,
    width: 1,
    pixels: new Uint8Array(4),
    labels: Uint8Array.of(0, 0, 5, 5),
  };
  assert.deepEqual([...split(digits, { test: 0.5 }).test.labels].sort(), [0, 5]);
  const halves = split(images, { validation: 0.5, test: 0.5 });
  assert.deepEqual([halves.train.count, halves.validation.count, halves.test.count], [0, 30, 30]);
  assert.equal(split(images, {}).train.count, 60);
});

test("split(images, shares) refuses shares that are none", () => {
  for (const [shares, message] of [
    [{ test: -0.1 }, /test is -0\.1\. Give a share/],
    [{ validation: 20 }, /validation is 20/],
    [{ test: Number.NaN }, /test is NaN/],
    [{ test: "0.2" }, /test is 0\.2/],
    [{ validation: 0.6, test: 0.6 }, /validation and test are 1\.2 of them/],
    [{ testing: 0.2 }, /there is no option testing\. There are validation, test, seed/],
  ] as const) {
    assert.throws(() => split(setOf(4), shares as object), { message });
  }
});
