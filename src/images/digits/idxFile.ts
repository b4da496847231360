import { type FileHandle, open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { constants, createGunzip, gunzipSync } from "node:zlib";
import type { Sha256 } from "../../platform/hash.js";
import { type IdxArray, readIdxBeginning, wrongLength } from "./idx.js";

/** Deflate makes a thousandth of what is all alike, and never less. */
const mostOfAByte = 1032;

/**
 * The first elements of an IDX file: so many as `wanted` says of its shape. Only these are kept in memory, however large the file is.
 * The shape is the whole file's, whose length is checked.
 *
 * @param options.unpack whether to read what gzip has packed; it is told by its bytes, not by the name
 * @param options.hash hears the whole file
 * @returns or a fault, as the rest of a sentence whose subject is the file
 */
export async function readIdxFile(
  path: string,
  wanted: (shape: readonly number[]) => number,
  options: { unpack?: boolean; hash?: Sha256 } = {},
): Promise<IdxArray | { fault: string }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const first = await firstBytes(file);
    const packed = options.unpack === true && first[0] === 0x1f && first[1] === 0x8b;
    const header = readIdxBeginning(packed ? unpackedPart(first) : first);
    if ("fault" in header) return header;
    const { shape, start, expected } = header;
    const short = packed && expected > size * mostOfAByte;
    const fault = packed && !short ? undefined : wrongLength(size, expected);
    if (fault) return fault;
    const data = new Uint8Array(Math.min(wanted(shape), expected - start));
    const whole = packed || options.hash !== undefined;
    const bytes = file.createReadStream({
      start: 0,
      end: whole ? size : start + data.length,
      autoClose: false,
    });
    const length = await gather(
      packed ? pipeline(bytes, createGunzip(), () => {}) : bytes,
      start,
      data,
      options.hash,
    );
    return (whole ? wrongLength(length, expected) : undefined) ?? { shape, data };
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (code.startsWith("Z_")) return { fault: `is damaged: gzip finds ${message}.` };
    throw error;
  } finally {
    await file.close();
  }
}

async function firstBytes(file: FileHandle): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(new Uint8Array(1024), 0, 1024, 0);
  return buffer.subarray(0, bytesRead);
}

/** What the beginning of a packed file gives. */
function unpackedPart(bytes: Uint8Array): Uint8Array {
  return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
}

/** Fills `data` with what comes after `start`. Returns how many bytes came in all. */
async function gather(chunks: AsyncIterable<Buffer>, start: number, data: Uint8Array, hash?: Sha256) {
  let at = 0;
  for await (const chunk of chunks) {
    hash?.update(chunk);
    const from = Math.max(0, start - at);
    const to = Math.min(chunk.length, start + data.length - at);
    if (to > from) data.set(chunk.subarray(from, to), at + from - start);
    at += chunk.length;
  }
  return at;
}
