// Whose code runs. Nothing follows a cell's code by itself here: its own awaits and timers say whose it is (see
// `belonging`), and what other code writes late goes to the newest cell.
import { belonging } from "./belonging.js";
import { rememberRun } from "./recent.js";
import type { CellRun } from "./run.js";

let latest: CellRun | undefined;

/** Runs `work` in the name of a cell: what it starts belongs to that cell, for as long as it goes on. */
export function inRun<T>(run: CellRun, work: () => T): T {
  latest = run;
  rememberRun(run);
  const before = belonging.run;
  belonging.enter(run);
  try {
    return work();
  } finally {
    if (before !== undefined) belonging.enter(before);
  }
}

/** Runs `work` in the name of no cell: the kernel's own. */
export function inNoRun<T>(work: () => T): T {
  const before = belonging.run;
  belonging.enter(undefined);
  try {
    return work();
  } finally {
    belonging.enter(before);
  }
}

/** The cell that the running code belongs to; else the running or the last cell. */
export function currentRun(): CellRun | undefined {
  return belonging.run ?? latest;
}

/** The cell that the running code itself belongs to, whole. */
export function owningRun(): CellRun | undefined {
  return belonging.run?.whole;
}
