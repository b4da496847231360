import assert from "node:assert/strict";
import { test } from "node:test";
import { readFromNothing } from "../../../src/lessons/backbones-on-photographs/readFromNothing.js";
import { tf } from "../../../src/networks/tf.js";

test("readFromNothing() learns what is easy, repeats, and frees its network", async () => {
  const shade = (value: number, label: number) =>
    ({
      image: { height: 64, width: 64, channels: 1, pixels: new Uint8Array(4096).fill(value) },
      label,
    }) as const;
  const examples = [0, 1, 2, 3].flatMap((step) => [shade(20 + step, 0), shade(220 + step, 1)]);
  const before = tf.memory().numTensors;
  assert.equal(await readFromNothing(examples, [shade(30, 0), shade(210, 1)], { epochs: 60 }), 2);
  assert.equal(tf.memory().numTensors, before);
  await assert.rejects(readFromNothing([], examples), /^RangeError: Cannot train a network from nothing/);
  await assert.rejects(readFromNothing(examples, []), /^RangeError: Cannot train a network from nothing/);
});
