import { closeSync, fstatSync, writeSync } from "node:fs";
import { endLetter } from "../alarms.js";
import { interruptDescriptor, lineDescriptor } from "../protocol.js";

/** The process ends, and waits for its threads: the front lets the watchdog go. */
export function releaseWatchdog(): void {
  try {
    writeSync(interruptDescriptor, endLetter);
  } catch {
    // The front has gone.
  }
}

/** Ends what nobody could interrupt any more: where a cell has closed the watchdog's pipe, the line closes too. */
export function endUnwatched(): void {
  try {
    fstatSync(interruptDescriptor);
  } catch {
    closeSync(lineDescriptor);
  }
}
