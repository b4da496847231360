import { offeredFiles } from "../../platform/offeredFiles.js";

// In a browser: the file among those that the reader sees beside the notebooks.

const fileName = "convlab-progress.json";

/** What is known of the file; several notebooks may write it. */
let text: string | undefined;
let last: Promise<void> = refreshed();

async function refreshed(): Promise<void> {
  const bytes = await offeredFiles()?.read(fileName);
  if (bytes !== undefined) text = new TextDecoder().decode(bytes);
}

/** The text that is kept; undefined where there is none. A page sees no other reader's folder. */
export function readProgress(folder?: string): string | undefined {
  return folder === undefined ? text : undefined;
}

/** Writes what a change makes of the text, after what others have written meanwhile. */
export function changeProgress(change: (text: string | undefined) => string): void {
  text = change(text);
  const files = offeredFiles();
  if (files === undefined) return;
  last = last
    .then(async () => {
      await refreshed();
      text = change(text);
      await files.write(fileName, new TextEncoder().encode(text));
    })
    .catch(() => {}); // Kept for as long as this kernel runs.
}
