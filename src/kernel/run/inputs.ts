import type { ToFront, ToSession } from "../protocol.js";
import { currentRun } from "./run.js";

interface Question {
  readonly resolve: (value: string) => void;
  readonly reject: (error: Error) => void;
}

/** Questions to the reader that wait for an answer. */
export class Inputs {
  readonly #questions = new Map<number, Question>();
  readonly #send: (message: ToFront) => void;
  #count = 0;

  constructor(send: (message: ToFront) => void) {
    this.#send = send;
  }

  ask(prompt: string, password: boolean): Promise<string> {
    const input = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#questions.set(input, { resolve, reject });
      this.#send({ type: "input", run: currentRun()?.id ?? 0, input, prompt, password });
    });
  }

  receive(message: Extract<ToSession, { type: "input" | "noInput" }>): void {
    const question = this.#questions.get(message.input);
    this.#questions.delete(message.input);
    if (message.type === "input") question?.resolve(message.value);
    else question?.reject(new Error(message.reason));
  }
}
