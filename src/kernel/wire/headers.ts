import { uuid } from "../../platform/uuid.js";
import type { Header } from "./message.js";

/** The version of the messaging protocol that is spoken here. */
export const protocolVersion = "5.5";

/** Makes the headers of what one life of a kernel sends. */
export class Headers {
  /** What headers call the session: one life of this kernel. */
  readonly id = uuid();
  readonly #username: string;
  #count = 0;

  constructor(username = "kernel") {
    this.#username = username;
  }

  /** A header for a message of this type, with a new id. */
  header(type: string): Header {
    return {
      msg_id: `${this.id}_${this.#count++}`,
      msg_type: type,
      session: this.id,
      username: this.#username,
      date: new Date().toISOString(),
      version: protocolVersion,
    };
  }
}
