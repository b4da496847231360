import assert from "node:assert/strict";
import { test } from "node:test";
import { type Digits, digitAt, digitsFrom, pick, take } from "../../../src/images/digits/digits.js";

/** Three digits of 1x2 pixels, labelled 7, 8, 9. */
const three = (): Digits => ({
  count: 3,
  height: 1,
  width: 2,
  pixels: Uint8Array.of(10, 11, 20, 21, 30, 31),
  labels: Uint8Array.of(7, 8, 9),
});

test("take(digits, from, count) gives views, pixels and labels together", () => {
  const digits = three();
  const lastTwo = take(digits, 1, 2);
  assert.deepEqual(
    { ...lastTwo, pixels: [...lastTwo.pixels], labels: [...lastTwo.labels] },
    {
      count: 2,
      height: 1,
      width: 2,
      pixels: [20, 21, 30, 31],
      labels: [8, 9],
    },
  );
  assert.equal(lastTwo.pixels.buffer, digits.pixels.buffer);
  assert.equal(lastTwo.labels.buffer, digits.labels.buffer);
  const middle = take(digits, 1, 1);
  assert.deepEqual([[...middle.pixels], [...middle.labels]], [[20, 21], [8]]);
  assert.deepEqual([...take(lastTwo, 1, 1).labels], [9]);
  assert.deepEqual([take(digits, 3, 0).count, take(digits, 3, 0).pixels.length], [0, 0]);
});

test("take(digits, from, count) refuses what is not there", () => {
  for (const [from, count, message] of [
    [0, 4, /^RangeError: Cannot take 4 digits from number 0: there are 3/],
    [3, 1, /^RangeError: Cannot take 1 digits from number 3: there are 3/],
    [-1, 1, /^RangeError: Cannot take digits: from is -1/],
    [0, -1, /^RangeError: Cannot take digits: count is -1/],
    [0.5, 1, /^RangeError: Cannot take digits: from is 0\.5/],
    [0, NaN, /^RangeError: Cannot take digits: count is NaN/],
  ] as const) {
    assert.throws(() => take(three(), from, count), message);
  }
});

test("pick(digits, indices) copies the chosen ones in order, twice where asked", () => {
  const digits = three();
  const chosen = pick(digits, Uint32Array.of(2, 0, 2));
  assert.deepEqual([chosen.count, chosen.height, chosen.width], [3, 1, 2]);
  assert.deepEqual([...chosen.pixels], [30, 31, 10, 11, 30, 31]);
  assert.deepEqual([...chosen.labels], [9, 7, 9]);
  chosen.pixels[0] = 0;
  assert.equal(digits.pixels[4], 30);
  assert.equal(pick(digits, []).count, 0);
  assert.throws(
    () => pick(digits, [0, 3]),
    /^RangeError: Cannot pick digits: index is 3. Give a whole number from 0 to 2/,
  );
  assert.throws(() => pick(digits, [-1]), RangeError);
  assert.throws(() => pick(digits, [0.5]), RangeError);
});

test("digitAt(digits, index) gives rows of numbers", () => {
  assert.deepEqual(digitAt(three(), 1), [[20, 21]]);
  const tall = { ...three(), count: 1, height: 3, labels: Uint8Array.of(7) };
  assert.deepEqual(digitAt(tall, 0), [
    [10, 11],
    [20, 21],
    [30, 31],
  ]);
  assert.throws(() => digitAt(three(), 3), /^RangeError: Cannot show a digit: index is 3/);
});

test("digitsFrom(images, labels) is the way back from digitAt", () => {
  const digits = three();
  const images = [0, 1, 2].map((index) => digitAt(digits, index));
  assert.deepEqual(digitsFrom(images, [7, 8, 9]), digits);
  assert.deepEqual([...digitsFrom([[[0.4, 254.6]]], [0]).pixels], [0, 255]);
});

test("digitsFrom(images, labels) refuses what is no set of digits", () => {
  assert.throws(() => digitsFrom([], []), /Cannot make digits: there is no image/);
  assert.throws(() => digitsFrom([[[1]]], []), /1 images and 0 labels/);
  assert.throws(() => digitsFrom([[[1]], [[1, 2]]], [0, 1]), /1x1 and 1x2 pixels together/);
  assert.throws(() => digitsFrom([[[256]]], [0]), /the pixel 256/);
  assert.throws(() => digitsFrom([[[-1]]], [0]), /the pixel -1/);
  assert.throws(() => digitsFrom([[[1]]], [10]), {
    name: "RangeError",
    message:
      "Cannot make digits: label is 10. Give 0 to 9, or for other classes imagesFrom(pictures, labels, classes).",
  });
  for (const label of [-1, 1.5, Number.NaN, "3", undefined])
    assert.throws(() => digitsFrom([[[1]]], [label as number]), /make digits: label is .* from 0 to 9\.$/);
});
