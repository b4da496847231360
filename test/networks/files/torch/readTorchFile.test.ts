import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { readTorchFile } from "../../../../src/networks/files/torch/readTorchFile.js";
import { assertAsPython, expected, fileOf } from "../written/written.js";
import { call, dict, int, list, named, no, none, ordered, pickle, tensor, text, tuple } from "./pickles.js";
import { type Packed, saved, u32, zip } from "./zips.js";

const refusal =
  /^Error: Cannot read PyTorch weights: .+\. Get the file again, or save the weights alone: torch\.save/;
const refused = (bytes: Uint8Array, said: RegExp) =>
  assert.throws(
    () => readTorchFile(bytes),
    (error: Error) => {
      assert.match(String(error), refusal);
      assert.match(error.message, said);
      return true;
    },
  );

for (const file of Object.keys(expected).filter((name) => name.endsWith(".pth"))) {
  test(`readTorchFile(bytes) reads ${file} as PyTorch does`, () =>
    assertAsPython(readTorchFile(fileOf(file)), file));
}

test("readTorchFile(bytes) says which numbers it converted, and takes an ArrayBuffer", () => {
  const found = readTorchFile(fileOf("types.zip.pth").buffer as ArrayBuffer);
  const said = [...found].map(([name, { convertedFrom }]) => [name, convertedFrom]);
  const types = ["F64", "F32", "F16", "BF16", "I64", "I32", "I16", "I8", "U8", "BOOL"];
  const kept = ["F32", "I64"];
  const wanted = types.map((type) => [type, kept.includes(type) ? undefined : type]);
  assert.deepEqual(said, [...wanted, ["part", undefined], ["turned", undefined]]);
  assert.throws(
    () => readTorchFile("a.pth" as unknown as Uint8Array),
    /^TypeError: .+ given a text\. Give the bytes/,
  );
});

test("readTorchFile(bytes) gives tied weights one array, and others their own", () => {
  for (const file of ["tied.zip.pth", "tied.legacy.pth"]) {
    const found = readTorchFile(fileOf(file));
    assert.equal(found.get("encoder")?.data, found.get("decoder")?.data);
    assert.notEqual(found.get("encoder")?.data, found.get("turned")?.data);
  }
});

test("readTorchFile(bytes) reads an archive with lengths of 64 bits, with lengths behind its files, deflated, with a comment", () => {
  const archives = [
    zip(saved(), { long: true }),
    zip(saved(), { comment: "PK\x05\x06 and more" }),
    zip(saved().map((file) => ({ ...file, deflated: true }))),
  ];
  for (const bytes of archives)
    assert.deepEqual([...(readTorchFile(bytes).get("weight")?.data ?? [])], [1, 2, 3, 4, 5, 6]);
});

