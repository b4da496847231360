import { type ChildProcess, spawn } from "node:child_process";
import type { Duplex, Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { listenTo, packed } from "../line.js";
import {
  interruptDescriptor,
  lineDescriptor,
  type StreamName,
  type ToFront,
  type ToSession,
} from "../protocol.js";

const program = fileURLToPath(new URL("../run/main.js", import.meta.url));

/** How long a process whose line has closed may take to end by itself, in milliseconds. */
const beforeKill = 300;

/** How the session ended. */
export interface Ended {
  /** Whether its line was closed while it lived: a cell closes file descriptors that are not its own. */
  readonly cutOff: boolean;
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
  readonly #line: Duplex;
  readonly #interrupts: Duplex;
  /** Bytes that native code has written so far. */
  #written = 0;

  constructor(notebook: string, events: ChildEvents) {
    this.#process = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program, notebook], {
      // In a group of its own: a signal meant for the front does not reach cells.
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
    });
    this.#interrupts = this.#process.stdio[interruptDescriptor] as Duplex;
    this.#line = this.#process.stdio[lineDescriptor] as Duplex;
    let cutOff = false;
    for (const stream of [this.#line, this.#interrupts]) {
      stream.on("error", () => {});
      stream.on("close", () => {
        setTimeout(() => {
          cutOff ||= this.lives;
          if (this.lives) this.kill();
        }, beforeKill);
      });
    }
    this.#interrupts.on("data", () => events.deaf());
    for (const name of ["stdout", "stderr"] as const) {
      const stream = this.#process[name] as Readable;
      const decoder = new TextDecoder();
      stream.on("data", (bytes: Buffer) => {
        this.#written += bytes.length;
        events.output(name, decoder.decode(bytes, { stream: true }));
      });
    }
    listenTo(this.#line, events.message);
    this.#process.on("error", () => {});
    this.#process.on("exit", (code, signal) => events.ended({ code, signal, cutOff }));
  }

  get lives(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  send(message: ToSession): void {
    if (this.#line.writable) this.#line.write(packed(message));
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
