import { basename, join } from "node:path";
import { createCompiler } from "../compile/compiler.js";
import type { CellCompiler } from "../compile/types.js";
import { Pending } from "../pending.js";
import type { CommMessage, Execute, Question, ToSession } from "../protocol.js";
import { answerTo, learn } from "./answers.js";
import { watchChildren } from "./children.js";
import { Comms } from "./comms.js";
import { currentRun, inRun } from "./context.js";
import { openDoor } from "./door.js";
import { Executor } from "./executor.js";
import { Intact } from "./intact.js";
import { Interrupts } from "./interrupts.js";
import { Modules } from "./modules.js";
import { Outbox } from "./outbox.js";
import { outcomeOf } from "./outcome.js";
import { nextTurn } from "./own.js";
import type { Place } from "./place.js";
import { CellRun } from "./run.js";
import { readableStacks } from "./stacks.js";
import { reportStrays } from "./strays.js";
import { captureStreams, writeError } from "./streams.js";
import { localsOf, metaOf } from "./surroundings.js";
import { watchTimers } from "./timers.js";
import { contentOf, errorOf } from "./traceback.js";
import { stoppableWaits } from "./waits.js";

/** The side of the kernel that compiles and runs cells. */
export class Session {
  readonly #place: Place;
  readonly #outbox: Outbox;
  readonly #compiler: CellCompiler;
  readonly executor: Executor;
  readonly #interrupts: Interrupts;
  readonly #comms: Comms;
  readonly #intact: Intact;
  /** What cells have asked the reader. */
  readonly #inputs = new Pending<string>();
  /** Cells whose timers may still be running. */
  readonly #runs = new Set<CellRun>();
  #running: CellRun | undefined;

  constructor(place: Place) {
    const { folder, language, shared } = place;
    const file = join(folder, basename(place.notebook));
    this.#place = place;
    this.#outbox = new Outbox((parcel) => place.write(parcel));
    captureStreams(this.#outbox);
    watchTimers();
    const mend = (): void => this.mend();
    this.#interrupts = new Interrupts(shared, { running: () => this.#running, all: () => this.#runs }, mend);
    watchChildren(shared);
    stoppableWaits(this.#interrupts.tick);
    this.#compiler = createCompiler({ folder, language, warn: (line) => writeError(`${line}\n`) });
    const modules = new Modules(file, this.#interrupts.tick, writeError);
    this.executor = new Executor(
      this.#compiler,
      modules,
      this.#interrupts,
      metaOf(file, modules),
      localsOf(file, modules.require),
      mend,
    );
    const run = (): number => currentRun()?.id ?? 0;
    this.#comms = new Comms((message) => this.#outbox.send({ type: "comm", run: run(), ...message }));
    openDoor(this.#outbox, this.#comms, (prompt, password) =>
      this.#inputs.ask((input) => this.#outbox.send({ type: "input", run: run(), input, prompt, password })),
    );
    readableStacks(this.executor);
    this.#intact = new Intact(
      reportStrays(this.executor, (run, error) => this.#publish(run, "error", contentOf(error)), mend),
    );
  }

  /** Tells the front that cells may come. */
  begin(): void {
    this.#outbox.send({ type: "ready" });
  }

  /** Sends what waits, before the end. */
  readonly flush = (): void => this.#outbox.flush();
  /** Gives back what the compiler holds, until it is asked again. */
  readonly release = (): void => this.#compiler.release();

  /** An interrupt has come in, of this number. */
  interrupted(number: number): void {
    this.#interrupts.came(number);
  }

  /** Puts back what cells have changed of what the kernel stands on, and tells the reader. */
  mend(): void {
    const told = this.#intact.mend();
    const run = currentRun();
    if (told !== "" && run?.silent !== true) this.#outbox.write(run?.id ?? 0, "stderr", told);
  }

  /** The first check is slow: it reads the standard library's types. */
  warmUp(cell = "console.log(1)"): void {
    this.#compiler.inspect(cell, cell.length - 5);
  }

  receive(message: ToSession): void {
    if (message.type === "execute") void this.#execute(message);
    else if (message.type === "learn") learn(message.cell, this.#compiler);
    else if (message.type === "ask") this.#answer(message.ask, message.question);
    else if (message.type === "comm") this.#comm(message.run, message);
    else if (message.type === "input") this.#inputs.resolve(message.input, message.value);
    else this.#inputs.reject(message.input, message.reason);
  }

  async #execute({ run: id, count, silent, ...asked }: Execute): Promise<void> {
    const run = new CellRun(id, count, silent);
    for (const each of this.#runs) if (each.timers.size === 0) this.#runs.delete(each);
    this.#runs.add(run);
    this.#running = run;
    const outcome = await inRun(run, () =>
      outcomeOf(this.executor, this.#interrupts, run, asked, (content) => {
        if (!silent) this.#outbox.hold({ type: "publish", run: id, kind: "execute_result", content });
      }),
    );
    // Promises that the cell left rejected are reported at the end of a turn: in their cell, before it ends.
    await nextTurn();
    this.#running = undefined;
    this.#outbox.send({ type: "done", run: id, outcome });
    this.#place.ended?.();
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
      this.#publish(run, "error", contentOf(errorOf(error, this.executor)));
    }
    this.#outbox.flush();
  }

  #publish(run: CellRun | undefined, kind: string, content: object): void {
    if (run?.silent !== true) this.#outbox.send({ type: "publish", run: run?.id ?? 0, kind, content });
  }
}