const other = (name: string, changes: Partial<Packed> = {}): Packed => ({
  ...(saved().find((file) => file.name === name) ?? { name, bytes: new Uint8Array(4) }),
  ...changes,
});
const program = (...parts: number[][]) => ({ program: pickle(...parts) });
const archives: Record<string, [bytes: Uint8Array, said: RegExp]> = {
  "an archive of something else": [zip([other("word/document.xml")]), /with 0 files data\.pkl/],
  "an archive of two": [zip(saved({ others: [other("b/data.pkl")] })), /with 2 files data\.pkl/],
  "a program of TorchScript": [zip(saved({ others: [other("a/constants.pkl")] })), /program of TorchScript/],
  "numbers of another order": [zip(saved({ others: [other("a/byteorder", { bytes: new TextEncoder().encode("big") })] })), /lowest byte first/],
  "a name that would run a program": [zip(saved(program(call(named("os", "system"), tuple(text("touch pwned")))))), /asks for "os system" \(at byte 13 of data\.pkl\)/],
  "a whole model": [zip(saved(program(named("__main__", "Net")))), /asks for "__main__ Net"/],
  "a program after the program": [zip(saved({ program: [...pickle(none), 0x2e] })), /1 bytes follow after the pickle/],
  "a storage that is not there": [zip(saved().slice(0, 2)), /a\/data\/7 is missing/],
  "a storage that is too short": [zip(saved({ data: new Uint8Array(20) })), /storage 7 has 20 bytes, not those of 6 numbers of type F32/],
  "a storage that is too long": [zip(saved({ data: new Uint8Array(28) })), /storage 7 has 28 bytes/],
  "a storage with a path for a key": [zip(saved(program(ordered(["w", tensor({ key: text("../data.pkl") })])))), /data\/\.\.\/data\.pkl is missing/],
  "a name twice": [zip([...saved(), other("a/data/7")]), /"a\/data\/7" twice/],
  "a file that is called otherwise": [zip(saved({ others: [other("a/data/7", { own: "a/data/8" })] })), /is called "a\/data\/8"/],
  "a file that is encrypted": [zip(saved({ others: [other("a/data/7", { directory: { 8: [1, 0] } })] })), /encrypted/],
  "another way of packing": [zip(saved({ others: [other("a/data/7", { directory: { 10: [12, 0] } })] })), /packed by method 12/],
  "another checksum": [zip(saved({ others: [other("a/data/7", { directory: { 16: [0, 0, 0, 0] } })] })), /checksum/],
  "a length that is not the file's": [zip(saved({ others: [other("a/data/7", { directory: { 24: [20, 0, 0, 0] } })] })), /has 24 bytes, not 20/],
  "a file beyond the end": [zip(saved({ others: [other("a/data/7", { directory: { 42: [255, 255, 255, 127] } })] })), /ends in the middle/],
  "a file where there is none": [zip(saved({ others: [other("a/data/7", { directory: { 42: [1, 0, 0, 0] } })] })), /no file where/],
  "a length of 64 bits that is left out": [zip(saved({ others: [other("a/data/7", { directory: { 24: [255, 255, 255, 255] } })] })), /leaves out a length/],
  "a gigabyte from a few bytes": [
    zip(saved({ others: [other("a/data/7", { bytes: new Uint8Array(24_000_000), deflated: true })] })), /unpacks to 24000000 bytes, too many/],
  "more than the stated length": [
    zip(saved({ others: [other("a/data/7", { bytes: new Uint8Array(99), deflated: true, directory: { 24: [24, 0, 0, 0] } })] })), /cannot be unpacked to 24 bytes/],
  "less than the stated length": [
    zip(saved({ others: [other("a/data/7", { bytes: new Uint8Array(9), deflated: true, directory: { 24: [24, 0, 0, 0] } })] })), /has 9 bytes, not 24/],
  "one tensor": [fileOf("tensor.zip.pth"), /one tensor without a name/],
  "two dictionaries of tensors": [fileOf("two.zip.pth"), /"generator", "discriminator", and does not say which/],
  "types that are described in another way": [fileOf("unsigned.zip.pth"), /_rebuild_tensor_v3/],
  "a checkpoint without weights": [zip(saved(program(dict(["epoch", int(3)])))), /"epoch" is not a tensor/],
  "weights with a stranger": [zip(saved(program(dict(["epoch", int(3)], ["state_dict", dict(["w", tensor()], ["n", int(1)])])))), /"n" in "state_dict" is not a tensor/],
  "a checkpoint with tensors beside an unknown dictionary": [zip(saved(program(dict(["w", tensor()], ["ema", dict(["w", tensor()])])))), /"ema" is not a tensor/],
  "a list": [zip(saved(program(list(tensor())))), /something else than tensors by name/],
  "a parameter of no tensor": [
    zip(saved(program(call(named("torch._utils", "_rebuild_parameter"), tuple(int(1), no, ordered()))))), /parameter is not described/],
}; // biome-ignore format: a case a line

for (const [name, [bytes, said]] of Object.entries(archives)) {
  test(`readTorchFile(bytes) refuses ${name}`, () => refused(bytes, said));
}

test("readTorchFile(bytes) refuses an archive whose files hold one another, and come to many times its length", () => {
  const holding = (count: number) => {
    // Each file is all that follows its head: the heads of the others, then the zeros of the last.
    const files = Array.from({ length: count }, (_, index) => ({
      key: `s${10 + index}`,
      bytes: new Uint8Array(800_000),
    }));
    for (let index = count - 2; index >= 0; index--) {
      const { key, bytes } = files[index + 1] as (typeof files)[number];
      const head = zip([{ name: `a/data/${key}`, bytes: new Uint8Array(0) }]).subarray(0, 40);
      (files[index] as (typeof files)[number]).bytes = Buffer.concat([head, bytes]);
    }
    const one = { shape: tuple(int(1)), strides: tuple(int(1)) };
    const views = files.map(({ key, bytes }): [string, number[]] => [
      key,
      tensor({ key: text(key), length: int(bytes.length / 4), ...one }),
    ]);
    const before = saved({ program: pickle(ordered(...views)) }).slice(0, 2);
    const start = before.reduce((sum, { name, bytes }) => sum + 30 + name.length + bytes.length, 0);
    const packed = files.map(({ key, bytes }, index): Packed => {
      if (index === 0) return { name: `a/data/${key}`, bytes };
      const [size, at] = [u32(bytes.length), u32(start + 40 * index)];
      return {
        name: `a/data/${key}`,
        bytes: new Uint8Array(0),
        directory: { 16: u32(crc32(bytes)), 20: size, 24: size, 42: at },
      };
    });
    return zip([...before, ...packed]);
  };
  assert.equal(readTorchFile(holding(3)).size, 3);
  refused(holding(50), /unpacks to \d+ bytes, too many for an archive of/);
});

test("readTorchFile(bytes) refuses every truncated archive, and one with any byte altered, or gives what was there", () => {
  const whole = zip(saved());
  for (let length = 0; length < whole.length; length++) {
    assert.throws(() => readTorchFile(whole.subarray(0, length)), refusal, `${length} bytes`);
  }
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
      const altered = Uint8Array.from(whole);
      altered[at] = byte;
      try {
        for (const { data } of readTorchFile(altered).values())
          assert.deepEqual([...data], [1, 2, 3, 4, 5, 6]);
      } catch (error) {
        assert.match(String(error), refusal);
      }
    }),
    { numRuns: 2000 },
  );
});
