// Whose code runs: what a cell starts belongs to it, for as long as it goes on.
import { AsyncLocalStorage } from "node:async_hooks";
import { noteUnseen } from "./printing.js";
import { rememberRun } from "./recent.js";
import type { CellRun } from "./run.js";

const storage = noteUnseen(new AsyncLocalStorage<CellRun | undefined>());
let latest: CellRun | undefined;

/** Runs `work` in the name of a cell: what it starts belongs to that cell, for as long as it goes on. */
export function inRun<T>(run: CellRun, work: () => T): T {
  latest = run;
  rememberRun(run);
  return storage.run(run, work);
}

/** Runs `work` in the name of no cell: the kernel's own. */
export function inNoRun<T>(work: () => T): T {
  return storage.run(undefined, work);
}

/** The cell that the running code belongs to; else the running or the last cell. */
export function currentRun(): CellRun | undefined {
  return storage.getStore() ?? latest;
}

/** The cell that the running code itself belongs to, whole. */
export function owningRun(): CellRun | undefined {
  return storage.getStore()?.whole;
}
