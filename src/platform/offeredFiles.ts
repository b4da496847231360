/** The reader's files, as a page offers them to the library. */
export interface ReaderFiles {
  read(path: string): Promise<Uint8Array | undefined>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  list(path: string): Promise<readonly { name: string; folder: boolean }[] | undefined>;
}

/** The name under which a page offers them. */
const filesSymbol = Symbol.for("convlab.files");

/** What this page offers, if it does. */
export function offeredFiles(): ReaderFiles | undefined {
  return (globalThis as { [filesSymbol]?: ReaderFiles })[filesSymbol];
}
