// The twin of `progressFile.ts` in a browser: a file beside the notebooks of the file browser, which is there for us a moment after
// the start, and is written in the order in which it was changed.
import { offeredFiles } from "../../platform/offeredFiles.js";

const fileName = "convlab-progress.json";

let kept: string | undefined;
let waiting: Promise<void> = fetched(fileName).then((text) => {
  kept = text;
});

async function fetched(path: string): Promise<string | undefined> {
  try {
    const bytes = await offeredFiles()?.read(path);
    return bytes && new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

export function readProgress(folder?: string): string | undefined {
  return folder === undefined ? kept : undefined;
}

export function changeProgress(change: (text: string | undefined) => string): void {
  waiting = waiting.then(async () => {
    try {
      kept = change(await fetched(fileName));
      await offeredFiles()?.write(fileName, new TextEncoder().encode(kept));
    } catch {
      // Kept for as long as this kernel runs, by its caller.
    }
  });
}
