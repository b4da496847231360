import { crc32, deflateRawSync } from "node:zlib";
import { ordered, pickle, tensor } from "./pickles.js";

/** One file of an archive, and what its head and the directory say of it where that is not the truth. */
export interface Packed {
  name: string;
  bytes: Uint8Array;
  deflated?: boolean;
  /** Replaces bytes of the entry in the directory, by their place in it. */
  directory?: Record<number, number[]>;
  /** The name before the file, if another. */
  own?: string;
}

const u16 = (value: number) => [value & 255, (value >> 8) & 255];
export const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)];
const u64 = (value: number) => [...u32(value % 2 ** 32), ...u32(Math.floor(value / 2 ** 32))];
const ascii = (name: string) => [...new TextEncoder().encode(name)];

/** Bytes one after the other. */
class Growing {
  readonly #parts: Uint8Array[] = [];
  length = 0;

  push(...bytes: number[]): void {
    this.add(Uint8Array.from(bytes));
  }

  add(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.length += bytes.length;
  }

  whole(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#parts));
  }
}

/** A ZIP archive, put together apart from the reader. With `long` its lengths have 64 bits, and stand behind each file too. */
export function zip(files: readonly Packed[], { long = false, comment = "" } = {}): Uint8Array {
  const parts = new Growing();
  const directory: number[] = [];
  for (const { name, bytes, deflated = false, directory: other = {}, own = name } of files) {
    const packed = deflated ? deflateRawSync(bytes) : bytes;
    const start = parts.length;
    const method = u16(deflated ? 8 : 0);
    const sum = u32(crc32(bytes));
    const lengths = long ? [...u32(0), ...u32(0)] : [...u32(packed.length), ...u32(bytes.length)];
    parts.push(
      ...ascii("PK\x03\x04"),
      20,
      0,
      ...u16(long ? 8 : 0),
      ...method,
      0,
      0,
      0,
      0,
      ...(long ? u32(0) : sum),
    );
    parts.push(...lengths, ...u16(ascii(own).length), 0, 0, ...ascii(own));
    parts.add(packed);
    if (long) parts.push(...ascii("PK\x07\x08"), ...sum, ...u64(packed.length), ...u64(bytes.length));
    const ones = u32(0xffffffff);
    const extra = long
      ? [9, 0, 1, 0, 7, 1, 0, 24, 0, ...u64(bytes.length), ...u64(packed.length), ...u64(start)]
      : [];
    const entry = [
      ...ascii("PK\x01\x02"), 20, 0, 20, 0, 0, 0, ...method, 0, 0, 0, 0, ...sum,
      ...(long ? [...ones, ...ones] : [...u32(packed.length), ...u32(bytes.length)]),
      ...u16(ascii(name).length), ...u16(extra.length), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...(long ? ones : u32(start)),
      ...ascii(name), ...extra,
    ]; // biome-ignore format: in the order of the format
    for (const [at, bytes] of Object.entries(other)) entry.splice(Number(at), bytes.length, ...bytes);
    directory.push(...entry);
  }
  const start = parts.length;
  parts.push(...directory);
  if (long) {
    const end = parts.length;
    parts.push(...ascii("PK\x06\x06"), ...u64(44), 45, 0, 45, 0, ...u32(0), ...u32(0));
    parts.push(...u64(files.length), ...u64(files.length), ...u64(directory.length), ...u64(start));
    parts.push(...ascii("PK\x06\x07"), ...u32(0), ...u64(end), ...u32(1));
  }
  const count = long ? [255, 255] : u16(files.length);
  parts.push(...ascii("PK\x05\x06"), 0, 0, 0, 0, ...count, ...count);
  parts.push(...u32(long ? 0xffffffff : directory.length), ...u32(long ? 0xffffffff : start));
  parts.push(...u16(comment.length), ...ascii(comment));
  return parts.whole();
}

export interface Archive {
  data?: Uint8Array;
  program?: readonly number[];
  /** Files beside these, or instead. */
  others?: readonly Packed[];
}

const floats = (...values: number[]) => new Uint8Array(Float32Array.from(values).buffer);

/** The files of `torch.save` with one tensor of 1 to 6 in storage "7", or with other parts. */
export function saved({ data = floats(1, 2, 3, 4, 5, 6), program, others = [] }: Archive = {}): Packed[] {
  const pickled = Uint8Array.from(program ?? pickle(ordered(["weight", tensor()])));
  const files = [
    { name: "a/data.pkl", bytes: pickled },
    { name: "a/byteorder", bytes: Uint8Array.from(ascii("little")) },
    { name: "a/data/7", bytes: data },
  ];
  return [...files.filter(({ name }) => !others.some((other) => other.name === name)), ...others];
}
