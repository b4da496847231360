interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** What one process has asked the other, by number, until it is answered. */
export class Pending<Answer> {
  readonly #waiting = new Map<number, Waiting<Answer>>();
  #count = 0;

  /** Asks by `send`, which gets the number. @throws {Error} if the other process refuses, or ends before it answers */
  ask(send: (number: number) => void): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const number = ++this.#count;
      this.#waiting.set(number, { resolve, reject });
      send(number);
    });
  }

  resolve(number: number, answer: Answer): void {
    this.#take(number)?.resolve(answer);
  }

  reject(number: number, reason: string): void {
    this.#take(number)?.reject(new Error(reason));
  }

  rejectAll(reason: string): void {
    for (const number of [...this.#waiting.keys()]) this.reject(number, reason);
  }

  #take(number: number): Waiting<Answer> | undefined {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    return waiting;
  }
}
