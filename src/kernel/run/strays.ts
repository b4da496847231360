import type { ErrorReply } from "../wire/handlers.js";
import { type CellRun, currentRun, runOf } from "./run.js";
import { type Cells, errorOf, isError } from "./traceback.js";

/** Reports errors that nobody caught, outside of any cell's own course, to the cell that they come from. */
export function reportStrays(
  cells: Cells,
  report: (run: CellRun | undefined, error: ErrorReply) => void,
): void {
  const stray = (error: unknown): void => {
    report(originOf(error) ?? currentRun(), errorOf(error, cells));
  };
  process.on("unhandledRejection", stray);
  process.on("uncaughtException", stray);
}

/** The cell named first in the stack of an error. */
function originOf(error: unknown): CellRun | undefined {
  const found = isError(error) ? /\bcell-(\d+)\.ts:\d+/.exec(String(error.stack)) : null;
  return found === null ? undefined : runOf(Number(found[1]));
}
