import type { ErrorReply } from "../protocol.js";
import { currentRun } from "./context.js";
import type { Cells } from "./frames.js";
import { runOf } from "./recent.js";
import { type CellRun, Interrupted } from "./run.js";
import { cellOf } from "./stacks.js";
import { errorOf, isError } from "./traceback.js";

/** An event about an error that nobody caught. */
interface Stray extends Event {
  readonly error?: unknown;
  readonly reason?: unknown;
}

const { addEventListener } = globalThis as unknown as EventTarget;
const add = addEventListener.bind(globalThis);

/**
 * Reports errors that nobody caught, outside of any cell's own course, to the cell that they come from; `mend` puts
 * back what cells have changed. Gives what puts the listeners back where a cell has removed them.
 */
export function reportStrays(
  cells: Cells,
  report: (run: CellRun | undefined, error: ErrorReply) => void,
  mend: () => void,
): () => void {
  const stray = (event: Event): void => {
    event.preventDefault();
    const { error, reason = error } = event as Stray;
    mend();
    // The cell that was stopped says so itself.
    if (reason instanceof Interrupted) return;
    const cell = isError(reason) ? cellOf(reason) : undefined;
    report(runOf(cell ?? -1) ?? currentRun(), errorOf(reason, cells));
  };
  // Adding a listener that is there changes nothing.
  const listen = (): void => {
    add("unhandledrejection", stray);
    add("error", stray);
  };
  listen();
  return listen;
}
