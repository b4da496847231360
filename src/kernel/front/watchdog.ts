import type { Duplex } from "node:stream";
import { alarms, type FromWatchdog, type ToWatchdog } from "../alarms.js";
import type { FromInspector, ToInspector } from "../debug/inspection.js";
import { jsonLine, readJsonLines } from "../jsonLines.js";

interface WatchdogEvents {
  /** Nobody has listened to an interrupt. */
  deaf(): void;
  inspected(message: FromInspector): void;
}

/** The watchdog of the process that runs cells, from outside. */
export class Watchdog {
  readonly #pipe: Duplex;
  #interrupts = 0;

  constructor(pipe: Duplex, events: WatchdogEvents) {
    this.#pipe = pipe;
    const take = readJsonLines<FromWatchdog>((message) => {
      if (message.type === "deaf") events.deaf();
      else events.inspected(message.message);
    });
    pipe.on("data", take);
  }

  /** Tells it of an interrupt, and again when the running code might have listened. */
  interrupt(): void {
    const number = ++this.#interrupts;
    for (const alarm of ["asked", "signal", "signalAgain", "kill", "report"] as const) {
      const message = { type: "alarm", alarm, number } as const;
      if (alarms[alarm] === 0) this.#tell(message);
      else setTimeout(() => this.#tell(message), alarms[alarm]).unref();
    }
  }

  inspect(message: ToInspector): void {
    this.#tell({ type: "inspect", message });
  }

  #tell(message: ToWatchdog): void {
    if (this.#pipe.writable) this.#pipe.write(jsonLine(message));
  }
}
