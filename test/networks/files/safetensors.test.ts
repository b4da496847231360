import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readSafetensors } from "../../../src/networks/files/safetensors.js";
import { writeSafetensors } from "../../../src/networks/files/writeSafetensors.js";
import { assertAsPython, fileOf } from "./written/written.js";

const refusal =
  /^Error: Cannot read safetensors: .+\. (The file is damaged or cut off: get|Save it as one of these)/;

/** A file from a header as text and a body, put together apart from the writer. */
function file(header: string | object, body: readonly number[] = [], length?: number): Uint8Array {
  const head = new TextEncoder().encode(typeof header === "string" ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + head.length + 4 * body.length);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(length ?? head.length), true);
  bytes.set(head, 8);
  for (const [index, value] of body.entries()) view.setFloat32(8 + head.length + 4 * index, value, true);
  return bytes;
}
const entry = (shape: unknown, offsets: unknown, dtype = "F32") => ({ dtype, shape, data_offsets: offsets });
const held = (bytes: Uint8Array) =>
  [...readSafetensors(bytes).tensors].map(([name, { shape, data }]) => [name, shape, Array.from(data)]);

test("readSafetensors(bytes) reads a file made by hand: two tensors in another order than their numbers, and texts", () => {
  const bytes = file(
    { b: entry([1], [8, 12]), __metadata__: { made: "by hand" }, a: entry([2, 1], [0, 8]) },
    [1.5, -2, 3],
  );
  assert.deepEqual(held(bytes), [["a", [2, 1], [1.5, -2]], ["b", [1], [3]]]);
  assert.deepEqual(readSafetensors(bytes).metadata, { made: "by hand" });
}); // biome-ignore format: short

test("writeSafetensors(…) writes what the format asks for, and is read back as it was", () => {
  const numbers = fc.array(fc.float({ noNaN: true }), { minLength: 0, maxLength: 6 });
  fc.assert(
    fc.property(fc.dictionary(fc.string(), numbers, { maxKeys: 4 }), (entries) => {
      const named = Object.entries(entries).filter(([name]) => !name.startsWith("__"));
      const tensors = new Map(
        named.map(([name, values]) => [name, { shape: [values.length, 1], data: Float32Array.from(values) }]),
      );
      const bytes = writeSafetensors({ tensors, metadata: { of: "a test" } });
      const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
      assert.equal(length % 8, 0);
      const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
      assert.equal(bytes.length, 8 + length + 4 * named.reduce((sum, [, values]) => sum + values.length, 0));
      for (const [name, values] of named) assert.deepEqual(header[name].shape, [values.length, 1]);
      const back = readSafetensors(bytes);
      assert.equal(back.tensors.size, named.length);
      for (const [name, { data }] of tensors) assert.deepEqual(back.tensors.get(name)?.data, data);
      assert.deepEqual(back.metadata, { of: "a test" });
    }),
  );
});

const broken: Record<string, [bytes: Uint8Array, said: RegExp]> = {
  nothing: [new Uint8Array(0), /0 bytes/],
  "seven bytes": [new Uint8Array(7), /7 bytes/],
  "a header longer than the file": [file("{}", [], 99), /header of 99/],
  "a header of more than the memory": [Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255), /cannot be/],
  "no JSON": [file("{nonsense"), /not JSON/],
  "a list": [file("[]"), /no object/],
  null: [file("null"), /no object/],
  "another type": [
    file({ a: entry([1], [0, 4], "C64") }, [0]),
    /of type C64, which is none of F64, F32, .+ Save it as one of these/,
  ],
  "a type by the name of a method": [
    file({ a: entry([1], [0, 4], "constructor") }, [0]),
    /of type constructor/,
  ],
  "half as many bytes as its type needs": [
    file({ a: entry([1], [0, 4], "F64") }, [0]),
    /\[1\] of F64, does not fit its 4 bytes/,
  ],
  "an entry that is null": [file({ a: null }), /of type undefined/],
  "a shape below zero": [file({ a: entry([-1], [0, 4]) }, [0]), /no shape/],
  "a shape of text": [file({ a: entry("1", [0, 4]) }, [0]), /no shape/],
  "a shape that is no whole number": [file({ a: entry([0.5, 2], [0, 4]) }, [0]), /no shape/],
  "one offset": [file({ a: entry([1], [0]) }, [0]), /no place/],
  "offsets the wrong way round": [file({ a: entry([1], [4, 0]) }, [0]), /left over|does not fit/],
  "more places than numbers": [file({ a: entry([3], [0, 4]) }, [0]), /does not fit/],
  "places beyond the file": [file({ a: entry([3], [0, 12]) }, [0]), /does not fit/],
  "a shape whose product is no number": [file({ a: entry([1e15, 1e15, 1e15], [0, 4]) }, [0]), /does not fit/],
  "two tensors that share numbers": [file({ a: entry([1], [0, 4]), b: entry([1], [0, 4]) }, [0]), /share/],
  "a gap": [file({ a: entry([1], [4, 8]) }, [0, 0]), /left over/],
  "numbers that belong to none": [file({ a: entry([1], [0, 4]) }, [0, 0]), /4 bytes belong to no tensor/],
  "metadata that is no text": [file({ __metadata__: { a: 1 } }), /metadata is not text/],
};
for (const [name, [bytes, said]] of Object.entries(broken)) {
  test(`readSafetensors(bytes) refuses ${name}`, () => {
    assert.throws(() => readSafetensors(bytes), said);
    assert.throws(() => readSafetensors(bytes), refusal);
  });
}

