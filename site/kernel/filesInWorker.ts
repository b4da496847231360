import { Pending } from "../../dist/kernel/pending.js";
import type { ReaderFiles } from "./files.js";
import type { FileRequest, ToPage, ToWorker } from "./workerMessages.js";

const asked = new Pending<unknown>();

/** Makes the reader's files known to libraries: what they ask goes to the page. */
export function offerFiles(send: (message: ToPage) => void): void {
  const ask = <Answer>(request: FileRequest): Promise<Answer> =>
    asked.ask((number) => send({ type: "askFile", ask: number, request })) as Promise<Answer>;
  const files: ReaderFiles = {
    read: (path) => ask({ action: "read", path }),
    list: (path) => ask({ action: "list", path }),
    write: (path, bytes) => ask({ action: "write", path, bytes }),
  };
  Object.defineProperty(globalThis, Symbol.for("convlab.files"), { value: files, configurable: true });
}

/** Takes what the page has answered. */
export function takeFile(message: Extract<ToWorker, { ask: number; type: "file" | "noFile" }>): void {
  if (message.type === "file") asked.resolve(message.ask, message.value);
  else asked.reject(message.ask, message.reason);
}
