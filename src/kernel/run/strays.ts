import type { ErrorReply } from "../protocol.js";
import type { Cells } from "./frames.js";
import { type CellRun, currentRun, Interrupted, runOf } from "./run.js";
import { cellOf } from "./stacks.js";
import { errorOf, isError } from "./traceback.js";

/** Reports errors that nobody caught, outside of any cell's own course, to the cell that they come from. */
export function reportStrays(
  cells: Cells,
  report: (run: CellRun | undefined, error: ErrorReply) => void,
): void {
  const stray = (error: unknown): void => {
    // The cell that was stopped says so itself.
    if (error instanceof Interrupted) return;
    const cell = isError(error) ? cellOf(error) : undefined;
    report(runOf(cell ?? -1) ?? currentRun(), errorOf(error, cells));
  };
  process.on("unhandledRejection", stray);
  process.on("uncaughtException", stray);
}
