import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createCompiler } from "../compile/compiler.js";
import type { Language } from "../compile/configuration.js";
import type { CellCompiler } from "../compile/types.js";
import { Pending } from "../pending.js";
import type { CommMessage, ErrorReply, Question, ToFront, ToSession } from "../protocol.js";
import { answerTo } from "./answers.js";
import { Comms } from "./comms.js";
import { openDoor } from "./door.js";
import { Executor } from "./executor.js";
import { Interrupts } from "./interrupts.js";
import { Modules } from "./modules.js";
import { Outbox } from "./outbox.js";
import { outcomeOf } from "./outcome.js";
import { CellRun, currentRun, inRun } from "./run.js";
import { readableStacks } from "./stacks.js";
import { reportStrays } from "./strays.js";
import { captureStreams } from "./streams.js";
import { nextTurn, watchTimers } from "./timers.js";
import { errorOf } from "./traceback.js";

type Execute = Extract<ToSession, { type: "execute" }>;

/** The side of the kernel that compiles and runs cells. */
export class Session {
  readonly #outbox: Outbox;
  readonly #compiler: CellCompiler;
  readonly #executor: Executor;
  readonly #interrupts: Interrupts;
  readonly #comms: Comms;
  /** What cells have asked the reader. */
  readonly #inputs = new Pending<string>();
  /** Cells whose timers may still be running. */
  readonly #runs = new Set<CellRun>();
  #running: CellRun | undefined;

  /** `notebook` is the name of the notebook's file in `folder`. */
  constructor(folder: string, notebook: string, send: (message: ToFront) => void, language?: Language) {
    const file = join(folder, basename(notebook));
    this.#outbox = new Outbox(send);
    captureStreams(this.#outbox);
    watchTimers();
    this.#interrupts = new Interrupts(
      () => this.#running,
      () => this.#runs,
    );
    this.#compiler = createCompiler({ folder, language });
    const modules = new Modules(file, this.#interrupts.tick, (line) => process.stderr.write(line));
    const meta = {
      url: pathToFileURL(file).href,
      filename: file,
      dirname: folder,
      resolve: (specifier: string) => pathToFileURL(modules.require.resolve(specifier)).href,
    };
    const locals = {
      require: modules.require,
      module: { exports: {} },
      exports: {},
      __dirname: folder,
      __filename: file,
    };
    this.#executor = new Executor(this.#compiler, modules, this.#interrupts, meta, locals);
    this.#comms = new Comms((message) =>
      this.#outbox.send({ type: "comm", run: currentRun()?.id ?? 0, ...message }),
    );
    openDoor(this.#outbox, this.#comms, (prompt, password) =>
      this.#inputs.ask((input) =>
        this.#outbox.send({ type: "input", run: currentRun()?.id ?? 0, input, prompt, password }),
      ),
    );
    readableStacks(this.#executor);
    reportStrays(this.#executor, (run, error) => this.#publish(run, "error", withoutStatus(error)));
  }

  /** The first check is slow: it reads the standard library's types. */
  warmUp(): void {
    this.#compiler.inspect("console.log(1)", 9);
  }

  receive(message: ToSession): void {
    if (message.type === "execute") void this.#execute(message);
    else if (message.type === "ask") this.#answer(message.ask, message.question);
    else if (message.type === "comm") this.#comm(message.run, message);
    else if (message.type === "input") this.#inputs.resolve(message.input, message.value);
    else this.#inputs.reject(message.input, message.reason);
  }

  async #execute({ run: id, count, code, silent, userExpressions }: Execute): Promise<void> {
    const run = new CellRun(id, count, silent);
    for (const each of this.#runs) if (each.timers.size === 0) this.#runs.delete(each);
    this.#runs.add(run);
    this.#running = run;
    const outcome = await inRun(run, () =>
      outcomeOf(this.#executor, run, code, userExpressions, (result) =>
        this.#publish(run, "execute_result", result),
      ),
    );
    // Promises that the cell left rejected are reported at the end of a turn: in their cell, before it ends.
    await nextTurn();
    this.#running = undefined;
    run.over();
    this.#outbox.send({ type: "done", run: id, outcome });
  }

  #answer(ask: number, question: Question): void {
    try {
      const answer = answerTo(question, this.#compiler, this.#comms);
      this.#outbox.send({ type: "answer", ask, answer });
    } catch (error) {
      this.#outbox.send({ type: "refused", ask, reason: String((error as Error).message) });
    }
  }

  #comm(id: number, message: CommMessage): void {
    const run = new CellRun(id, 0, false);
    try {
      inRun(run, () => this.#comms.receive(message));
    } catch (error) {
      this.#publish(run, "error", withoutStatus(errorOf(error, this.#executor)));
    }
    this.#outbox.flush();
  }

  #publish(run: CellRun | undefined, kind: string, content: object): void {
    if (run?.silent !== true) this.#outbox.send({ type: "publish", run: run?.id ?? 0, kind, content });
  }
}

function withoutStatus({ ename, evalue, traceback }: ErrorReply): object {
  return { ename, evalue, traceback };
}
