// The twin of `compression.ts` in a browser, whose own packing gives promises.
import { gunzipSync, Inflate, Unzlib, zlibSync } from "fflate";
import { joined } from "./joined.js";

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) {
    value = (table[(value ^ (bytes[at] as number)) & 255] as number) ^ (value >>> 8);
  }
  return (value ^ 0xffffffff) >>> 0;
}

export function deflate(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level: 9 });
}

export const tooLarge = "ERR_BUFFER_TOO_LARGE";

export function inflate(bytes: Uint8Array, most = Number.POSITIVE_INFINITY): Uint8Array {
  const unpacked = unpack(bytes, most, (take) => new Unzlib(take));
  const view = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4);
  if (view.getUint32(0) !== adler32(unpacked)) throw new Error("incorrect data check");
  return unpacked;
}

export function inflateRaw(bytes: Uint8Array, most: number): Uint8Array {
  return unpack(bytes, most, (take) => new Inflate(take));
}

export function gunzip(bytes: Uint8Array): Uint8Array {
  return gunzipSync(bytes);
}

type Take = (part: Uint8Array, last: boolean) => void;

/** Piece by piece, since what is packed small may be endless. */
const pieceSize = 65_536;

function unpack(bytes: Uint8Array, most: number, stream: (take: Take) => Inflate | Unzlib): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const unpacker = stream((part) => {
    length += part.length;
    if (length > most) {
      throw Object.assign(new RangeError(`It unpacks to more than ${most} bytes`), { code: tooLarge });
    }
    parts.push(part);
  });
  for (let from = 0; from < bytes.length || from === 0; from += pieceSize) {
    unpacker.push(bytes.subarray(from, from + pieceSize), from + pieceSize >= bytes.length);
  }
  return joined(parts);
}

/** The checksum of zlib. */
function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (let from = 0; from < bytes.length; from += 3000) {
    for (const byte of bytes.subarray(from, from + 3000)) {
      low += byte;
      high += low;
    }
    low %= 65_521;
    high %= 65_521;
  }
  return high * 65_536 + low;
}
