import type { Question, ToFront, ToSession } from "../protocol.js";

interface Waiting {
  readonly resolve: (content: object) => void;
  readonly reject: (error: Error) => void;
}

/** Questions to the session that wait for an answer. */
export class Questions {
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;

  /** Asks by `send`. @throws Error when the session refuses, or ends before it answers */
  ask(question: Question, send: (message: ToSession) => void): Promise<object> {
    return new Promise((resolve, reject) => {
      const ask = ++this.#count;
      this.#waiting.set(ask, { resolve, reject });
      send({ type: "ask", ask, question });
    });
  }

  receive(message: Extract<ToFront, { type: "answer" | "refused" }>): void {
    const waiting = this.#waiting.get(message.ask);
    this.#waiting.delete(message.ask);
    if (message.type === "answer") waiting?.resolve(message.content);
    else waiting?.reject(new Error(message.reason));
  }

  /** Gives all of them up. */
  fail(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}
