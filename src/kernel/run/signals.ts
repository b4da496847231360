import process from "node:process";

/** Listens to the signal by which the watchdog breaks code off: without a listener it would end the process. */
function ignoreSignal(): void {}

const add = process.on.bind(process);
const listenersOf = process.listeners.bind(process);

/** Sees to it that a signal does not end the process, also where a cell has taken all listeners away. */
export function surviveSignals(): void {
  const there = listenersOf("SIGINT");
  for (let at = 0; at < there.length; at++) if (there[at] === ignoreSignal) return;
  add("SIGINT", ignoreSignal);
}

/** Whether anybody listens for interrupts. */
export function someListen(): boolean {
  return process.listeners("SIGINT").some((listener) => listener !== ignoreSignal);
}

/** Tells those who listen for interrupts. */
export function tellListeners(): void {
  process.emit("SIGINT");
}
