// The twin of `readerFiles.ts` in a browser: the reader's files are those of the notebook's file browser.
import { offeredFiles } from "./offeredFiles.js";

export function requireReaderFiles(action: string): void {
  if (offeredFiles() !== undefined) return;
  throw new Error(
    `Cannot ${action}: this page has no place for files of one's own. Open the notebook in JupyterLab, or use the installation.`,
  );
}

export function fromHome(path: string): string {
  return path.replace(/^~[\\/]?/, "");
}

export function absolute(path: string): string {
  return path;
}

export async function writeFiles(
  folder: string,
  files: readonly (readonly [file: string, content: Uint8Array | string])[],
): Promise<void> {
  requireReaderFiles("write files");
  const encoder = new TextEncoder();
  for (const [file, content] of files) {
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    await offeredFiles()?.write(`${folder.replace(/\/+$/, "")}/${file}`, bytes);
  }
}
