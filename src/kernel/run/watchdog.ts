// A thread beside the one that runs cells. It hears of interrupts on a pipe of its own and passes them on, however busy
// the main thread is: by a number that loops of cells look at, by a message, and by a signal that breaks a script. On the
// same pipe a debugger speaks with the inspector.
import { readSync, writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import type { Alarm, FromWatchdog, ToWatchdog } from "../alarms.js";
import type { ToInspector } from "../debug/inspection.js";
import type { Relay } from "../debug/relay.js";
import { jsonLine, readJsonLines } from "../jsonLines.js";
import { interruptDescriptor } from "../protocol.js";
import { descendantsOf } from "./descendants.js";
import { Shared } from "./shared.js";

/** `polls` says that this thread cannot load `node:net`, and is to look at the pipe now and then. */
interface Given {
  readonly shared: SharedArrayBuffer;
  readonly polls: boolean;
}

/** How often the pipe is looked at where nothing tells of it, in milliseconds; the second, while somebody debugs. */
const between = 25;
const betweenSteps = 2;

const { shared: memory, polls } = workerData as Given;
const shared = new Shared(memory);
let relay: Promise<Relay> | undefined;
const take = readJsonLines<ToWatchdog>((message) => {
  if (message.type === "inspect") void inspect(message.message);
  else if (message.alarm === "asked") parentPort?.postMessage(shared.ask());
  else if (!shared.hasHeard(message.number)) insist(message.alarm, message.number);
});

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
  const bytes = Buffer.alloc(65_536);
  for (;;) {
    try {
      const count = readSync(interruptDescriptor, bytes);
      if (count === 0) end();
      take(Buffer.from(bytes.subarray(0, count)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") end();
    }
    await pause(relay === undefined ? between : betweenSteps);
  }
}

/** Tells the front. The pipe does not wait by itself until there is room. */
function tell(message: FromWatchdog): void {
  let rest = jsonLine(message);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(interruptDescriptor, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

/** The front has gone: nobody is left to run cells for. */
function end(): void {
  process.kill(process.pid, "SIGKILL");
}

/** The inspector is loaded when somebody debugs for the first time. */
async function inspect(message: ToInspector): Promise<void> {
  relay ??= import("../debug/relay.js").then(
    ({ Relay }) => new Relay((inspected) => tell({ type: "inspected", message: inspected })),
  );
  (await relay).take(message);
}

/** The main thread has not listened to the interrupt of this number for some time. */
function insist(alarm: Alarm, number: number): void {
  if (alarm === "signal") {
    shared.setLate(number);
    // The code that waits for a process hears of its end by itself.
    if (!endBlocking("SIGINT")) process.kill(process.pid, "SIGINT");
  } else if (alarm === "signalAgain") process.kill(process.pid, "SIGINT");
  else if (alarm === "kill") endBlocking("SIGKILL");
  else tell({ type: "deaf" });
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
