import { closeSync, fstatSync } from "node:fs";
import { Socket } from "node:net";
import process from "node:process";
import snapshot from "../compile/snapshot.cjs";
import { interruptDescriptor, lineDescriptor } from "../protocol.js";

/** Ends what nobody could interrupt any more: where a cell has closed the watchdog's pipe, the line closes too. */
export function endUnwatched(): void {
  try {
    fstatSync(interruptDescriptor);
  } catch {
    closeSync(lineDescriptor);
  }
}

/**
 * Whether a thread of this process cannot load `node:net`: Node 22 to 25 end with an abort there when they have started
 * from a snapshot. The pipe is made one that can be looked at without waiting, then.
 */
export function watchdogPolls(): boolean {
  const major = Number(process.versions.node.split(".")[0]);
  if (!snapshot.started || major < 22 || major > 25) return false;
  new Socket({ fd: interruptDescriptor, readable: false, writable: true }).on("error", () => {}).unref();
  return true;
}
