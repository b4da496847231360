// A thread beside the one that runs cells. It hears of interrupts on a pipe of its own and passes them on, however busy
// the main thread is: by a number that loops of cells look at, by a message, and by a signal that breaks a script.
import { Socket } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import { interruptDescriptor } from "../protocol.js";
import { descendantsOf } from "./descendants.js";
import { Shared } from "./shared.js";

/** How long the main thread may take to listen before what follows, in milliseconds. */
const beforeSignal = 200;
const beforeSignalAgain = 500;
const beforeKill = 1000;
const beforeReport = 2000;

const shared = new Shared((workerData as { shared: SharedArrayBuffer }).shared);
const pipe = new Socket({ fd: interruptDescriptor, readable: true, writable: true });
// The front has gone: nobody is left to run cells for.
pipe.on("close", () => process.kill(process.pid, "SIGKILL"));
pipe.on("error", () => {});
pipe.on("data", () => {
  const number = shared.ask();
  parentPort?.postMessage(number);
  const later = (milliseconds: number, work: () => void): void => {
    setTimeout(() => {
      if (!shared.hasHeard(number)) work();
    }, milliseconds);
  };
  later(beforeSignal, () => {
    shared.setLate(number);
    // The code that waits for a process hears of its end by itself.
    if (!endBlocking("SIGINT")) process.kill(process.pid, "SIGINT");
  });
  later(beforeSignalAgain, () => process.kill(process.pid, "SIGINT"));
  later(beforeKill, () => endBlocking("SIGKILL"));
  later(beforeReport, () => pipe.write("deaf"));
});

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
