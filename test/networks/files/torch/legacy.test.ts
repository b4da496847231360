import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readTorchFile } from "../../../../src/networks/files/torch/readTorchFile.js";
import {
  call, type Described, dict, file, int, list, machine, magic, named, no, none, numbers, ordered, type Parts, pickle, tensor, text,
  tuple, version, yes,
} from "./pickles.js"; // biome-ignore format: one list

const refusal = /^Error: Cannot read PyTorch weights: .+\. Get the file again/;
const held = (bytes: Uint8Array) =>
  [...readTorchFile(bytes)].map(([name, { shape, data }]) => ({ name, shape, data: [...data] }));
const one = (described: Described) => pickle(ordered(["weight", tensor(described)]));

test("readTorchFile(bytes) reads tensors by name, in row order", () => {
  assert.deepEqual(held(file()), [{ name: "weight", shape: [2, 3], data: [1, 2, 3, 4, 5, 6] }]);
});

test("readTorchFile(bytes) follows offsets and strides: turned, cut out, a single number, none", () => {
  const turned = { shape: tuple(int(3), int(2)), strides: tuple(int(1), int(3)) };
  assert.deepEqual(held(file({ tensors: one(turned) }))[0]?.data, [1, 4, 2, 5, 3, 6]);
  const part = { offset: int(1), shape: tuple(int(2), int(2)), strides: tuple(int(3), int(1)) };
  assert.deepEqual(held(file({ tensors: one(part) }))[0]?.data, [2, 3, 5, 6]);
  const scalar = { offset: int(5), shape: [0x29], strides: [0x29] };
  assert.deepEqual(held(file({ tensors: one(scalar) })), [{ name: "weight", shape: [], data: [6] }]);
  const empty = { shape: tuple(int(0), int(3)) };
  assert.deepEqual(held(file({ tensors: one(empty) }))[0]?.data, []);
});

test("readTorchFile(bytes) reads two tensors of one storage, and whole numbers of 64 bits", () => {
  const half = (offset: number): Described => ({
    offset: int(offset),
    shape: tuple(int(3)),
    strides: tuple(int(1)),
  });
  const shared = pickle(ordered(["a", tensor(half(0))], ["b", tensor(half(3))]));
  assert.deepEqual(
    held(file({ tensors: shared })).map(({ data }) => data),
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
  );
  const count = { type: named("torch", "LongStorage"), length: int(1), shape: [0x29], strides: [0x29] };
  const data = [1, 0, 0, 0, 0, 0, 0, 0, 254, 255, 255, 255, 255, 255, 255, 255];
  assert.deepEqual(held(file({ tensors: one(count), data }))[0]?.data, [-2n]);
});

test("readTorchFile(bytes) passes over the attributes that PyTorch gives its dictionary", () => {
  const withAttributes = pickle(ordered(["weight", tensor()]), dict(["_metadata", ordered()]), [0x62]);
  assert.equal(held(file({ tensors: withAttributes })).length, 1);
});

