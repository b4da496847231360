// The twin of `hash.ts` in a browser, whose own hashing gives promises, and only on secure pages.
import { sha256 as noble } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Sha256 } from "./hash.js";

export type { Sha256 } from "./hash.js";

export function sha256(content: Uint8Array | string): string {
  return bytesToHex(noble(typeof content === "string" ? new TextEncoder().encode(content) : content));
}

export function sha256Of(): Sha256 {
  const hash = noble.create();
  return { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
}
