// A thread beside the one that runs cells. It hears of interrupts on a pipe of its own and passes them on, however busy
// the main thread is: by a number that loops of cells look at, by a message, and by a signal that breaks a script.
import { Socket } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import { interruptDescriptor } from "../protocol.js";
import { Shared } from "./shared.js";

/** How long the main thread may take to listen before the signal, and before the front is told, in milliseconds. */
const beforeSignal = 200;
const beforeReport = 2000;

const shared = new Shared((workerData as { shared: SharedArrayBuffer }).shared);
const pipe = new Socket({ fd: interruptDescriptor, readable: true, writable: true });
// The front has gone: nobody is left to run cells for.
pipe.on("close", () => process.kill(process.pid, "SIGKILL"));
pipe.on("error", () => {});
pipe.on("data", () => {
  const number = shared.ask();
  parentPort?.postMessage(number);
  setTimeout(() => {
    if (!shared.hasHeard(number)) process.kill(process.pid, "SIGINT");
  }, beforeSignal);
  setTimeout(() => {
    if (!shared.hasHeard(number)) pipe.write("deaf");
  }, beforeReport);
});
