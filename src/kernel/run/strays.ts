import type { ErrorReply } from "../wire/handlers.js";
import { type CellRun, currentRun, runOf } from "./run.js";
import { originOf } from "./stacks.js";
import { type Cells, errorOf, isError } from "./traceback.js";

/** Reports errors that nobody caught, outside of any cell's own course, to the cell that they come from. */
export function reportStrays(
  cells: Cells,
  report: (run: CellRun | undefined, error: ErrorReply) => void,
): void {
  const stray = (error: unknown): void => {
    const origin = isError(error) ? originOf(error) : undefined;
    report(runOf(origin ?? -1) ?? currentRun(), errorOf(error, cells));
  };
  process.on("unhandledRejection", stray);
  process.on("uncaughtException", stray);
}
