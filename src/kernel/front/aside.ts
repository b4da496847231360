import { pause } from "../pause.js";
import { Pending } from "../pending.js";
import type { Answer, Question, Taught } from "../protocol.js";
import type { Runner, StartRunner } from "./runner.js";

/** How long the session may take before a question is asked aside, in milliseconds. */
const patience = 150;

/** How long it stays without a question, in milliseconds. */
const idleTime = 60_000;

/**
 * Answers questions about text while the session's thread is busy: a second process, which compiles what the first one
 * has been given and runs nothing. It starts at the first such question and ends when none has come for a while.
 */
export class Aside {
  readonly #startRunner: StartRunner;
  readonly #questions = new Pending<Answer>();
  #cells: Taught[] = [];
  /** How many of the cells the process knows. */
  #known = 0;
  #runner: Runner | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(startRunner: StartRunner) {
    this.#startRunner = startRunner;
  }

  /** Takes note of a cell that runs. */
  note(cell: Taught): void {
    this.#cells.push(cell);
  }

  /** The first answer, of the session or from here. @throws {Error} if the session refuses, or ends before it answers */
  async instead(own: Promise<Answer>, question: Question): Promise<Answer> {
    const answered = own.then(
      () => true,
      () => true,
    );
    if (await Promise.race([answered, pause(patience, { holds: false })])) return own;
    return Promise.race([own, this.#ask(question).catch(() => own)]);
  }

  /** The cells' names are gone, or nobody asks any more. */
  forget(): void {
    this.#cells = [];
    this.#end();
  }

  #ask(question: Question): Promise<Answer> {
    const runner = this.#runner ?? this.#start();
    for (const cell of this.#cells.slice(this.#known)) runner.send({ type: "learn", cell });
    this.#known = this.#cells.length;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#end(), idleTime);
    this.#idle.unref();
    return this.#questions.ask((ask) => runner.send({ type: "ask", ask, question }));
  }

  #end(): void {
    const runner = this.#runner;
    this.#runner = undefined;
    this.#known = 0;
    runner?.kill();
    this.#questions.rejectAll("Cannot answer: the second checker has ended.");
  }

  #start(): Runner {
    const runner = this.#startRunner({
      message: (message) => {
        if (message.type === "answer") this.#questions.resolve(message.ask, message.answer);
        else if (message.type === "refused") this.#questions.reject(message.ask, message.reason);
      },
      output() {},
      remark() {},
      ended: () => {
        if (this.#runner === runner) this.#end();
      },
    });
    this.#runner = runner;
    return runner;
  }
}
