import { createHmac, timingSafeEqual } from "node:crypto";
import type { Connection } from "./connection.js";
import { Headers } from "./headers.js";
import {
  defaultLimits,
  delimiter,
  type Fault,
  type Header,
  jsonFrame,
  type Limits,
  type Message,
  type Outgoing,
  partsOf,
  readParts,
} from "./message.js";

export interface CodecOptions {
  readonly limits?: Partial<Limits>;
  /** How many signatures are remembered, to refuse a message that comes twice; 0 for none. @default {65536} */
  readonly remembered?: number;
  readonly username?: string;
}

/** Writes and reads signed messages. @see https://jupyter-client.readthedocs.io/en/latest/messaging.html */
export class Codec extends Headers {
  readonly limits: Limits;
  readonly #connection: Pick<Connection, "key" | "digest">;
  readonly #remembered: number;
  readonly #seen = new Set<string>();

  constructor(connection: Pick<Connection, "key" | "digest">, options: CodecOptions = {}) {
    super(options.username);
    this.#connection = connection;
    this.limits = { ...defaultLimits, ...options.limits };
    this.#remembered = options.remembered ?? 65536;
  }

  /** The frames of a message, ready to be sent. @throws {TypeError} if the content does not fit into JSON */
  encode(message: Outgoing, header: Header = this.header(message.type)): Uint8Array[] {
    let json: Buffer[];
    try {
      json = [header, message.parent ?? {}, message.metadata ?? {}, message.content].map(jsonFrame);
    } catch (cause) {
      const reason = (cause as Error).message;
      throw new TypeError(`Cannot send ${message.type}: its content does not fit into JSON (${reason}).`, {
        cause,
      });
    }
    const signature = Buffer.from(this.#sign(json));
    return [...(message.identities ?? []), delimiter, signature, ...json, ...(message.buffers ?? [])];
  }

  /** The message in these frames, or why it is refused. Never throws. */
  decode(frames: readonly Uint8Array[]): Message | Fault {
    const parts = partsOf(frames, this.limits);
    if ("fault" in parts) return parts;
    if (this.#connection.key !== "") {
      const expected = Buffer.from(this.#sign(parts.json));
      const given = parts.signature;
      // Lengths are no secret; timingSafeEqual wants them equal.
      if (given.byteLength !== expected.byteLength || !timingSafeEqual(given, expected)) {
        return { fault: given.byteLength === 0 ? "it is not signed" : "its signature is wrong" };
      }
      if (!this.#isNew(expected.toString("latin1"))) return { fault: "its signature was used before" };
    }
    return readParts(parts);
  }

  #sign(json: readonly Uint8Array[]): string {
    const { key, digest } = this.#connection;
    if (key === "") return "";
    const hmac = createHmac(digest, key);
    for (const frame of json) hmac.update(frame);
    return hmac.digest("hex");
  }

  #isNew(signature: string): boolean {
    if (this.#remembered === 0) return true;
    if (this.#seen.has(signature)) return false;
    this.#seen.add(signature);
    if (this.#seen.size > this.#remembered) {
      for (const oldest of this.#seen) {
        this.#seen.delete(oldest);
        break;
      }
    }
    return true;
  }
}
