import process from "node:process";
import type { StreamName } from "../protocol.js";
import { currentRun } from "./context.js";
import type { Outbox } from "./outbox.js";

type Callback = (error?: Error | null) => void;

/** Makes `process.stdout` and `process.stderr`, and with them `console`, write to the cell that their caller belongs to. */
export function captureStreams(outbox: Outbox): void {
  capture("stdout", outbox);
  capture("stderr", outbox);
}

/** Says something to the reader where errors go. */
export function writeError(text: string): void {
  process.stderr.write(text);
}

function capture(name: StreamName, outbox: Outbox): void {
  const write = (
    chunk: string | Uint8Array,
    encoding?: BufferEncoding | Callback,
    done?: Callback,
  ): boolean => {
    const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
    const run = currentRun();
    if (run?.silent !== true) outbox.write(run?.id ?? 0, name, text);
    const callback = typeof encoding === "function" ? encoding : done;
    if (callback !== undefined) process.nextTick(callback);
    return true;
  };
  process[name].write = write as typeof process.stdout.write;
}
