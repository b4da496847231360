import assert from "node:assert/strict";
import { test } from "node:test";
import { murmur2 } from "../../../src/kernel/debug/murmur2.js";

// By `murmur2_x86` of ipykernel 7.4.0, which JupyterLab agrees with.
const known: readonly [text: string, hash: number][] = [
  ["", 3990065800],
  ["a", 2167009006],
  ["ab", 2805137849],
  ["abc", 3350977461],
  ["abcd", 804720481],
  ["const x = 1;\nx", 552911769],
  ["ẽ 합성곱 🧮", 858293152],
];

test("the hash of a cell is what Jupyter's front ends compute", () => {
  for (const [text, hash] of known) assert.equal(murmur2(text, 0xc70f6907), hash, JSON.stringify(text));
});
