import { crc32 as checksum, deflateSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";

/** The checksum of PNG and ZIP. */
export function crc32(bytes: Uint8Array): number {
  return checksum(bytes);
}

/** Packs bytes as small as it can, in the form of zlib. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 9 });
}

/** What is wrong with something that unpacks to more than it may. */
export const tooLarge = "ERR_BUFFER_TOO_LARGE";

/**
 * Unpacks the form of zlib.
 *
 * @throws {Error} if it is damaged, or with the code {@link tooLarge} if there come more than `most` bytes
 */
export function inflate(bytes: Uint8Array, most?: number): Uint8Array {
  return inflateSync(bytes, most === undefined ? {} : { maxOutputLength: most });
}

/** The same of bytes packed without a head, as in ZIP. */
export function inflateRaw(bytes: Uint8Array, most: number): Uint8Array {
  return inflateRawSync(bytes, { maxOutputLength: most });
}

/** Unpacks a file of gzip. */
export function gunzip(bytes: Uint8Array): Uint8Array {
  return gunzipSync(bytes);
}