test("readSafetensors(bytes) refuses every truncated file", () => {
  const whole = file({ a: entry([2], [0, 8]) }, [1, 2]);
  for (let length = 0; length < whole.length; length++) {
    assert.throws(() => readSafetensors(whole.subarray(0, length)), refusal);
  }
});

test("readSafetensors(bytes) reads every type of number as the Python library does, and says what it converted", () => {
  const { tensors, metadata } = readSafetensors(fileOf("types.safetensors").buffer as ArrayBuffer);
  assertAsPython(tensors, "types.safetensors");
  assert.deepEqual(metadata, { format: "pt" });
  for (const [name, { convertedFrom }] of tensors) {
    const type = { shaped: "F16", none: undefined, F32: undefined }[name];
    assert.equal(convertedFrom, name in { shaped: 1, none: 1, F32: 1 } ? type : name, name);
  }
  assert.throws(
    () => readSafetensors(fileOf("float8.safetensors")),
    /^Error: .+ a is of type F8_E4M3, which is none of F64/,
  );
  assert.throws(
    () => readSafetensors("a.safetensors" as never),
    /^TypeError: Cannot read safetensors: it was given a text/,
  );
});

test("writeSafetensors(…) writes converted numbers as F32", () => {
  const { tensors, metadata } = readSafetensors(fileOf("types.safetensors"));
  const again = readSafetensors(writeSafetensors({ tensors, metadata }));
  assertAsPython(again.tensors, "types.safetensors");
  assert.ok([...again.tensors.values()].every(({ convertedFrom }) => convertedFrom === undefined));
});

const data = Float32Array.of(1, 2);
const unreadable: Record<string, [tensors: unknown, said: RegExp, metadata?: unknown]> = {
  "more places than numbers": [[["a", { shape: [3], data }]], /^RangeError: .+ a has 2 numbers and the shape \[3\]/],
  "fewer": [[["a", { shape: [], data }]], /^RangeError: .+ and the shape \[\]/],
  "a side below zero": [[["a", { shape: [-1, -2], data }]], /^RangeError: .+ shape \[-1,-2\]/],
  "half a side": [[["a", { shape: [0.5, 4], data }]], /^RangeError: .+ shape \[0.5,4\]/],
  "a shape that is a number": [[["a", { shape: 2, data }]], /^RangeError: .+ the shape 2/],
  "a typed shape": [[["a", { shape: Int32Array.of(2), data }]], /^RangeError: .+ the shape 2/],
  "no shape": [[["a", { data }]], /^RangeError: .+ the shape undefined/],
  "doubles": [[["a", { shape: [2], data: Float64Array.of(1, 2) }]], /^TypeError: .+ a has its numbers in something of type Float64Array\. Give a Float32Array/],
  "big integers": [[["a", { shape: [1], data: BigInt64Array.of(1n) }]], /^TypeError: .+ BigInt64Array/],
  "a list": [[["a", { shape: [2], data: [1, 2] }]], /^TypeError: .+ Array/],
  "nothing": [[["a", null]], /^TypeError: .+ Undefined/],
  "the format's own name": [[["__metadata__", { shape: [2], data }]], /^RangeError: .+ cannot be called __metadata__/],
  "a name that is a number": [[[1, { shape: [2], data }]], /^RangeError: .+ cannot be called 1/],
  "an object": [{ a: { shape: [2], data } }, /^TypeError: .+ no Map/],
  "metadata that is no text": [[], /^TypeError: .+ metadata is not text/, { epochs: 3 }],
  "metadata in a Map": [[], /^TypeError: .+ metadata is not text/, new Map([["a", "b"]])],
}; // biome-ignore format: a case a line
for (const [name, [tensors, said, metadata = {}]] of Object.entries(unreadable)) {
  test(`writeSafetensors(…) refuses ${name}`, () => {
    const given = Array.isArray(tensors) ? new Map(tensors) : tensors;
    assert.throws(() => writeSafetensors({ tensors: given, metadata } as never), said);
  });
}
test("writeSafetensors() without anything says what it takes", () => {
  assert.throws(() => writeSafetensors(undefined as never), /^TypeError: .+ no Map/);
});
