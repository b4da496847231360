import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { owningRun } from "./context.js";
import type { CellRun } from "./run.js";
import type { Shared } from "./shared.js";

/** Makes processes belong to the cell that starts them, so that stopping the cell ends them. */
export function watchChildren(shared: Shared): void {
  subscribe("child_process", (message) => {
    const { process: child } = message as { process: ChildProcess };
    const run = owningRun();
    // Its number is known only after the one who starts it has gone on.
    child.once("spawn", () => {
      const { pid } = child;
      if (pid === undefined || child.exitCode !== null) return;
      shared.addChild(pid);
      run?.children.add(child);
      child.once("exit", () => {
        shared.removeChild(pid);
        run?.children.delete(child);
      });
    });
  });
}

/** Sends a signal to all processes of a cell. */
export function endChildren(run: CellRun, signal: NodeJS.Signals): void {
  for (const child of run.children) child.kill(signal);
}
