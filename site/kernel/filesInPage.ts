import type { ReaderFiles } from "./files.js";
import type { ToPage, ToWorker } from "./workerMessages.js";

/** What to tell a worker that has asked for something of the reader's files. */
export async function answerFile(
  files: ReaderFiles | undefined,
  { ask, request }: Extract<ToPage, { type: "askFile" }>,
): Promise<ToWorker> {
  try {
    if (files === undefined) throw new Error(`Cannot open ${request.path}: this page keeps no files.`);
    const value =
      request.action === "write"
        ? await files.write(request.path, request.bytes)
        : await files[request.action](request.path);
    return { type: "file", ask, value };
  } catch (error) {
    return { type: "noFile", ask, reason: error instanceof Error ? error.message : String(error) };
  }
}
