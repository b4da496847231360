import assert from "node:assert/strict";
import { test } from "node:test";
import { paddingNames, pairNames, partsIn } from "../../../../src/lessons/exercise/answers/named.js";
import { rowIn, shapeIn } from "../../../../src/lessons/exercise/answers/shapes.js";

test("shapeIn(answer) reads lists, tensors' shapes, text, and objects by the names people use", () => {
  const forms = [
    [24, 20, 32],
    [null, 24, 20, 32],
    [undefined, 24, 20, 32],
    "24 x 20 x 32",
    "[null, 24, 20, 32]",
    "(None, 24, 20, 32)",
    ["24", "20", "32"],
    { height: 24, width: 20, channels: 32 },
    { height: 24, width: 20, filters: 32 },
    { rows: 24, columns: 20, depth: 32 },
    { H: 24, W: 20, C: 32 },
    { width: "20", height: "24", featureMaps: "32" },
    Int32Array.of(24, 20, 32),
  ];
  for (const form of forms) assert.deepEqual(shapeIn(form), [24, 20, 32], JSON.stringify(form));
  assert.deepEqual(shapeIn({ height: 11, width: 11 }), [11, 11]);
  for (const answer of [24, "large", {}, { height: 24 }, [[24, 20], [32, 1]], null]) // biome-ignore format: short
    assert.equal(shapeIn(answer), undefined, JSON.stringify(answer));
});

test("rowIn(answer, names) reads pairs by their names in any case, partsIn whatever stands there", () => {
  for (const form of [
    { before: 1, after: 2 },
    { left: 1, right: 2 },
    { Top: "1", Bottom: "2" },
    [1, 2],
    "1, 2",
    "1 2",
  ])
    assert.deepEqual(rowIn(form, paddingNames), [1, 2], JSON.stringify(form));
  class Pair {
    before = 1;
    after = 2;
  }
  assert.deepEqual(rowIn(new Pair(), paddingNames), [1, 2]);
  assert.equal(rowIn({ before: 1 }, paddingNames), undefined);
  assert.deepEqual(partsIn({ first: "a", second: "b" }, pairNames), ["a", "b"]);
  assert.deepEqual(partsIn(["a", "b"], pairNames), ["a", "b"]);
  assert.equal(partsIn(["a"], pairNames), undefined);
});
