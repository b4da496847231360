import { piecesOf } from "../pieces.js";
import type { StreamName } from "../protocol.js";
import type { Header, Outgoing } from "./message.js";

export interface OutputOptions {
  /** How long text is gathered before it is sent, in milliseconds. @default {10} */
  readonly milliseconds?: number;
  /** The most text of one message, in UTF-16 units; longer text is cut into several. @default {1048576} */
  readonly longest?: number;
}

/**
 * The way to iopub. Text written to the same stream for the same request is gathered for a moment and sent as few
 * messages; every other message first sends the text before it, so that all arrive in the order they were made in.
 */
export class Output {
  readonly #send: (message: Outgoing) => void;
  readonly #milliseconds: number;
  readonly #longest: number;
  #name: StreamName = "stdout";
  #parent: Header | undefined;
  #pieces: string[] = [];
  #length = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    send: (message: Outgoing) => void,
    { milliseconds = 10, longest = 2 ** 20 }: OutputOptions = {},
  ) {
    this.#send = send;
    this.#milliseconds = milliseconds;
    this.#longest = longest;
  }

  /** Text for one of the streams of a request. */
  write(name: StreamName, text: string, parent: Header | undefined): void {
    if (text === "") return;
    if (name !== this.#name || parent?.msg_id !== this.#parent?.msg_id) {
      this.flush();
      this.#name = name;
      this.#parent = parent;
    }
    this.#pieces.push(text);
    this.#length += text.length;
    if (this.#length >= this.#longest) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), this.#milliseconds);
  }

  /** Any other message. @throws {TypeError} if the content does not fit into JSON */
  publish(message: Outgoing): void {
    this.flush();
    this.#send(message);
  }

  /** Sends the text gathered so far. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#length === 0) return;
    const text = this.#pieces.join("");
    this.#pieces = [];
    this.#length = 0;
    for (const part of piecesOf(text, this.#longest)) {
      this.#send({ type: "stream", content: { name: this.#name, text: part }, parent: this.#parent });
    }
  }
}