const shell = call(named("os", "system"), tuple(text("touch pwned")));
const hostile: Record<string, [parts: Parts, said: RegExp]> = {
  "a name that would run a program": [{ tensors: pickle(shell) }, /asks for "os system"/],
  "the same instead of a tensor": [{ tensors: pickle(ordered(["weight", shell])) }, /asks for "os system"/],
  "the same in the list of storages": [{ keys: pickle(shell) }, /asks for "os system"/],
  "the same before anything else": [{ head: pickle(shell) }, /asks for "os system"/],
  "eval": [{ tensors: pickle(call(named("builtins", "eval"), tuple(text("1")))) }, /builtins eval/],
  "a name by the stack (STACK_GLOBAL)": [{ tensors: pickle(text("os"), text("system"), [0x93]) }, /instruction 0x93/],
  "a copy registry (EXT1)": [{ tensors: pickle([0x82, 1]) }, /instruction 0x82/],
  "an instance (INST)": [{ tensors: [0x80, 2, 0x28, 0x69] }, /instruction 0x69/],
  "an object (OBJ)": [{ tensors: [0x80, 2, 0x28, 0x6f] }, /instruction 0x6f/],
  "a new object (NEWOBJ)": [{ tensors: pickle([0x29, 0x29, 0x81]) }, /instruction 0x81/],
  "a text as Python writes it (STRING)": [{ tensors: pickle([0x53, 0x27, 0x27, 0x0a]) }, /instruction 0x53/],
  "a known name in the wrong place": [{ tensors: pickle(call(named("torch", "FloatStorage"), tuple())) }, /calls torch FloatStorage/],
  "a call of no name": [{ tensors: pickle(call(text("x"), tuple())) }, /something that is no name/],
  "a call with no tuple": [{ tensors: pickle(call(named("collections", "OrderedDict"), int(1))) }, /no tuple/],
  "a dictionary made of something": [{ tensors: pickle(call(named("collections", "OrderedDict"), tuple(int(1)))) }, /of something else/],
  "protocol 4": [{ head: [0x80, 4, 0x4e, 0x2e] }, /protocol 4/],
  "another magic number": [{ head: [...pickle(int(7)), ...version, ...machine] }, /magic number/],
  "another version": [{ head: [...magic, ...pickle(int(1002)), ...machine] }, /version is not 1001/],
  "big-endian numbers": [{ head: [...magic, ...version, ...pickle(dict(["little_endian", no]))] }, /lowest byte first/],
  "no machine": [{ head: [...magic, ...version, ...pickle(none)] }, /lowest byte first/],
  "not a dictionary": [{ tensors: pickle(list()) }, /something else than tensors/],
  "a value that is no tensor": [{ tensors: pickle(ordered(["weight", int(3)])) }, /"weight" is not a tensor/],
  "a key that is no text": [{ tensors: pickle([0x7d], int(1), int(2), [0x73]) }, /key that is no text/],
  "a key that is no number either": [{ tensors: pickle([0x7d], none, int(2), [0x73]) }, /key that is no text and no number/],
  "a key twice": [{ tensors: pickle(ordered(["a", int(1)], ["a", int(2)])) }, /"a" twice/],
  "a key without a value": [{ tensors: pickle([0x7d, 0x28], text("a"), [0x75]) }, /what is no dictionary/],
  "items put into a list": [{ tensors: pickle([0x5d], text("a"), int(1), [0x73]) }, /what is no dictionary/],
  "items added to a text": [{ tensors: pickle(text("a"), int(1), [0x61]) }, /what is no list/],
  "attributes of a text": [{ tensors: pickle(text("a"), dict(), [0x62]) }, /attributes of what is no dictionary/],
  "an empty stack": [{ tensors: pickle([0x85]) }, /where there is none/],
  "nothing at the end": [{ tensors: pickle() }, /where there is none/],
  "values left behind": [{ tensors: pickle(int(1), int(2)) }, /leaves values behind/],
  "a mark never set": [{ tensors: pickle([0x74]) }, /never set/],
  "a value from below a mark": [{ tensors: pickle(int(1), [0x28, 0x85]) }, /where there is none/],
  "a value never kept": [{ tensors: pickle([0x68, 9]) }, /recalls value 9/],
  "a thousand marks": [{ tensors: pickle(Array(1500).fill(0x28)) }, /nested too deep/],
  "a number of 17 bytes": [{ tensors: pickle([0x8a, 17], Array(17).fill(1)) }, /17 bytes is too long/],
  "a text longer than the file": [{ tensors: [0x80, 2, 0x58, 255, 255, 255, 255] }, /ends in the middle/],
  "a text that is not UTF-8": [{ tensors: pickle([0x58, 1, 0, 0, 0, 0xff]) }, /not UTF-8/],
  "a name without an end": [{ tensors: [0x80, 2, 0x63, ...Array(200).fill(0x61)] }, /not a short line/],
  "a tensor that is longer than its storage": [{ tensors: one({ shape: tuple(int(3), int(3)) }) }, /reaches beyond the 6 numbers/],
  "a tensor that reaches beyond": [{ tensors: one({ offset: int(1) }) }, /reaches beyond the 6 numbers/],
  "strides that reach beyond": [{ tensors: one({ strides: tuple(int(9), int(1)) }) }, /reaches beyond/],
  "a shape of a billion by stride 0": [{ tensors: one({ shape: tuple(int(1e9)), strides: tuple(int(0)) }) }, /1000000000 numbers in all/],
  "sides whose product is no number": [
    { tensors: one({ shape: tuple(...Array(8).fill(int(2e9))), strides: tuple(...Array(8).fill(int(0))) }) }, /numbers in all/],
  "nine axes": [{ tensors: one({ shape: tuple(...Array(9).fill(int(1))), strides: tuple(...Array(9).fill(int(1))) }) }, /offset, shape or strides/],
  "a side below zero": [{ tensors: one({ shape: tuple(int(-2), int(3)) }) }, /offset, shape or strides/],
  "an offset below zero": [{ tensors: one({ offset: int(-1) }) }, /offset, shape or strides/],
  "a stride below zero": [{ tensors: one({ strides: tuple(int(-3), int(1)) }) }, /offset, shape or strides/],
  "fewer strides than sides": [{ tensors: one({ strides: tuple(int(3)) }) }, /offset, shape or strides/],
  "a shape that is text": [{ tensors: one({ shape: text("2x3") }) }, /offset, shape or strides/],
  "hooks": [{ tensors: one({ hooks: ordered(["0", int(1)]) }) }, /not described as one/],
  "another kind of storage": [{ tensors: one({ type: named("torch", "ComplexFloatStorage") }) }, /asks for "torch ComplexFloatStorage"/],
  "a storage of no kind": [{ tensors: one({ type: text("FloatStorage") }) }, /storage is not described/],
  "a storage with another word": [{ tensors: one({ word: text("module") }) }, /storage is not described/],
  "a view of a storage": [{ tensors: one({ view: tuple(text("8"), int(0), int(1)) }) }, /view of another/],
  "a storage of less than nothing": [{ tensors: one({ length: int(-6) }) }, /storage is not described/],
  "one storage described in two ways": [
    { tensors: pickle(ordered(["a", tensor()], ["b", tensor({ length: int(5), shape: tuple(int(1)), strides: tuple(int(1)) })])) },
    /in two ways/],
  "a list that lacks the storage": [{ keys: pickle(list()) }, /list of storages/],
  "a list that names it twice": [{ keys: pickle(list(text("7"), text("7"))) }, /list of storages/],
  "a list with another": [{ keys: pickle(list(text("8"))) }, /storage 8, which no tensor uses/],
  "a list with a name that breaks the line": [{ keys: pickle(list(text("8\n\u001b[31m"))) }, /storage 8\?\?\[31m, which/],
  "a list of numbers": [{ keys: pickle(list(int(7))) }, /which no tensor uses/],
  "a list that holds itself": [{ keys: pickle([0x5d, 0x71, 0, 0x68, 0, 0x61]) }, /which no tensor uses/],
  "no list": [{ keys: pickle(yes) }, /list of storages/],
  "another count before the numbers": [{ data: numbers([1, 2, 3, 4, 5, 6], 5) }, /has 5 numbers, not 6/],
  "a count below zero": [{ data: numbers([1, 2, 3, 4, 5, 6], -1) }, /has -1 numbers, not 6/],
  "too few numbers": [{ data: numbers([1, 2, 3, 4, 5], 6) }, /ends in the middle of storage 7/],
  "more after the last": [{ data: [...numbers([1, 2, 3, 4, 5, 6]), 0] }, /1 bytes follow/],
}; // biome-ignore format: a case a line

for (const [name, [parts, said]] of Object.entries(hostile)) {
  test(`readTorchFile(bytes) refuses ${name}`, () => {
    assert.throws(
      () => readTorchFile(file(parts)),
      (error: Error) => {
        assert.match(String(error), refusal);
        assert.match(error.message, said);
        return true;
      },
    );
  });
}

test("readTorchFile(bytes) refuses many views of one storage before they fill the memory, and gives equal ones one array", () => {
  const entries = (stride: (index: number) => number) =>
    Array.from({ length: 300 }, (_, index): [string, number[]] => [
      `w${index}`,
      tensor({ shape: tuple(int(6), int(1000)), strides: tuple(int(stride(index)), int(0)) }),
    ]);
  const tied = readTorchFile(file({ tensors: pickle(ordered(...entries(() => 1))) }));
  assert.equal(new Set([...tied.values()].map(({ data }) => data)).size, 1);
  const many = file({ tensors: pickle(ordered(...entries((index) => index))) });
  assert.throws(() => readTorchFile(many), /1800000 numbers in all and its storages 6/);
});

test("readTorchFile(bytes) refuses an endless program: more values than any list of weights has", () => {
  const program = new Uint8Array(1_100_000).fill(0x4e);
  program.set([0x80, 2]);
  assert.throws(() => readTorchFile(program), /more than 1000000 values/);
});

test("readTorchFile(bytes) refuses every truncated file", () => {
  const whole = file();
  for (let length = 0; length < whole.length; length++) {
    assert.throws(() => readTorchFile(whole.subarray(0, length)), refusal, `${length} bytes`);
  }
});

test("readTorchFile(bytes) with any byte altered gives tensors of the stated size or refuses, and never anything else", () => {
  const whole = file();
  fc.assert(
    fc.property(
      fc.nat(whole.length - 1),
      fc.nat(255),
      fc.nat(whole.length - 1),
      fc.nat(255),
      (at, byte, more, other) => {
        const altered = Uint8Array.from(whole);
        altered[at] = byte;
        altered[more] = other;
        try {
          for (const { shape, data } of readTorchFile(altered).values()) {
            assert.equal(
              data.length,
              shape.reduce((product, side) => product * side, 1),
            );
            assert.ok(data.length <= 1_000_024);
          }
        } catch (error) {
          assert.match(String(error), refusal);
        }
      },
    ),
    { numRuns: 3000 },
  );
});

test("readTorchFile(bytes) meets random bytes with a refusal", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      assert.throws(() => readTorchFile(bytes), refusal);
      assert.throws(
        () => readTorchFile(Uint8Array.from([...magic, ...version, ...machine, ...bytes])),
        refusal,
      );
    }),
    { numRuns: 1000 },
  );
});
