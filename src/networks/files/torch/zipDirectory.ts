import { ByteReader, refusal } from "./bytes.js";

/** What the directory of an archive says about a file. */
export interface ZipEntry {
  /** 0: as it is, 8: deflated. */
  readonly method: number;
  readonly checksum: number;
  /** Bytes in the archive, and unpacked. */
  readonly packed: number;
  readonly length: number;
  /** Where its head begins. */
  readonly start: number;
}

/**
 * The files of a ZIP archive by name, from the directory at its end. What stands before each file is not asked: there lengths
 * may be left out and follow later.
 *
 * @see PKWARE, APPNOTE.TXT, 4.3 (the parts) and 4.5.3 (lengths of 64 bits)
 */
export function directoryOf(bytes: Uint8Array): Map<string, ZipEntry> {
  const { start, length, count } = whereabouts(bytes);
  const reader = new ByteReader(bytes.subarray(start, start + length), "the directory");
  const entries = new Map<string, ZipEntry>();
  for (let index = 0; index < count; index++) {
    const head = reader.take(46, "a ZIP directory");
    if (head.getUint32(0, true) !== 0x02014b50) throw reader.refuse("its ZIP directory is damaged");
    const name = reader.text(head.getUint16(28, true), "a name");
    const extra = reader.take(head.getUint16(30, true), "a ZIP directory");
    reader.take(head.getUint16(32, true), "a ZIP directory");
    if (entries.has(name)) throw refusal(`its ZIP directory has ${JSON.stringify(name)} twice`);
    entries.set(name, entryOf(name, head, extra));
  }
  return entries;
}

function entryOf(name: string, head: DataView, extra: DataView): ZipEntry {
  const method = head.getUint16(10, true);
  if (head.getUint16(8, true) & 1) throw refusal(`${name} is encrypted`);
  if (method !== 0 && method !== 8)
    throw refusal(`${name} is packed by method ${method}, neither stored nor deflated`);
  // A length of all ones stands in the extra part with 64 bits: unpacked, packed, start, those that are needed.
  const long = longNumbers(extra);
  const [length, packed, start] = [24, 20, 42].map((at) => {
    const short = head.getUint32(at, true);
    return short === 0xffffffff ? long() : short;
  }) as [number, number, number];
  return { method, checksum: head.getUint32(16, true), packed, length, start };
}

function longNumbers(extra: DataView): () => number {
  let at = 0;
  while (at + 4 <= extra.byteLength && extra.getUint16(at, true) !== 1)
    at += 4 + extra.getUint16(at + 2, true);
  at += 4;
  return () => {
    if (at + 8 > extra.byteLength) throw refusal("its ZIP directory leaves out a length");
    at += 8;
    return Number(extra.getBigUint64(at - 8, true));
  };
}

/** Where the directory is. It says so at the very end, before that with 64 bits where 32 may not do. */
function whereabouts(bytes: Uint8Array): { start: number; length: number; count: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const is = (at: number, signature: number) =>
    at >= 0 && at + 4 <= bytes.length && view.getUint32(at, true) === signature;
  let end = bytes.length - 22;
  // A comment may follow, so long at most; its length says where the end began.
  const first = Math.max(0, end - 0xffff);
  while (end >= first && !(is(end, 0x06054b50) && view.getUint16(end + 20, true) === bytes.length - 22 - end))
    end--;
  if (end < first) throw refusal("it is a ZIP archive without its directory, so is cut off");
  if (!is(end - 20, 0x07064b50)) {
    return {
      count: view.getUint16(end + 10, true),
      length: view.getUint32(end + 12, true),
      start: view.getUint32(end + 16, true),
    };
  }
  const long = Number(view.getBigUint64(end - 20 + 8, true));
  if (!is(long, 0x06064b50) || long + 56 > bytes.length) throw refusal("its ZIP directory is damaged");
  const [count, length, start] = [32, 40, 48].map((at) => Number(view.getBigUint64(long + at, true)));
  return { count, length, start } as { start: number; length: number; count: number };
}
