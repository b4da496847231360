import "./plainKernels.js";
import { setWasmBackend } from "../../dist/networks/wasm/setWasmBackend.js";
import { rememberChoice, rememberedChoice } from "./backends/choice.js";
import { type Backend, isBackend } from "./backends/names.js";
import { startGpu } from "./backends/startGpu.js";
import type { TrialResult, TrialTask } from "./backends/trial.js";

/** How long after the start graphics processors are tried, so that the reader's first cells have the machine to themselves. */
const patience = 30_000;

/**
 * Starts the backend that TensorFlow computes with, and gives its name: WebAssembly, unless an earlier trial here found a graphics
 * processor right and clearly quicker, or one is asked for. What is found is for the next start: tensors do not move under running cells.
 *
 * @param folder with the files that lie beside the library
 */
export async function startBackend(folder: string): Promise<string> {
  const asked = askedFor();
  const remembered = asked ? undefined : await rememberedChoice(folder);
  const wanted = asked ?? remembered ?? "wasm";
  if (wanted !== "wasm" && (await startGpu(wanted))) return wanted;
  await setWasmBackend(folder);
  if (!asked && !remembered && mayTry()) setTimeout(() => tryOthers(folder), patience);
  return "wasm";
}

/** What a global of this name says, or the end of the worker's own name, which the page takes from its address: `?backend=webgl`. */
function askedFor(): Backend | undefined {
  const given = (globalThis as Record<symbol, unknown>)[Symbol.for("convlab.backend")];
  const name = given ?? / on (\w+)$/.exec(self.name)?.[1];
  return isBackend(name) ? name : undefined;
}

/** On a machine with few processors a trial would be in the way, and would not be fair. */
function mayTry(): boolean {
  return typeof Worker !== "undefined" && typeof caches !== "undefined" && navigator.hardwareConcurrency >= 4;
}

/** In a worker of its own, which says a line about it and ends. */
function tryOthers(folder: string): void {
  const worker = new Worker(new URL("library-trial.js", folder), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<TrialResult>) => {
    worker.terminate();
    void rememberChoice(folder, data.choice);
  };
  worker.onerror = () => worker.terminate();
  worker.postMessage({ folder, software: false } satisfies TrialTask);
}
