import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsFrom } from "../../../src/images/digits/digits.js";
import { pictureNumbers } from "../../../src/lessons/networkExplorer/pictures.js";
import { tf } from "../../../src/networks/tf.js";

const gray = { maps: 1, rows: 2, columns: 2 };
const color = { maps: 3, rows: 1, columns: 2 };

test("pictureNumbers() takes rows, tensors and bytes of a gray picture", () => {
  assert.deepEqual(pictureNumbers([[1, 2], [3, 4]], gray), [1, 2, 3, 4]); // biome-ignore format: a matrix
  assert.deepEqual(pictureNumbers(tf.tensor4d([1, 2, 3, 4], [1, 2, 2, 1]), gray), [1, 2, 3, 4]);
  assert.deepEqual(pictureNumbers(tf.tensor3d([1, 2, 3, 4], [2, 2, 1]), gray), [1, 2, 3, 4]);
  assert.deepEqual(pictureNumbers(digitsFrom([[[0, 255], [51, 0]]], [1]), gray), [0, 1, 0.2, 0]); // biome-ignore format: a matrix
});

test("pictureNumbers() sorts a picture in colour by channel", () => {
  const pixels = Uint8Array.of(255, 0, 51, 0, 102, 0);
  const wanted = [1, 0, 0, 0.4, 0.2, 0];
  assert.deepEqual(pictureNumbers({ height: 1, width: 2, channels: 3, pixels }, color), wanted);
  assert.deepEqual(pictureNumbers([[[1, 0, 0.2], [0, 0.4, 0]]], color), wanted); // biome-ignore format: a picture
});

test("pictureNumbers() refuses several images, other sizes and what is no picture", () => {
  const several = digitsFrom([[[0]], [[1]]], [1, 2]);
  assert.throws(
    () => pictureNumbers(several, gray),
    /^RangeError: Cannot explore 2 images at once\. Give one: /,
  );
  assert.throws(
    () => pictureNumbers([[1, 2]], gray),
    /^RangeError: Cannot explore a picture of 1x2x1 numbers/,
  );
  assert.throws(
    () => pictureNumbers(null as never, gray),
    /^TypeError: Cannot explore this picture: it is no image/,
  );
  assert.throws(() => pictureNumbers([[1, 2], [[3, 4], 4]] as never, gray), /^TypeError: .* its rows differ/); // biome-ignore format: a matrix
});
