import type { FromInspector, ToInspector } from "../debug/inspection.js";
import type { StreamName, ToFront, ToSession } from "../protocol.js";

/** What runs the cells of a notebook, from outside: a process, or a worker of a page. */
export interface Runner {
  readonly lives: boolean;
  send(message: ToSession): void;
  interrupt(): void;
  /** Tells its inspector; what has none cannot be debugged. */
  inspect?(message: ToInspector): void;
  /** Resolves when all that it has written beside its messages has been handed on. */
  drained(): Promise<void>;
  /** Ends it and all that it has started. */
  kill(): void;
}

/** What the front hears of it. */
export interface RunnerEvents {
  message(message: ToFront): void;
  /** Text of native code and child processes. */
  output(name: StreamName, text: string): void;
  inspected?(message: FromInspector): void;
  /** A sentence about the running code, for its reader. */
  remark(text: string): void;
  /** It has ended; `tell` says so to readers, and what is lost where cells have run. */
  ended(tell: (started: boolean) => string): void;
}

export type StartRunner = (events: RunnerEvents) => Runner;
