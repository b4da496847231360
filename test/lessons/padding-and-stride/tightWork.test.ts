import assert from "node:assert/strict";
import { test } from "node:test";
import { tightWork } from "../../../src/lessons/padding-and-stride/tightWork.js";
import { tf } from "../../../src/networks/tf.js";

test("tightWork() counts the four networks: as many parameters, not as much work", () => {
  const before = tf.memory().numTensors;
  // Convolutions of 25 and 25 · 16 products for each number that comes out, then the dense layers.
  const work = (first: number, second: number) =>
    first ** 2 * 16 * 25 + second ** 2 * 32 * 25 * 16 + 128 * 64 + 64 * 10;
  assert.deepEqual(tightWork(), [
    { network: "valid", parameters: 22_154, "multiply-adds": work(16, 4) },
    { network: "same", parameters: 22_154, "multiply-adds": work(20, 10) },
    { network: "image padded first", parameters: 22_154, "multiply-adds": work(24, 8) },
    { network: "image enlarged first", parameters: 22_154, "multiply-adds": work(24, 8) },
  ]);
  assert.equal(tf.memory().numTensors, before);
});
