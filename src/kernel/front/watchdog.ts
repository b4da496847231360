import type { Duplex } from "node:stream";
import { alarms, deafLetter, packedAlarm } from "../alarms.js";

/** The watchdog of the process that runs cells, from outside. `deaf` hears that nobody has listened to an interrupt. */
export class Watchdog {
  readonly #pipe: Duplex;
  #interrupts = 0;

  constructor(pipe: Duplex, deaf: () => void) {
    this.#pipe = pipe;
    pipe.on("data", (bytes: Buffer) => {
      if (bytes.includes(deafLetter)) deaf();
    });
  }

  /** Tells it of an interrupt, and again when the running code might have listened. */
  interrupt(): void {
    const number = ++this.#interrupts;
    for (const alarm of ["asked", "signal", "signalAgain", "kill", "report"] as const) {
      const bytes = packedAlarm(alarm, number);
      if (alarms[alarm] === 0) this.#tell(bytes);
      else setTimeout(() => this.#tell(bytes), alarms[alarm]).unref();
    }
  }

  #tell(bytes: Buffer): void {
    if (this.#pipe.writable) this.#pipe.write(bytes);
  }
}
