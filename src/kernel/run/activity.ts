import { createHook } from "node:async_hooks";
import { owningRun } from "./context.js";
import { pause } from "./own.js";
import type { CellRun } from "./run.js";

/** How much begins in the name of a cell within a time: promises, timers, input and output. */
export async function activityOf(run: CellRun, milliseconds: number): Promise<number> {
  let count = 0;
  const hook = createHook({
    init() {
      if (owningRun() === run) count++;
    },
  });
  // What was refused just now takes a moment to end.
  await pause(milliseconds / 2);
  hook.enable();
  await pause(milliseconds / 2);
  hook.disable();
  return count;
}
