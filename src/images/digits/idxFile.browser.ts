// The twin of `idxFile.ts` in a browser: the reader's files are given as a whole.
import { readFile } from "node:fs/promises";
import { gunzip } from "../../platform/compression.js";
import type { Sha256 } from "../../platform/hash.js";
import { type IdxArray, readIdxHeader } from "./idx.js";

export async function readIdxFile(
  path: string,
  wanted: (shape: readonly number[]) => number,
  options: { unpack?: boolean; hash?: Sha256 } = {},
): Promise<IdxArray | { fault: string }> {
  let bytes: Uint8Array = await readFile(path);
  if (options.unpack === true && bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      bytes = gunzip(bytes);
    } catch (error) {
      return { fault: `is damaged: gzip finds ${(error as Error).message}.` };
    }
  }
  options.hash?.update(bytes);
  const header = readIdxHeader(bytes);
  if ("fault" in header) return header;
  const { shape, start } = header;
  // A copy, so that the rest need not be kept.
  return { shape, data: bytes.slice(start, start + wanted(shape)) };
}
