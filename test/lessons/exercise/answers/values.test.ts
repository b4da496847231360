import assert from "node:assert/strict";
import { test } from "node:test";
import { valuesIn } from "../../../../src/lessons/exercise/answers/values.js";
import { tf } from "../../../../src/networks/tf.js";
import { tensorOf } from "../forms.js";

test("valuesIn(answer) reads numbers and how they stood, in every form", () => {
  const cases: [answer: unknown, numbers: number[], shape: number[]][] = [
    [7, [7], []],
    [7n, [7], []],
    ["4,5", [4.5], []],
    [[1, 2], [1, 2], [2]],
    [["1", "2,5"], [1, 2.5], [2]],
    [[[1, 2], [3, 4]], [1, 2, 3, 4], [2, 2]],
    [[Float32Array.of(1, 2), [3, 4]], [1, 2, 3, 4], [2, 2]],
    [Int8Array.of(1, 2), [1, 2], [2]],
    [BigInt64Array.of(1n, 2n), [1, 2], [2]],
    [new Set([3, 1]), [3, 1], [2]],
    [tensorOf([1, 2, 3, 4], [2, 2]), [1, 2, 3, 4], [2, 2]],
    [[tensorOf([1], []), 2], [1, 2], [2].concat([])],
    [{ shape: [2, 1], values: [5, 6] }, [5, 6], [2, 1]],
    [{ shape: [2], data: Float32Array.of(5, 6) }, [5, 6], [2]],
    ["1 2\n3 4", [1, 2, 3, 4], [2, 2]],
    [[], [], [0]],
  ]; // biome-ignore format: rows
  for (const [answer, numbers, shape] of cases)
    assert.deepEqual(valuesIn(answer), { numbers, shape }, String(answer));
  const own = tf.tensor2d([[1, 2]]);
  assert.deepEqual(valuesIn(own), { numbers: [1, 2], shape: [1, 2] });
  own.dispose();
});

test("valuesIn(answer) lets NaN through, for the check to refuse, and nothing that is no number", () => {
  assert.deepEqual(valuesIn([Number.NaN, 1])?.numbers, [Number.NaN, 1]);
  const none = ["soon", true, null, undefined, {}, [1, "x"], [[1, 2], [3]], [1, [2]], () => 1, Symbol("x"), new Map([[1, 2]]), new Date(0), { shape: [3], values: [1] }]; // biome-ignore format: a list
  for (const answer of none) assert.equal(valuesIn(answer), undefined, String(answer));
});
