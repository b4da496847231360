import assert from "node:assert/strict";
import { test } from "node:test";
import { comparedWith, rungs } from "../../../experiments/lenet-5/single.js";
import { ladderPairs, ladderSteps } from "../../../src/lessons/lenet-5/ladderSteps.js";

const names = rungs.map(({ name }) => name);
/** All rungs alike, but for some. */
const rungsWith = (changes: Record<string, { values: number[]; misread: number[][] }>) =>
  names.map((name) => ({
    name,
    ...(changes[name] ?? { values: [0.95, 0.96, 0.94], misread: [[1], [2], [3]] }),
  }));
const verdictOf = (changes: Parameters<typeof rungsWith>[0], name: string) =>
  ladderSteps(rungsWith(changes)).find(({ step }) => step === name);

test("ladderPairs are those of the experiment", () => {
  assert.deepEqual(Object.fromEntries(ladderPairs), comparedWith);
});

test("ladderSteps(rungs) calls shown only what seeds and digits say alike", () => {
  const fewer = { values: [0.96, 0.97, 0.95], misread: [[], [], []] };
  const many = Array.from({ length: 30 }, (_, index) => 100 + index);
  const worse = { values: [0.94, 0.95, 0.93], misread: [many, many, many] };
  // Better by a point with every seed, but of three digits only: the split of 3 to 0 is not rare.
  assert.equal(verdictOf({ distorted: fewer }, "distorted")?.verdict, "not shown");
  assert.equal(verdictOf({ distorted: worse }, "distorted")?.verdict, "hurts");
  const before = verdictOf({ "ReLU in F6": { ...worse } }, "distorted");
  assert.equal(before?.verdict, "helps");
  assert.match(before?.points ?? "", /^\+1\.00 \(\+1\.00 to \+1\.00\)$/);
  assert.equal(before?.digits, "30 better, 3 worse");
  // The digits say so, the seeds do not.
  const mixed = { values: [0.99, 0.9, 0.94], misread: [many, many, many] };
  assert.equal(verdictOf({ distorted: mixed }, "distorted")?.verdict, "not shown");
});

test("ladderSteps(rungs) needs all of them", () => {
  assert.throws(() => ladderSteps(rungsWith({}).slice(1)), /^RangeError: Cannot judge the step to/);
});
