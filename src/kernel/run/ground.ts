// What Node gives a cell beside the language.
import { EventEmitter } from "node:events";
import process from "node:process";
import { type Guarded, guarded } from "./guarded.js";

/** Objects that the kernel stands on, by the name that readers know. */
export const otherObjects: Record<string, object> = {
  "Buffer.prototype": Buffer.prototype,
  Buffer,
  "EventEmitter.prototype": EventEmitter.prototype,
};

/** Globals that the kernel, or the next cell, cannot do without. */
export const otherGlobals: readonly string[] = ["Buffer", "process", "setImmediate", "clearImmediate"];

/** What cells may replace for their own time: it is put back without a word. */
export function outputs(): Guarded[] {
  return [
    guarded("process", process, ["stdout", "stderr", "nextTick", "exit", "kill", "cwd", "chdir"]),
    guarded("process.stdout", process.stdout, ["write"]),
    guarded("process.stderr", process.stderr, ["write"]),
  ];
}

/** Goes back to the folder of the notebook where the current one is gone, and gives a sentence that says so. */
export function folderMender(): () => string {
  const folder = process.cwd();
  const cwd = process.cwd.bind(process);
  const chdir = process.chdir.bind(process);
  return () => {
    try {
      cwd();
      return "";
    } catch {
      chdir(folder);
      return "The current folder is gone: back in the folder of the notebook.\n";
    }
  };
}
