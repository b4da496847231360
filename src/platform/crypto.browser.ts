// `node:crypto` in a browser, as far as experiments use it.
import { type Sha256, sha256Of } from "./hash.browser.js";

/** A hash under Node's names. */
class Hash {
  readonly #hash: Sha256 = sha256Of();

  update(content: Uint8Array | string): this {
    this.#hash.update(typeof content === "string" ? new TextEncoder().encode(content) : content);
    return this;
  }

  digest(_encoding: "hex"): string {
    return this.#hash.hex();
  }
}

export function createHash(algorithm: "sha256"): Hash {
  if (algorithm !== "sha256") throw new Error(`Cannot hash by ${algorithm} in a browser. Use sha256.`);
  return new Hash();
}
