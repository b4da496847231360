import { isWhole } from "../../../arithmetic/whole.js";

/** Reads a file from its start to its end and refuses to leave it: every read says first how many bytes it wants. */
export class ByteReader {
  readonly #view: DataView;
  #at = 0;

  /** `name` is that of the part of a file that is read, for what is said about it. */
  constructor(
    bytes: Uint8Array,
    readonly name?: string,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Where the next byte is. */
  get at(): number {
    return this.#at;
  }

  get left(): number {
    return this.#view.byteLength - this.#at;
  }

  /** Moves on by so many bytes and returns them, not copied. */
  take(count: number, what: string): DataView {
    if (!isWhole(count, { from: 0, to: this.left })) {
      throw this.refuse(`it ends in the middle of ${what}: ${count} bytes are wanted, ${this.left} are left`);
    }
    const part = new DataView(this.#view.buffer, this.#view.byteOffset + this.#at, count);
    this.#at += count;
    return part;
  }

  byte(what: string): number {
    return this.take(1, what).getUint8(0);
  }

  /** Text up to a line feed, which is passed over; ASCII, so many characters at most. */
  line(most: number, what: string): string {
    let text = "";
    for (let byte = this.byte(what); byte !== 0x0a; byte = this.byte(what)) {
      if (byte < 0x20 || byte > 0x7e || text.length === most) {
        throw this.refuse(`${what} is not a short line of plain letters`);
      }
      text += String.fromCharCode(byte);
    }
    return text;
  }

  text(count: number, what: string): string {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(this.take(count, what));
    } catch (cause) {
      throw cause instanceof TypeError ? this.refuse(`${what} is not UTF-8`) : cause;
    }
  }

  refuse(problem: string): Error {
    return refusal(`${problem} (at byte ${this.#at}${this.name ? ` of ${this.name}` : ""})`);
  }
}

/** The one form of every error about such a file. Names come from the file: what would break a line in them is taken out. */
export function refusal(problem: string): Error {
  return new Error(
    `Cannot read PyTorch weights: ${problem.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, "?")}. Get the file again, or save the weights alone: torch.save(model.state_dict(), path).`,
  );
}
