/** The reader's own files, of whatever keeps them. Paths are those of the notebooks: `pictures/a.png`. */
export interface ReaderFiles {
  /** The bytes of a file; undefined where there is none. */
  read(path: string): Promise<Uint8Array | undefined>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** What is in a folder; undefined where there is none. */
  list(path: string): Promise<readonly { readonly name: string; readonly folder: boolean }[] | undefined>;
}
