import assert from "node:assert/strict";
import { test } from "node:test";
import { take } from "../../../src/images/digits/digits.js";
import { loadMnist } from "../../../src/images/digits/mnist.js";
import { f6WhileLearning } from "../../../src/lessons/lenet-5/f6WhileLearning.js";
import { tf } from "../../../src/networks/tf.js";

test("f6WhileLearning(digits, watched, options) tells what is read in the end, and leaves no tensor behind", async () => {
  const { train, test } = await loadMnist({ trainImages: 200, testImages: 3 });
  const before = tf.memory().numTensors;
  const [one, four] = [
    await f6WhileLearning(train, take(test, 0, 3), { epochs: 1 }),
    await f6WhileLearning(train, take(test, 0, 3), { epochs: 4 }),
  ];
  assert.equal(tf.memory().numTensors, before);
  const read = ({ description }: { description: string }) =>
    Number(/(\d+)% of the training/.exec(description)?.[1]);
  assert.match(one.description, /^F6 of 3 digits in 1 epochs?/);
  assert.ok(read(four) > read(one), `${read(one)}, ${read(four)}`);
  await assert.rejects(f6WhileLearning(train, test, { epochs: 0 }), RangeError);
});
