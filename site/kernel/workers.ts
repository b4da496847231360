import { Shared, sharedLength } from "../../dist/kernel/run/shared.js";
import type { StartWorker, ToPage } from "./workerMessages.js";

/** A worker that gets ready, and the memory that it shares with the page, if any. */
export interface Started {
  readonly worker: Worker;
  readonly shared: Shared | undefined;
  /** What it said before anybody took it: a worker started ahead may be ready by then. */
  readonly early: ToPage[];
}

let prepared: { readonly kernelFolder: string; readonly started: Started } | undefined;

/** Starts a worker ahead of the first session, when the page loads. */
export function prepareWorker(kernelFolder: string): void {
  prepared ??= { kernelFolder, started: startWorker(kernelFolder) };
}

/** The worker that was started ahead, or a new one. */
export function takeWorker(kernelFolder: string): Started {
  const ready = prepared?.kernelFolder === kernelFolder ? prepared.started : undefined;
  if (ready !== undefined) prepared = undefined;
  return ready ?? startWorker(kernelFolder);
}

function startWorker(kernelFolder: string): Started {
  // A backend of TensorFlow's that the page's address asks for, as ?backend=webgl: the library looks here.
  const backend = new URLSearchParams(location.search).get("backend");
  const name = backend === null ? "convlab" : `convlab on ${backend}`;
  const worker = new Worker(new URL("worker.js", kernelFolder), { type: "module", name });
  const early: ToPage[] = [];
  worker.onmessage = ({ data }: MessageEvent<ToPage>) => early.push(data);
  worker.onerror = ({ message }) =>
    early.push({ type: "failed", reason: message || "it could not be loaded" });
  const memory = crossOriginIsolated ? new SharedArrayBuffer(sharedLength) : undefined;
  worker.postMessage({ type: "start", shared: memory } satisfies StartWorker);
  return { worker, shared: memory && new Shared(memory), early };
}
