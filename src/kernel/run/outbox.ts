import { piecesOf } from "../pieces.js";
import type { StreamName, ToFront } from "../protocol.js";

/** How long text is gathered, in milliseconds, and how much of it, in UTF-16 units, before it goes to the front. */
const patience = 20;
const most = 65_536;
/** Longer texts go in pieces, so that no single message is huge. */
const longest = 2 ** 20;

/** The way to the front. Text of one stream of one cell is gathered for a moment; other messages first send it. */
export class Outbox {
  #run = 0;
  #name: StreamName = "stdout";
  #pieces: string[] = [];
  #length = 0;
  /** When text was last sent. */
  #sent = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #setTimeout = setTimeout;
  readonly #send: (message: ToFront) => void;

  constructor(send: (message: ToFront) => void) {
    this.#send = send;
  }

  write(run: number, name: StreamName, text: string): void {
    if (text === "") return;
    if (run !== this.#run || name !== this.#name) {
      this.flush();
      this.#run = run;
      this.#name = name;
    }
    const now = performance.now();
    this.#pieces.push(text);
    this.#length += text.length;
    // The first line goes at once: the code may not return to the timers for long.
    if (this.#length >= most || now - this.#sent > patience) this.flush();
    else this.#timer ??= this.#setTimeout(() => this.flush(), patience);
  }

  send(message: ToFront): void {
    this.flush();
    this.#send(message);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#length === 0) return;
    this.#sent = performance.now();
    const text = this.#pieces.join("");
    this.#pieces = [];
    this.#length = 0;
    for (const part of piecesOf(text, longest)) {
      this.#send({ type: "stream", run: this.#run, name: this.#name, text: part });
    }
  }
}
