import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What lies in the reader's folder, beside the notebooks. */
const fileName = "convlab-progress.json";

/** The folder of the notebook, in which its kernel was started: what cells do to the working directory changes nothing. */
const started = process.cwd();

/** Where the reader's progress is kept unless a folder is named; another place is named by CONVLAB_PROGRESS. */
function readersFolder(): string {
  return process.env.CONVLAB_PROGRESS ?? started;
}

/** The text that is kept in a folder; undefined where there is none, or none that can be read. */
export function readProgress(folder: string = readersFolder()): string | undefined {
  try {
    return readFileSync(join(folder, fileName), "utf8");
  } catch {
    return undefined;
  }
}

/** Writes what a change makes of the text. A folder that cannot be written is left as it is: a lesson goes on all the same. */
export function changeProgress(change: (text: string | undefined) => string): void {
  try {
    const path = join(readersFolder(), fileName);
    const draft = `${path}.${process.pid}.part`;
    writeFileSync(draft, change(readProgress()));
    renameSync(draft, path);
  } catch {
    // Kept for as long as this kernel runs, by its caller.
  }
}
