import { consoleOf } from "./console.js";
import { currentRun } from "./context.js";
import type { Outbox } from "./outbox.js";

/** Says something to the reader where errors go. */
export let writeError = (_text: string): void => {};

/** Makes `console` write to the cell that its caller belongs to. */
export function captureStreams(outbox: Outbox): void {
  const writer =
    (name: "stdout" | "stderr") =>
    (text: string): void => {
      const run = currentRun();
      if (run?.silent !== true) outbox.write(run?.id ?? 0, name, text);
    };
  writeError = writer("stderr");
  Object.assign(console, consoleOf(writer("stdout"), writeError));
}
