// A thread beside the one that runs cells. It hears of interrupts on a pipe of its own and passes them on, however busy
// the main thread is: by a number that loops of cells look at, by a message, and by a signal that breaks a script.
import { readSync, writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { type Alarm, alarmLength, alarmOf, deafLetter } from "../alarms.js";
import { interruptDescriptor } from "../protocol.js";
import { descendantsOf } from "./descendants.js";
import { Shared } from "./shared.js";

/** `polls` says that this thread cannot load `node:net`, and is to look at the pipe now and then. */
interface Given {
  readonly shared: SharedArrayBuffer;
  readonly polls: boolean;
}

/** How often the pipe is looked at where nothing tells of it, in milliseconds. */
const between = 25;

const { shared: memory, polls } = workerData as Given;
const shared = new Shared(memory);
let waiting: Buffer = Buffer.alloc(0);

if (polls) await poll();
else await listen();

async function listen(): Promise<void> {
  const { Socket } = await import("node:net");
  const pipe = new Socket({ fd: interruptDescriptor, readable: true, writable: true });
  pipe.on("data", take);
  pipe.on("error", () => {});
  pipe.on("close", end);
}

async function poll(): Promise<void> {
  const bytes = Buffer.alloc(100 * alarmLength);
  for (;;) {
    try {
      const count = readSync(interruptDescriptor, bytes);
      if (count === 0) end();
      take(bytes.subarray(0, count));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") end();
    }
    await pause(between);
  }
}

/** The front has gone: nobody is left to run cells for. */
function end(): void {
  process.kill(process.pid, "SIGKILL");
}

function take(bytes: Buffer): void {
  waiting = Buffer.concat([waiting, bytes]);
  while (waiting.length >= alarmLength) {
    const { alarm, number } = alarmOf(waiting);
    waiting = waiting.subarray(alarmLength);
    if (alarm === "asked") parentPort?.postMessage(shared.ask());
    else if (alarm !== undefined && !shared.hasHeard(number)) insist(alarm, number);
  }
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
