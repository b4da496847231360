/** What an IDX file holds: `data` has one byte for each element, the last axis varying fastest. */
export interface IdxArray {
  shape: readonly number[];
  data: Uint8Array;
}

/** The element types of the format by their code in the third byte. Only the first is read here. */
const elementTypes: Readonly<Record<number, string>> = {
  8: "unsigned byte",
  9: "signed byte",
  11: "short",
  12: "int",
  13: "float",
  14: "double",
};

/**
 * What an array of bytes in the IDX format of the MNIST files holds: two zero bytes, a type code, the number of dimensions, one
 * big-endian 32-bit length for each of them, then the elements.
 *
 * Accepts unsigned bytes (code 0x08) in 1 to 4 dimensions; a length may be 0. `data` is a view over `bytes`,
 * not a copy: nothing is allocated, and writing to one writes to the other.
 *
 * @throws {TypeError} if it is given no bytes
 * @throws {RangeError} if the bytes are not exactly one such array; the message says what is wrong
 * @example parseIdx(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 5, 0)) // { shape: [2], data: [5, 0] }
 * @see http://yann.lecun.com/exdb/mnist/ for the format
 */
export function parseIdx(bytes: Uint8Array): IdxArray {
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError("Cannot parse IDX data: give its bytes as a Uint8Array or Buffer.");
  }
  const header = readIdxHeader(bytes);
  if ("fault" in header) throw new RangeError(`Cannot parse IDX data: it ${header.fault}`);
  const { shape, start } = header;
  return { shape, data: new Uint8Array(bytes.buffer, bytes.byteOffset + start, bytes.length - start) };
}

/** What the beginning of an IDX file says: the shape, where the elements start, and how long the file is to be. */
export interface IdxHeader {
  shape: number[];
  start: number;
  expected: number;
}

/** The header; or a fault, as the rest of a sentence whose subject is the file. */
export function readIdxHeader(bytes: Uint8Array): IdxHeader | { fault: string } {
  const header = readIdxBeginning(bytes);
  return "fault" in header ? header : (wrongLength(bytes.length, header.expected) ?? header);
}

/** The same of a file of which only the first bytes are at hand, 20 or all there are. */
export function readIdxBeginning(bytes: Uint8Array): IdxHeader | { fault: string } {
  if (bytes.length === 0) return { fault: "is empty." };
  const [zero = 0, zeroToo = 0, type = 0, dimensions = 0] = bytes;
  if (zero === 0x1f && zeroToo === 0x8b) {
    return {
      fault: "is compressed by gzip (it begins with 1f 8b). Unpack it first: gunzip, or zlib.gunzipSync.",
    };
  }
  if (bytes.length < 4) return { fault: `is cut off inside the header, after ${counted(bytes.length)}.` };
  if (zero !== 0 || zeroToo !== 0) {
    return { fault: `is not an IDX file: it begins with ${hex(zero)} ${hex(zeroToo)} instead of 00 00.` };
  }
  if (type !== 8) {
    const named = elementTypes[type];
    const what = named ? `holds elements of type ${named}` : "has an unknown element type";
    return { fault: `${what} (code 0x${hex(type)}); only unsigned bytes (code 0x08) can be read.` };
  }
  if (dimensions < 1 || dimensions > 4) return { fault: `has ${dimensions} dimensions; 1 to 4 can be read.` };

  const start = 4 + 4 * dimensions;
  if (bytes.length < start) {
    return { fault: `is cut off inside the header, after ${counted(bytes.length)} of ${start}.` };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, start);
  const shape = Array.from({ length: dimensions }, (_, axis) => view.getUint32(4 + 4 * axis));

  // The product may reach 2^128. As a double it is rounded, but never down to the length of a real file.
  return { shape, start, expected: start + shape.reduce((product, length) => product * length, 1) };
}

/** The fault of a file that is shorter or longer than its header says. */
export function wrongLength(length: number, expected: number): { fault: string } | undefined {
  const missing = expected - length;
  if (missing > 0) return { fault: `is ${counted(missing)} short of ${expected}.` };
  if (missing < 0)
    return { fault: `has ${counted(-missing)} more than the ${expected} its header announces.` };
  return undefined;
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

function counted(bytes: number): string {
  return bytes === 1 ? "1 byte" : `${bytes} bytes`;
}
