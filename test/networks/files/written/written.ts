import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { TensorData } from "../../../../src/networks/files/tensorData.js";

/** Numbers as Python writes them: JSON has none for infinity, and JavaScript's are too short for 64 bits. */
interface Told {
  shape: number[];
  numbers: string[];
}

export const fileOf = (name: string) => new Uint8Array(readFileSync(new URL(name, import.meta.url)));
export const expected = JSON.parse(readFileSync(new URL("expected.json", import.meta.url), "utf8"))
  .files as Record<string, Record<string, Told>>;

const special: Record<string, number> = { inf: Infinity, "-inf": -Infinity, nan: NaN };

/** Holds tensors against what Python read in a file: the same names, shapes and numbers to the last bit. */
export function assertAsPython(found: ReadonlyMap<string, TensorData>, file: string): void {
  const told = expected[file] ?? {};
  assert.deepEqual([...found.keys()].sort(), Object.keys(told).sort());
  for (const [name, { shape, data }] of found) {
    assert.deepEqual(shape, told[name]?.shape, name);
    const numbers = told[name]?.numbers ?? [];
    if (data instanceof Float32Array) {
      assert.deepEqual(
        data,
        Float32Array.from(numbers, (text) => special[text] ?? Number(text)),
        name,
      );
    } else assert.deepEqual(data, BigInt64Array.from(numbers, BigInt), name);
  }
}
