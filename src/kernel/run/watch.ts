import { Worker } from "node:worker_threads";
import type { Shared } from "./shared.js";
import { watchdogPolls } from "./watched.js";

/** Starts the watchdog, a thread that hears of interrupts however busy this one is; `came` gets their numbers. */
export function startWatchdog(shared: Shared, came: (number: number) => void): void {
  const worker = new Worker(new URL("./watchdog.js", import.meta.url), {
    workerData: { shared: shared.buffer, polls: watchdogPolls() },
  });
  worker.on("message", came);
  worker.unref();
}
