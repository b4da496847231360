import type { ToPage } from "./workerMessages.js";

/** What a worker has of the page that started it. */
interface WorkerScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: ToPage): void;
}

export const workerScope = globalThis as unknown as WorkerScope;
