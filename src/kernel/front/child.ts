import { type ChildProcess, spawn } from "node:child_process";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import { parting, type ToInspector } from "../debug/inspection.js";
import { listenTo, packed } from "../line.js";
import { interruptDescriptor, lineDescriptor, type ToFront, type ToSession } from "../protocol.js";
import { deaf, type Ended, lossOf } from "./losses.js";
import type { Runner, RunnerEvents } from "./runner.js";
import { Watchdog } from "./watchdog.js";

const program = fileURLToPath(new URL("../run/main.js", import.meta.url));

const quiet = "--disable-warning=ExperimentalWarning";

/** How long a process whose line has closed may take to end by itself, in milliseconds. */
const beforeKill = 300;

interface ChildEvents extends RunnerEvents {
  /** The process could not start from its snapshot, and starts without it. */
  unfit(): void;
}

/** The process that runs cells, from outside. */
export class Child implements Runner {
  readonly #arguments: readonly string[];
  readonly #events: ChildEvents;
  #process: ChildProcess;
  #watchdog!: Watchdog;
  /** Bytes that native code has written so far. */
  #written = 0;
  /** What is to be said again where the process cannot start from its snapshot; undefined once it has started. */
  #early: ToSession[] | undefined = [];
  #killed = false;

  /** `snapshot` is a file to start from; where it does not fit, the process starts without it. */
  constructor(notebook: string, language: string, snapshot: string | undefined, events: ChildEvents) {
    this.#arguments = [program, notebook, language];
    this.#events = events;
    this.#process = this.#start(snapshot);
  }

  get lives(): boolean {
    return isAlive(this.#process);
  }

  send(message: ToSession): void {
    this.#early?.push(message);
    const line = lineOf(this.#process);
    if (line.writable) line.write(packed(message));
  }

  interrupt(): void {
    this.#watchdog.interrupt();
  }

  inspect(message: ToInspector): void {
    this.#watchdog.inspect(message);
  }

  #start(snapshot: string | undefined): ChildProcess {
    const from = snapshot === undefined ? [] : ["--snapshot-blob", snapshot];
    const child = spawn(process.execPath, [quiet, ...from, ...this.#arguments], {
      // In a group of its own: a signal meant for the front does not reach cells.
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
    });
    let cutOff = false;
    const pipe = child.stdio[interruptDescriptor] as Duplex;
    for (const stream of [lineOf(child), pipe]) {
      stream.on("error", () => {});
      const looked = (): void => {
        cutOff ||= isAlive(child);
        if (isAlive(child)) this.kill();
      };
      stream.on("close", () => setTimeout(looked, beforeKill));
    }
    this.#watchdog = new Watchdog(pipe, {
      deaf: () => this.#events.remark(deaf),
      inspected: (message) => this.#events.inspected?.(message),
    });
    /** What Node says about a snapshot that it refuses is nothing for readers. */
    let held: (() => void)[] | undefined = snapshot === undefined ? undefined : [];
    for (const name of ["stdout", "stderr"] as const) {
      const decoder = new TextDecoder();
      child[name]?.on("data", (bytes: Buffer) => {
        this.#written += bytes.length;
        const say = (): void =>
          this.#events.output(name, decoder.decode(bytes, { stream: true }).replace(parting, ""));
        if (held === undefined) say();
        else held.push(say);
      });
    }
    listenTo<ToFront>(lineOf(child), (message) => {
      if (message.type === "ready") {
        this.#early = undefined;
        for (const say of held ?? []) say();
        held = undefined;
      }
      this.#events.message(message);
    });
    child.on("error", () => {});
    child.on("exit", (code, signal) => {
      if (this.#early === undefined || snapshot === undefined || this.#killed)
        return this.#ended({ code, signal, cutOff });
      this.#events.unfit();
      this.#process = this.#start(undefined);
      for (const message of this.#early) lineOf(this.#process).write(packed(message));
    });
    return child;
  }

  #ended(how: Ended): void {
    this.#events.ended((started) => lossOf(how, started));
  }

  /** Resolves when all that native code has written by now has been handed on. */
  async drained(): Promise<void> {
    let before = -1;
    while (before !== this.#written) {
      before = this.#written;
      for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Ends the process and all that it has started. */
  kill(): void {
    this.#killed = true;
    const { pid } = this.#process;
    if (pid === undefined) return;
    try {
      if (process.platform !== "win32") process.kill(-pid, "SIGKILL");
    } catch {
      // The group is gone already.
    }
    this.#process.kill("SIGKILL");
  }
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

function lineOf({ stdio }: ChildProcess): Duplex {
  return stdio[lineDescriptor] as Duplex;
}
