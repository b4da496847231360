import type { StreamName } from "../wire/output.js";
import type { Channel } from "./channel.js";
import { currentRun } from "./run.js";

type Callback = (error?: Error | null) => void;

/** Makes `process.stdout` and `process.stderr`, and with them `console`, write to the cell that their caller belongs to. */
export function captureStreams(channel: Channel): void {
  capture("stdout", channel);
  capture("stderr", channel);
}

function capture(name: StreamName, channel: Channel): void {
  const write = (
    chunk: string | Uint8Array,
    encoding?: BufferEncoding | Callback,
    done?: Callback,
  ): boolean => {
    const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
    const run = currentRun();
    if (run?.silent !== true) channel.write(run?.id ?? 0, name, text);
    const callback = typeof encoding === "function" ? encoding : done;
    if (callback !== undefined) process.nextTick(callback);
    return true;
  };
  process[name].write = write as typeof process.stdout.write;
}
