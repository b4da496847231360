// The worker that runs a lesson's cells on the built library.
import { type CellOutput, runProgram } from "./cellRunner.js";
import type { Program } from "./programs.js";

interface Library {
  readonly modules: Readonly<Record<string, object>>;
  start(): Promise<void>;
  startPictures(): Promise<void>;
}

const scope = globalThis as unknown as {
  onmessage: (event: { data: { library: string; program: Program } }) => void;
  postMessage(message: unknown): void;
};

scope.onmessage = async ({ data: { library, program } }) => {
  try {
    (globalThis as Record<symbol, unknown>)[Symbol.for("convlab.interrupt")] = new EventTarget();
    const began = performance.now();
    const { modules, start, startPictures }: Library = await import(library);
    const loaded = performance.now() - began;
    await Promise.all([start(), startPictures()]);
    scope.postMessage({ started: { loaded, all: performance.now() - began } });
    const { tf } = modules.convlab as { tf: { memory(): { numTensors: number } } };
    const report = (output: CellOutput) => scope.postMessage({ output });
    await runProgram(program, modules, report, () => tf.memory().numTensors);
    scope.postMessage({ end: true });
  } catch (error) {
    scope.postMessage({ failed: String((error as Error).stack ?? error) });
  }
};
