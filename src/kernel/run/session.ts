import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createCompiler } from "../compile/compiler.js";
import type { CellCompiler } from "../compile/types.js";
import type { CommMessage, Question, ToFront, ToSession } from "../protocol.js";
import { Channel } from "./channel.js";
import { Comms } from "./comms.js";
import { openDoor } from "./door.js";
import { Executor } from "./executor.js";
import { Inputs } from "./inputs.js";
import { Interrupts } from "./interrupts.js";
import { Modules } from "./modules.js";
import { outcomeOf } from "./outcome.js";
import { answerTo } from "./questions.js";
import { CellRun, currentRun, inRun } from "./run.js";
import { readableStacks } from "./stacks.js";
import { reportStrays } from "./strays.js";
import { captureStreams } from "./streams.js";
import { nextTurn, watchTimers } from "./timers.js";
import { errorOf } from "./traceback.js";

type Execute = Extract<ToSession, { type: "execute" }>;

/** The side of the kernel that compiles and runs cells. */
export class Session {
  readonly #channel: Channel;
  readonly #compiler: CellCompiler;
  readonly #executor: Executor;
  readonly #interrupts: Interrupts;
  readonly #comms: Comms;
  readonly #inputs: Inputs;
  /** Cells whose timers may still be running. */
  readonly #runs = new Set<CellRun>();
  #running: CellRun | undefined;

  /** `notebook` is the name of the notebook's file in `folder`. */
  constructor(folder: string, notebook: string, send: (message: ToFront) => void) {
    const file = join(folder, basename(notebook));
    this.#channel = new Channel(send);
    captureStreams(this.#channel);
    watchTimers();
    this.#interrupts = new Interrupts(
      () => this.#running,
      () => this.#runs,
    );
    this.#compiler = createCompiler({ folder });
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
      this.#channel.send({ type: "comm", run: currentRun()?.id ?? 0, ...message }),
    );
    this.#inputs = new Inputs((message) => this.#channel.send(message));
    openDoor(this.#channel, this.#comms, (prompt, password) => this.#inputs.ask(prompt, password));
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
    else this.#inputs.receive(message);
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
    this.#channel.send({ type: "done", run: id, outcome });
  }

  #answer(ask: number, question: Question): void {
    try {
      const content = question.about === "comms" ? this.#comms.list() : answerTo(this.#compiler, question);
      this.#channel.send({ type: "answer", ask, content });
    } catch (error) {
      this.#channel.send({ type: "refused", ask, reason: String((error as Error).message) });
    }
  }

  #comm(id: number, message: CommMessage): void {
    const run = new CellRun(id, 0, false);
    try {
      inRun(run, () => this.#comms.receive(message));
    } catch (error) {
      this.#publish(run, "error", withoutStatus(errorOf(error, this.#executor)));
    }
    this.#channel.flush();
  }

  #publish(run: CellRun | undefined, kind: string, content: object): void {
    if (run?.silent !== true) this.#channel.send({ type: "publish", run: run?.id ?? 0, kind, content });
  }
}

function withoutStatus({
  ename,
  evalue,
  traceback,
}: {
  ename: string;
  evalue: string;
  traceback: readonly string[];
}) {
  return { ename, evalue, traceback };
}
