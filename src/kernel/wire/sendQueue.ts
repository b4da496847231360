/** What a queue needs of a socket. */
interface Sender {
  send(frames: Uint8Array[]): Promise<void>;
}

/**
 * Sends messages one after the other. zeromq.js refuses a send while another is under way, and without a queue loses
 * whatever a loop sends beyond the 512th message.
 */
export class SendQueue {
  readonly #socket: Sender;
  readonly #failed: (error: Error) => void;
  #waiting: Uint8Array[][] = [];
  #sending: Promise<void> | undefined;

  /** `failed` hears of each message that could not be sent; the next one is sent all the same. */
  constructor(socket: Sender, failed: (error: Error) => void) {
    this.#socket = socket;
    this.#failed = failed;
  }

  push(frames: Uint8Array[]): void {
    this.#waiting.push(frames);
    this.#sending ??= this.#drain();
  }

  /** Resolves when everything pushed so far has been handed to zeromq. */
  async flushed(): Promise<void> {
    while (this.#sending !== undefined) await this.#sending;
  }

  async #drain(): Promise<void> {
    // The caller goes on first: what is pushed in one turn goes out together.
    await undefined;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      for (const frames of batch) {
        try {
          await this.#socket.send(frames);
        } catch (error) {
          this.#failed(error as Error);
        }
      }
    }
    this.#sending = undefined;
  }
}
