import type { Language } from "../compile/configuration.js";
import { Child } from "./child.js";
import type { StartRunner } from "./runner.js";
import { snapshotToUse } from "./snapshot.js";

/** Starts a process for each session of a notebook, from the snapshot as long as it fits. */
export function processesFor(notebook: string, language: Language, log: (line: string) => void): StartRunner {
  let snapshot = snapshotToUse(log);
  return (events) =>
    new Child(notebook, language, snapshot, {
      ...events,
      unfit() {
        log("The snapshot of the compiler does not fit: starting without it.");
        snapshot = undefined;
      },
    });
}
