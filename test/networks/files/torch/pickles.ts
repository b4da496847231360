/** Pickles written by hand, instruction by instruction, for tests of their reader. */
const bytes = (...parts: (number | number[] | Uint8Array)[]) =>
  parts.flatMap((part) => (typeof part === "number" ? [part] : [...part]));
const uint32 = (value: number) => [
  value & 255,
  (value >> 8) & 255,
  (value >> 16) & 255,
  (value >>> 24) & 255,
];
const ascii = (text: string) => [...new TextEncoder().encode(text)];

export const text = (value: string) => bytes(0x58, uint32(ascii(value).length), ascii(value));
export const int = (value: number) => bytes(0x4a, uint32(value));
export const tuple = (...items: number[][]) => bytes(0x28, items.flat(), 0x74);
export const list = (...items: number[][]) => bytes(0x5d, 0x28, items.flat(), 0x65);
export const dict = (...entries: [name: string, value: number[]][]) =>
  bytes(
    0x7d,
    0x28,
    entries.flatMap(([name, value]) => [...text(name), ...value]),
    0x75,
  );
export const named = (module: string, name: string) => bytes(0x63, ascii(`${module}\n${name}\n`));
export const call = (callee: number[], args: number[]) => bytes(callee, args, 0x52);
export const yes = [0x88];
export const no = [0x89];
export const none = [0x4e];
export const ordered = (...entries: [name: string, value: number[]][]) =>
  bytes(
    call(named("collections", "OrderedDict"), [0x29]),
    0x28,
    entries.flatMap(([name, value]) => [...text(name), ...value]),
    0x75,
  );
export const pickle = (...program: number[][]) => bytes(0x80, 2, program.flat(), 0x2e);

export interface Described {
  key?: number[];
  length?: number[];
  type?: number[];
  offset?: number[];
  shape?: number[];
  strides?: number[];
  hooks?: number[];
  word?: number[];
  view?: number[];
}

/** A tensor of 2x3 floats in storage "7" of 6 numbers, or what is said instead. */
export function tensor(described: Described = {}): number[] {
  const { key = text("7"), length = int(6), offset = int(0), shape = tuple(int(2), int(3)) } = described;
  const { type = named("torch", "FloatStorage"), strides = tuple(int(3), int(1)) } = described;
  const {
    hooks = call(named("collections", "OrderedDict"), [0x29]),
    word = text("storage"),
    view = none,
  } = described;
  const storage = bytes(tuple(word, type, key, text("cpu"), length, view), 0x51);
  return call(named("torch._utils", "_rebuild_tensor_v2"), tuple(storage, offset, shape, strides, no, hooks));
}

export const magic = pickle(bytes(0x8a, 10, [0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19]));
export const version = pickle(int(1001));
export const machine = pickle(dict(["protocol_version", int(1001)], ["little_endian", yes]));

/** The numbers of one storage as they stand at the end of the file. */
export function numbers(values: readonly number[], stated = values.length): number[] {
  const data = new DataView(new ArrayBuffer(8 + 4 * values.length));
  data.setBigInt64(0, BigInt(stated), true);
  for (const [index, value] of values.entries()) data.setFloat32(8 + 4 * index, value, true);
  return [...new Uint8Array(data.buffer)];
}

export interface Parts {
  head?: number[];
  tensors?: number[];
  keys?: number[];
  data?: number[];
}

/** A whole file with one tensor of 1 to 6, or with other parts. */
export function file(parts: Parts = {}): Uint8Array {
  const { head = [...magic, ...version, ...machine], tensors = pickle(ordered(["weight", tensor()])) } =
    parts;
  const { keys = pickle(list(text("7"))), data = numbers([1, 2, 3, 4, 5, 6]) } = parts;
  return Uint8Array.from([...head, ...tensors, ...keys, ...data]);
}
