import { piecesOf } from "../pieces.js";
import type { StreamName, ToFront } from "../protocol.js";
import { clearOwnTimeout, now, ownTimeout } from "./own.js";
import { type Parcel, parcelOf, together } from "./parcels.js";

/** How long text is gathered, in milliseconds, and how much of it, in UTF-16 units, before it goes to the front. */
const patience = 20;
const most = 65_536;
/** Longer texts go in pieces, so that no single message is huge. */
const longest = 2 ** 20;

/**
 * The way to the front. Text of one stream of one cell is gathered for a moment, and so is what may wait for the end of
 * its cell; other messages take all of it with them, in order.
 */
export class Outbox {
  #run = 0;
  #name: StreamName = "stdout";
  #text = "";
  /** What waits before the text. */
  #held: Parcel | undefined;
  /** When text was last sent. */
  #sent = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #write: (parcel: Parcel) => void;

  constructor(write: (parcel: Parcel) => void) {
    this.#write = write;
  }

  write(run: number, name: StreamName, text: string): void {
    if (text === "") return;
    if (run !== this.#run || name !== this.#name) {
      this.#holdText();
      this.#run = run;
      this.#name = name;
    }
    this.#text += text;
    // The first line goes at once: the code may not return to the timers for long.
    if (this.#text.length >= most || now() - this.#sent > patience) this.flush();
    else this.#later();
  }

  /** Sends a message now. @throws {Error} if it holds what cannot be copied: a function */
  send(message: ToFront): void {
    this.#hold(parcelOf(message));
    this.flush();
  }

  /** Sends a message with the next one, or in a moment. @throws {Error} if it holds what cannot be copied: a function */
  hold(message: ToFront): void {
    this.#hold(parcelOf(message));
    this.#later();
  }

  flush(): void {
    clearOwnTimeout(this.#timer);
    this.#timer = undefined;
    this.#holdText();
    const parcel = this.#held;
    if (parcel === undefined) return;
    this.#held = undefined;
    this.#write(parcel);
  }

  #later(): void {
    this.#timer ??= ownTimeout(() => this.flush(), patience);
  }

  #hold(parcel: Parcel): void {
    this.#holdText();
    this.#held = this.#held === undefined ? parcel : together(this.#held, parcel);
  }

  #holdText(): void {
    const text = this.#text;
    if (text === "") return;
    this.#text = "";
    this.#sent = now();
    for (const part of piecesOf(text, longest))
      this.#hold(parcelOf({ type: "stream", run: this.#run, name: this.#name, text: part }));
  }
}
