import { type ChildProcess, fork } from "node:child_process";
import type { Duplex, Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { interruptDescriptor, type StreamName, type ToFront, type ToSession } from "../protocol.js";

const program = fileURLToPath(new URL("../run/main.js", import.meta.url));

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
}

/** The process that runs cells, from outside. */
export class Child {
  readonly #process: ChildProcess;
  readonly #interrupts: Duplex;
  /** Bytes that native code has written so far. */
  #written = 0;

  constructor(notebook: string, events: ChildEvents) {
    this.#process = fork(program, [notebook], {
      execArgv: ["--disable-warning=ExperimentalWarning"],
      serialization: "advanced",
      // In a group of its own: a signal meant for the front does not reach cells.
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "ipc", "pipe"],
    });
    this.#interrupts = this.#process.stdio[interruptDescriptor] as Duplex;
    this.#interrupts.on("error", () => {});
    this.#interrupts.on("data", () => events.deaf());
    for (const name of ["stdout", "stderr"] as const) {
      const stream = this.#process[name] as Readable;
      const decoder = new TextDecoder();
      stream.on("data", (bytes: Buffer) => {
        this.#written += bytes.length;
        events.output(name, decoder.decode(bytes, { stream: true }));
      });
    }
    this.#process.on("message", (message) => events.message(message as ToFront));
    this.#process.on("error", () => {});
    this.#process.on("exit", (code, signal) => events.ended({ code, signal }));
  }

  get lives(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  send(message: ToSession): void {
    if (this.#process.connected) this.#process.send(message, () => {});
  }

  interrupt(): void {
    this.#interrupts.write("i");
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
