import assert from "node:assert/strict";
import { test } from "node:test";
import { type Digits, digitAt, pick, take } from "../../src/images/digits/digits.js";
import { distort } from "../../src/images/digits/distort.js";
import { shift } from "../../src/images/digits/shift.js";
import { warp } from "../../src/images/digits/warp.js";
import { bytesPerImage, channelsOf, classesOf, type Images } from "../../src/images/images.js";
import { imageAt, imagesFrom } from "../../src/images/imagesFrom.js";

/** Three images of 2x2 pixels in colour, of 300 classes; each byte is its own number. */
const colour = (): Images => ({
  count: 3,
  height: 2,
  width: 2,
  channels: 3,
  pixels: Uint8Array.from({ length: 36 }, (_, index) => index),
  labels: Uint16Array.of(0, 299, 7),
  classes: Array.from({ length: 300 }, (_, index) => `class ${index}`),
});
const plain = (): Digits => ({
  count: 2,
  height: 1,
  width: 2,
  pixels: Uint8Array.of(1, 2, 3, 4),
  labels: Uint8Array.of(3, 4),
});

/** One channel of a set in colour, as a set of its own. */
function channel({ count, height, width, pixels }: Images, which: number): Digits {
  const own = Uint8Array.from({ length: pixels.length / 3 }, (_, at) => pixels[3 * at + which] as number);
  return { count, height, width, pixels: own, labels: new Uint8Array(count) };
}

test("channelsOf and classesOf know what digits do not say", () => {
  assert.deepEqual([channelsOf(plain()), channelsOf(colour())], [1, 3]);
  assert.deepEqual(classesOf(plain()), [..."0123456789"]);
  assert.equal(classesOf({ labels: Uint8Array.of(3, 25) }).length, 26);
  assert.equal(classesOf(colour())[299], "class 299");
  for (const channels of [0, 2, 4, "3"] as number[]) {
    assert.throws(() => channelsOf({ channels }), /^RangeError: Cannot use images of .* channels\. Give 1/);
  }
});

test("take(images) and pick(images) keep channels, classes and labels above 255", () => {
  const { pixels, labels, ...said } = take(colour(), 1, 2);
  assert.deepEqual([...pixels], [...colour().pixels.subarray(12)]);
  assert.deepEqual([...labels], [299, 7]);
  const { count, height, width, channels, classes } = colour();
  assert.deepEqual(said, { count: 2, height, width, channels, classes });
  const chosen = pick(colour(), [2, 1]);
  assert.deepEqual([...chosen.labels], [7, 299]);
  assert.deepEqual([...chosen.pixels.subarray(0, 12)], [...colour().pixels.subarray(24)]);
  assert.equal(count, 3);
  assert.throws(
    () => pick(colour(), [3]),
    /^RangeError: Cannot pick images: index is 3. Give a whole number from 0 to 2/,
  );
  assert.deepEqual(Object.keys(pick(plain(), [0])).sort(), Object.keys(plain()).sort());
});

test("sets whose pixels do not fit their numbers are refused, not read askew", () => {
  const { channels: _, ...silent } = colour();
  const gray = { ...silent, labels: new Uint8Array(3) } as Digits;
  for (const use of [
    () => take(gray, 0, 1),
    () => pick(gray, [0]),
    () => digitAt(gray, 0),
    () => shift(gray, { rows: 1, columns: 0 }),
    () => distort(gray, { seed: 1 }),
    () => imageAt(gray, 0),
  ]) {
    assert.throws(use, /^RangeError: Cannot .*: 3 images of 2x2x1 take 12 bytes, pixels has 36\. Mend count/);
  }
  assert.equal(bytesPerImage(colour(), "try"), 12);
});

