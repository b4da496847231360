import { crc32 } from "./compression.js";
import { joined } from "./joined.js";

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A piece of a PNG file, with a name of four letters. */
export interface PngChunk {
  readonly name: string;
  readonly data: Uint8Array;
}

/** A PNG file of these pieces; its end is added. */
export function pngOf(chunks: readonly PngChunk[]): Uint8Array {
  return joined([signature, ...[...chunks, { name: "IEND", data: new Uint8Array() }].map(framed)]);
}

/**
 * The pieces of a PNG file, up to its end.
 *
 * @throws {Error} if it is none, cut off, or a piece does not fit its checksum
 */
export function chunksOf(bytes: Uint8Array): PngChunk[] {
  if (signature.some((byte, index) => bytes[index] !== byte)) throw new Error("Invalid file signature");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) throw new Error("it is cut off");
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length) throw new Error("it is cut off");
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const [stated, found] = [view.getUint32(end), crc32(bytes.subarray(at + 4, end))];
    if (stated !== found) throw new Error(`Crc error - ${stated} - ${found}`);
    chunks.push({ name, data: bytes.subarray(at + 8, end) });
    if (name === "IEND") return chunks;
    at = end + 4;
  }
}

function framed({ name, data }: PngChunk): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(
    [...name].map((letter) => letter.charCodeAt(0)),
    4,
  );
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}
