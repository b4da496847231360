import type { Comm, CommTarget } from "../../notebook/comm.js";
import { uuid } from "../../platform/uuid.js";
import type { Attachments, CommMessage, CommType } from "../protocol.js";

/** The comms of a kernel, and the targets that a front end may open. */
export class Comms {
  readonly #targets = new Map<string, CommTarget>();
  readonly #open = new Map<string, Comm>();
  readonly #send: (message: CommMessage) => void;

  constructor(send: (message: CommMessage) => void) {
    this.#send = send;
  }

  /** From now on the front end may open comms of this name. */
  register(target: string, opened: CommTarget): void {
    this.#targets.set(target, opened);
  }

  /** Opens a comm to a target of the front end. */
  open(target: string, data: unknown = {}, { metadata = {}, buffers = [] }: Attachments = {}): Comm {
    const comm = this.#create(uuid(), target);
    this.#send({ kind: "comm_open", id: comm.id, target, data, metadata, buffers });
    return comm;
  }

  /** The open comms, by id. */
  list(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#open.values()].map(({ id, target }) => [id, target]));
  }

  /** Takes a message of the front end. What a handler throws goes to the caller. */
  receive({ kind, id, target, data, metadata, buffers }: CommMessage): void {
    const message = { data, metadata, buffers };
    if (kind === "comm_open") {
      const opened = this.#targets.get(target);
      if (opened === undefined) {
        this.#send({ kind: "comm_close", id, target, data: {}, metadata: {}, buffers: [] });
        return;
      }
      const comm = this.#create(id, target);
      try {
        opened(comm, message);
      } catch (error) {
        comm.close();
        throw error;
      }
      return;
    }
    const comm = this.#open.get(id);
    if (kind === "comm_msg") comm?.onMessage?.(message);
    else if (this.#open.delete(id)) comm?.onClose?.(message);
  }

  #create(id: string, target: string): Comm {
    const say = (kind: CommType, data: unknown, { metadata = {}, buffers = [] }: Attachments = {}): void => {
      if (!this.#open.has(id)) throw new Error(`Cannot send on comm ${id}: it is closed. Open a new one.`);
      this.#send({ kind, id, target, data, metadata, buffers });
    };
    const comm: Comm = {
      id,
      target,
      send: (data, options) => say("comm_msg", data, options),
      close: (data = {}) => {
        if (!this.#open.has(id)) return;
        say("comm_close", data);
        this.#open.delete(id);
      },
    };
    this.#open.set(id, comm);
    return comm;
  }
}