test("digitAt(images, index) gives grays of colour, or one channel", () => {
  const gray = (at: number) => Math.round(0.299 * at + 0.587 * (at + 1) + 0.114 * (at + 2));
  assert.deepEqual(digitAt(colour(), 1), [
    [gray(12), gray(15)],
    [gray(18), gray(21)],
  ]);
  assert.deepEqual(digitAt(colour(), 1, 2), [
    [14, 17],
    [20, 23],
  ]);
  assert.throws(
    () => digitAt(colour(), 0, 3),
    /^RangeError: Cannot show an image: channel is 3. Give a whole number from 0 to 2/,
  );
  assert.throws(
    () => digitAt(plain(), 0, 1),
    /Cannot show a digit: channel is 1. Give a whole number from 0 to 0/,
  );
});

test("imagesFrom(pictures) and imageAt(images) are each other's way back", () => {
  const set = colour();
  const pictures = [0, 1, 2].map((index) => imageAt(set, index));
  assert.deepEqual(imagesFrom(pictures, [0, 299, 7], set.classes), set);
  assert.equal(imageAt(set, 1).pixels.buffer, set.pixels.buffer);
  assert.equal(imagesFrom(pictures, [0, 1, 0], ["a", "b"]).labels.constructor, Uint8Array);
  const [first] = pictures as [ReturnType<typeof imageAt>];
  const gray = imageAt(plain(), 0);
  for (const [use, message] of [
    [() => imagesFrom([], [], ["a"]), /there is no picture. Give at least one/],
    [() => imagesFrom([first], [0, 1], ["a"]), /there are 1 pictures and 2 labels. Give one each/],
    [() => imagesFrom([first], [1], ["a"]), /label 1 of number 0 is none of 1 classes\. Give 0 to 0/],
    [() => imagesFrom([first], [0.5], ["a"]), /label 0\.5/],
    [() => imagesFrom([first, gray], [0, 0], ["a"]), /number 1 is 1x2x1 .*, number 0 is 2x2x3\. Resize/],
    [() => imagesFrom([{ ...first, channels: 4 }], [0], ["a"]), /Cannot use images of 4 channels/],
    [() => imagesFrom([{ ...first, pixels: new Uint8Array(2) }], [0], ["a"]), /with 2 bytes/],
  ] as const) {
    assert.throws(use, { name: "RangeError", message });
  }
});

const photographs: Images = {
  count: 2,
  height: 5,
  width: 7,
  channels: 3,
  pixels: Uint8Array.from({ length: 2 * 5 * 7 * 3 }, (_, index) => (index * 37) % 256),
  labels: Uint8Array.of(1, 0),
  classes: ["cat", "dog"],
};

test("shift, warp and distort do to each channel what they do to gray", () => {
  const by = { rows: -1, columns: 2 };
  const distortion = { seed: 3, rotation: 10, outside: "background" } as const;
  const affine = { rows: [1, 0.2, 0.5], columns: [-0.1, 1.1, -0.3] } as const;
  for (const which of [0, 1, 2]) {
    const gray = channel(photographs, which);
    const moved: [Images, Digits][] = [
      [shift(photographs, by), shift(gray, by)],
      [warp(photographs, () => affine), warp(gray, () => affine)],
      [warp(photographs, () => affine, "edge"), warp(gray, () => affine, "edge")],
      [distort(photographs, distortion), distort(gray, distortion)],
    ];
    for (const [all, one] of moved) {
      assert.deepEqual([...channel(all, which).pixels], [...one.pixels]);
      assert.deepEqual([all.channels, all.classes, [...all.labels]], [3, ["cat", "dog"], [1, 0]]);
    }
  }
});

test("distort(images) holds the border of colour, and fills gray with black, unless told otherwise", () => {
  const even = { ...photographs, pixels: new Uint8Array(210).fill(200) };
  const wild = { seed: 1, shift: 3, rotation: 45 };
  const all = (images: { pixels: Uint8Array }) => images.pixels.every((pixel) => pixel === 200);
  assert.ok(all(distort(even, wild)));
  assert.ok(!all(distort(even, { ...wild, outside: "background" })));
  assert.ok(!all(distort(channel(even, 0), wild)));
  assert.ok(all(distort(channel(even, 0), { ...wild, outside: "edge" })));
  assert.throws(
    () => distort(even, { seed: 1, outside: "mirror" as "edge" }),
    /outside mirror\. Give "background"/,
  );
});
