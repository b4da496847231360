import { createHash } from "node:crypto";

/** A hash that is fed piece by piece. */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  /** The hash as hexadecimal text. Ends it. */
  hex(): string;
}

/** SHA-256 of bytes, or of a text in UTF-8, as hexadecimal text. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** SHA-256 of what comes in pieces. */
export function sha256Of(): Sha256 {
  const hash = createHash("sha256");
  return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest("hex") };
}
