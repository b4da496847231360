import type { Runner, RunnerEvents } from "../../dist/kernel/front/runner.js";
import type { ToSession } from "../../dist/kernel/protocol.js";
import type { Shared } from "../../dist/kernel/run/shared.js";
import type { ReaderFiles } from "./files.js";
import { answerFile } from "./filesInPage.js";
import { Patience } from "./patience.js";
import type { ToPage, ToWorker } from "./workerMessages.js";
import type { Started } from "./workers.js";

const lost =
  "All names of this notebook are gone with it: run the cells again from the top. The kernel goes on.";
const deaf =
  "The running code did not listen to the stop, so the worker that it ran in was ended, and a new one has taken its place.";

/** A worker that runs the cells of a notebook, from the page's side. */
export class WorkerRunner implements Runner {
  readonly #worker: Worker;
  /** Memory that both sides see, where the page is isolated. */
  readonly #shared: Shared | undefined;
  readonly #events: RunnerEvents;
  readonly #files: ReaderFiles | undefined;
  readonly #patience = new Patience((ping) => this.#tell({ type: "ping", ping }));
  #heard = 0;
  #interrupts = 0;
  #lives = true;

  constructor(
    { worker, shared, early }: Started,
    notebook: string,
    files: ReaderFiles | undefined,
    events: RunnerEvents,
  ) {
    this.#worker = worker;
    this.#shared = shared;
    this.#files = files;
    this.#events = events;
    worker.onmessage = ({ data }: MessageEvent<ToPage>) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#end(`The worker that runs the cells has failed: ${event.message || "it could not be loaded"}.`);
    };
    // Once whoever makes this has it.
    queueMicrotask(() => {
      for (const message of early.splice(0)) this.#receive(message);
    });
    this.#tell({ type: "notebook", path: notebook, hasFiles: files !== undefined });
  }

  get lives(): boolean {
    return this.#lives;
  }

  send(message: ToSession): void {
    if (message.type === "execute") this.#patience.begin();
    this.#tell(message);
  }

  interrupt(): void {
    const number = this.#shared?.ask() ?? ++this.#interrupts;
    this.#tell({ type: "interrupt", number });
    const hasHeard = (): boolean => this.#heard >= number || this.#shared?.hasHeard(number) === true;
    // Code that no cell owns, a library that calls back, stops at its next look then.
    setTimeout(() => hasHeard() || this.#shared?.setLate(number), 200);
    setTimeout(() => {
      if (!hasHeard() && this.#lives) this.#end(deaf);
    }, this.#patience.milliseconds);
  }

  /** A worker writes nothing beside its messages. */
  async drained(): Promise<void> {}

  kill(): void {
    this.#lives = false;
    this.#patience.end();
    this.#worker.onmessage = null;
    this.#worker.terminate();
  }

  #tell(message: ToWorker): void {
    if (this.#lives) this.#worker.postMessage(message);
  }

  #receive(message: ToPage): void {
    if (message.type === "front") {
      for (const each of message.messages) {
        if (each.type === "done") this.#patience.end();
        this.#events.message(each);
      }
    } else if (message.type === "heard") this.#heard = Math.max(this.#heard, message.number);
    else if (message.type === "pong") this.#patience.answered(message.ping);
    else if (message.type === "failed") this.#end(message.reason);
    else void answerFile(this.#files, message).then((answer) => this.#tell(answer));
  }

  #end(reason: string): void {
    this.kill();
    this.#events.ended((started) =>
      started ? `${reason} ${lost}` : `The kernel could not start: ${reason}`,
    );
  }
}
