// A thread beside the one that runs cells. It hears of interrupts on a pipe of its own and passes them on, however busy
// the main thread is: by a number that loops of cells look at, by a message, and by a signal that breaks a script. It
// waits for the pipe by reading: a thread of a process that starts from a snapshot cannot load `node:net` on Node 22 and 24.
import { readSync, writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { type Alarm, alarmLength, alarmOf, deafLetter } from "../alarms.js";
import { interruptDescriptor } from "../protocol.js";
import { descendantsOf } from "./descendants.js";
import { Shared } from "./shared.js";

const shared = new Shared((workerData as { shared: SharedArrayBuffer }).shared);
const bytes = Buffer.alloc(alarmLength);

for (;;) {
  const { alarm, number } = nextAlarm();
  if (alarm === "end") break;
  if (alarm === "asked") parentPort?.postMessage(shared.ask());
  else if (alarm !== undefined && !shared.hasHeard(number)) insist(alarm, number);
}

/** Waits for the front. */
function nextAlarm(): ReturnType<typeof alarmOf> {
  for (let read = 0; read < alarmLength; ) {
    const count = readSome(read);
    // The front has gone: nobody is left to run cells for.
    if (count === 0) process.kill(process.pid, "SIGKILL");
    read += Math.max(count, 0);
  }
  return alarmOf(bytes);
}

/** How many bytes have come; -1 where it is worth another try. */
function readSome(from: number): number {
  try {
    return readSync(interruptDescriptor, bytes, from, alarmLength - from, null);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EAGAIN" ? pause() : 0;
  }
}

function pause(): -1 {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  return -1;
}

/** The main thread has not listened to the interrupt of this number for some time. */
function insist(alarm: Alarm, number: number): void {
  if (alarm === "signal") {
    shared.setLate(number);
    // The code that waits for a process hears of its end by itself.
    if (!endBlocking("SIGINT")) process.kill(process.pid, "SIGINT");
  } else if (alarm === "signalAgain") process.kill(process.pid, "SIGINT");
  else if (alarm === "kill") endBlocking("SIGKILL");
  else writeSync(interruptDescriptor, deafLetter);
}

/** Ends the process that the main thread waits for without listening, as in `execSync`. Returns whether there is one. */
function endBlocking(signal: NodeJS.Signals): boolean {
  const found = descendantsOf(process.pid, (child) => !shared.hasChild(child));
  for (const pid of found) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended meanwhile.
    }
  }
  return found.length > 0;
}
