import assert from "node:assert/strict";
import { test } from "node:test";
import { Newest } from "../../../src/notebook/live/newest.js";

test("Newest works on one thing at a time, and of those that wait on the newest only", async () => {
  const done: number[] = [];
  const ends: (() => void)[] = [];
  const newest = new Newest<number>((thing) => {
    done.push(thing);
    return new Promise((end) => ends.push(end));
  });
  for (const thing of [1, 2, 3]) newest.give(thing);
  assert.deepEqual(done, [1]);
  ends[0]?.();
  await new Promise(setImmediate);
  assert.deepEqual(done, [1, 3]);
  newest.give(4);
  ends[1]?.();
  await new Promise(setImmediate);
  assert.deepEqual(done, [1, 3, 4]);
  ends[2]?.();
  await new Promise(setImmediate);
  newest.give(5);
  assert.deepEqual(done, [1, 3, 4, 5]);
});
