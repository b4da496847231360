import process from "node:process";
import type { ErrorReply } from "../protocol.js";
import { currentRun } from "./context.js";
import type { Cells } from "./frames.js";
import { runOf } from "./recent.js";
import { type CellRun, Interrupted } from "./run.js";
import { surviveSignals } from "./signals.js";
import { cellOf } from "./stacks.js";
import { errorOf, isError } from "./traceback.js";

/**
 * Reports errors that nobody caught, outside of any cell's own course, to the cell that they come from; `mend` puts
 * back what cells have changed. Gives what puts the listeners back where a cell has removed them.
 */
export function reportStrays(
  cells: Cells,
  report: (run: CellRun | undefined, error: ErrorReply) => void,
  mend: () => void,
): () => void {
  const stray = (error: unknown): void => {
    mend();
    // The cell that was stopped says so itself.
    if (error instanceof Interrupted) return;
    const cell = isError(error) ? cellOf(error) : undefined;
    report(runOf(cell ?? -1) ?? currentRun(), errorOf(error, cells));
  };
  const listen = (): void => {
    keepListener("unhandledRejection", stray);
    keepListener("uncaughtException", stray);
    surviveSignals();
  };
  listen();
  return listen;
}

const add = process.on.bind(process) as (event: string, listener: (...given: unknown[]) => void) => unknown;
const listenersOf = process.listeners.bind(process) as (event: string) => unknown[];

/** Adds a listener of the process where it is not there. */
function keepListener(event: string, listener: (...given: unknown[]) => void): void {
  const there = listenersOf(event);
  for (let at = 0; at < there.length; at++) if (there[at] === listener) return;
  add(event, listener);
}
