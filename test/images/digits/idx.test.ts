import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { parseIdx } from "../../../src/images/digits/idx.js";

// Two images of 2x2 pixels: 16 bytes of header, 8 of pixels.
// biome-ignore format: one line for each part of the file
const twoImages = Uint8Array.of(
  0, 0, 0x08, 3,
  0, 0, 0, 2,
  0, 0, 0, 2,
  0, 0, 0, 2,
  1, 2, 3, 4,
  250, 251, 252, 253,
);

test("parseIdx(bytes) reads shape and elements", () => {
  const { shape, data } = parseIdx(twoImages);
  assert.deepEqual(shape, [2, 2, 2]);
  assert.deepEqual(data, Uint8Array.of(1, 2, 3, 4, 250, 251, 252, 253));
});

// biome-ignore format: an aligned table shows the wrong row
const sound: readonly [bytes: number[], shape: number[], data: number[]][] = [
  [ [0, 0, 8, 1, 0, 0, 0, 3, 5, 0, 4],                                      [3],          [5, 0, 4] ],
  [ [0, 0, 8, 1, 0, 0, 0, 0],                                               [0],          [] ],
  [ [0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 2, 7, 8],                             [1, 2],       [7, 8] ],
  [ [0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 28],                     [0, 28, 28],  [] ],
  [ [0, 0, 8, 4, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 9],        [1, 1, 1, 1], [9] ],
  [ [0, 0, 8, 2, 255, 255, 255, 255, 0, 0, 0, 0],                           [4294967295, 0], [] ],
];

test("parseIdx(bytes) reads 1 to 4 dimensions, and a length of 0", () => {
  for (const [bytes, shape, data] of sound) {
    const parsed = parseIdx(Uint8Array.from(bytes));
    assert.deepEqual(parsed.shape, shape);
    assert.deepEqual([...parsed.data], data);
  }
});

test("parseIdx(bytes) gives a view over the bytes, also inside a larger buffer", () => {
  const large = new Uint8Array(100).fill(99);
  large.set(twoImages, 7);
  const window = large.subarray(7, 7 + twoImages.length);
  const { data } = parseIdx(window);
  assert.equal(data.buffer, large.buffer);
  assert.deepEqual([...data], [1, 2, 3, 4, 250, 251, 252, 253]);
  large[7 + 16] = 77;
  assert.equal(data[0], 77);
  const fromBuffer = parseIdx(Buffer.from(twoImages)).data;
  assert.equal(Object.getPrototypeOf(fromBuffer), Uint8Array.prototype);
});

const changed = (at: number, value: number) => {
  const bytes = twoImages.slice();
  bytes[at] = value;
  return bytes;
};

// biome-ignore format: an aligned table shows the wrong row
const refused: readonly [what: string, bytes: Uint8Array, message: RegExp][] = [
  [ "no bytes",           new Uint8Array(0),                    /^Cannot parse IDX data: it is empty\.$/ ],
  [ "half a magic",       twoImages.slice(0, 3),                /cut off inside the header, after 3 bytes\./ ],
  [ "half a header",      twoImages.slice(0, 15),               /cut off inside the header, after 15 bytes of 16\./ ],
  [ "no pixels",          twoImages.slice(0, 16),               /is 8 bytes short of 24\./ ],
  [ "a byte lost",        twoImages.slice(0, 23),               /is 1 byte short of 24\./ ],
  [ "a byte more",        Uint8Array.of(...twoImages, 0),       /has 1 byte more than the 24 its header announces\./ ],
  [ "wrong first byte",   changed(0, 0x89),                     /is not an IDX file: it begins with 89 00 instead of 00 00/ ],
  [ "wrong second byte",  changed(1, 1),                        /is not an IDX file: it begins with 00 01/ ],
  [ "signed bytes",       changed(2, 0x09),                     /type signed byte \(code 0x09\); only unsigned bytes \(code 0x08\)/ ],
  [ "shorts",             changed(2, 0x0b),                     /type short \(code 0x0b\)/ ],
  [ "ints",               changed(2, 0x0c),                     /type int \(code 0x0c\)/ ],
  [ "floats",             changed(2, 0x0d),                     /type float \(code 0x0d\)/ ],
  [ "doubles",            changed(2, 0x0e),                     /type double \(code 0x0e\)/ ],
  [ "an unknown type",    changed(2, 0x0a),                     /unknown element type \(code 0x0a\)/ ],
  [ "no dimension",       changed(3, 0),                        /has 0 dimensions; 1 to 4 can be read/ ],
  [ "five dimensions",    changed(3, 5),                        /has 5 dimensions/ ],
  [ "a gigantic length",  changed(4, 0x7f),                     /bytes short of/ ],
  [ "gzip",               gzipSync(twoImages),                  /compressed by gzip \(it begins with 1f 8b\)\. Unpack it first/ ],
  [ "2^128 elements",     Uint8Array.of(0, 0, 8, 4, ...Array(16).fill(255)), /bytes short of/ ],
];

test("parseIdx(bytes) refuses everything else, by name", () => {
  for (const [what, bytes, message] of refused) {
    assert.throws(() => parseIdx(bytes), { name: "RangeError", message }, what);
  }
  assert.throws(
    () => parseIdx([...twoImages] as unknown as Uint8Array),
    /^TypeError: Cannot parse IDX data: give/,
  );
});

test("parseIdx(bytes) gives back any array written in the format", () => {
  const lengths = fc.array(fc.nat(6), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(lengths, fc.infiniteStream(fc.nat(255)), (shape, stream) => {
      const data = [...stream.take(shape.reduce((product, length) => product * length, 1))];
      const header = [0, 0, 8, shape.length, ...shape.flatMap((length) => [0, 0, 0, length])];
      const parsed = parseIdx(Uint8Array.from([...header, ...data]));
      assert.deepEqual([parsed.shape, [...parsed.data]], [shape, data]);
    }),
    { seed: 1 },
  );
});

/** Parses, and allows one kind of failure only: a RangeError that begins as all of them do. */
function parsesOrRefuses(bytes: Uint8Array): void {
  const before = bytes.slice();
  try {
    const { shape, data } = parseIdx(bytes);
    assert.equal(
      data.length,
      shape.reduce((product, length) => product * length, 1),
    );
    assert.equal(data.length + 4 + 4 * shape.length, bytes.length);
  } catch (error) {
    assert.ok(
      error instanceof RangeError && error.message.startsWith("Cannot parse IDX data: it "),
      String(error),
    );
  }
  assert.deepEqual(bytes, before, "the input is not changed");
}

test("parseIdx(mutated, cut or random bytes) parses or refuses, and never does anything else", () => {
  const mutation = fc.tuple(fc.nat(twoImages.length - 1), fc.nat(255));
  const mutated = fc.array(mutation, { maxLength: 4 }).map((changes) => {
    const bytes = twoImages.slice();
    for (const [at, value] of changes) bytes[at] = value;
    return bytes;
  });
  const cut = fc.nat(twoImages.length).map((length) => twoImages.slice(0, length));
  const grown = fc.uint8Array({ maxLength: 9 }).map((more) => Uint8Array.of(...twoImages, ...more));
  const header = fc
    .uint8Array({ maxLength: 40 })
    .map((rest) => Uint8Array.of(0, 0, 8, 1 + (rest.length % 4), ...rest));
  const anything = fc.oneof(mutated, cut, grown, header, fc.uint8Array({ maxLength: 64 }));
  fc.assert(fc.property(anything, parsesOrRefuses), { numRuns: 5000, seed: 2 });
});
