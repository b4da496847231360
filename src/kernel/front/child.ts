import { type ChildProcess, fork } from "node:child_process";
import type { Duplex, Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { interruptDescriptor, type StreamName, type ToFront, type ToSession } from "../protocol.js";

const program = fileURLToPath(new URL("../run/main.js", import.meta.url));

const quiet = ["--disable-warning=ExperimentalWarning"];

/** How the session ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
}

interface ChildEvents {
  message(message: ToFront): void;
  /** The running code has not listened to an interrupt for two seconds. */
  deaf(): void;
  /** What native code and child processes wrote. */
  output(name: StreamName, text: string): void;
  ended(how: Ended): void;
  /** The process could not start from its snapshot, and starts without it. */
  unfit(): void;
}

/** The process that runs cells, from outside. */
export class Child {
  readonly #notebook: string;
  readonly #language: string;
  readonly #events: ChildEvents;
  #process: ChildProcess;
  /** Bytes that native code has written so far. */
  #written = 0;
  /** What is to be said again where the process cannot start from its snapshot; undefined once it has started. */
  #early: ToSession[] | undefined = [];
  #killed = false;

  /** `snapshot` is a file to start from; where it does not fit, the process starts without it. */
  constructor(notebook: string, language: string, snapshot: string | undefined, events: ChildEvents) {
    this.#notebook = notebook;
    this.#language = language;
    this.#events = events;
    this.#process = this.#start(snapshot);
  }

  get lives(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  send(message: ToSession): void {
    this.#early?.push(message);
    if (this.#process.connected) this.#process.send(message, () => {});
  }

  interrupt(): void {
    (this.#process.stdio[interruptDescriptor] as Duplex).write("i");
  }

  #start(snapshot: string | undefined): ChildProcess {
    const child = fork(program, [this.#notebook, this.#language], {
      execArgv: [...quiet, ...(snapshot === undefined ? [] : ["--snapshot-blob", snapshot])],
      serialization: "advanced",
      // In a group of its own: a signal meant for the front does not reach cells.
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "ipc", "pipe"],
    });
    const interrupts = child.stdio[interruptDescriptor] as Duplex;
    interrupts.on("error", () => {});
    interrupts.on("data", () => this.#events.deaf());
    /** What Node says about a snapshot that it refuses is nothing for readers. */
    let held: (() => void)[] | undefined = snapshot === undefined ? undefined : [];
    for (const name of ["stdout", "stderr"] as const) {
      const stream = child[name] as Readable;
      const decoder = new TextDecoder();
      stream.on("data", (bytes: Buffer) => {
        this.#written += bytes.length;
        const say = (): void => this.#events.output(name, decoder.decode(bytes, { stream: true }));
        if (held === undefined) say();
        else held.push(say);
      });
    }
    child.on("message", (message: ToFront) => {
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
        return this.#events.ended({ code, signal });
      this.#events.unfit();
      this.#process = this.#start(undefined);
      for (const message of this.#early) this.#process.send(message, () => {});
    });
    return child;
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
