import { statSync } from "node:fs";
import ts from "./typescript.cjs";

/** Cells held in memory, and files of the disk: packages are read once, the reader's own files again when changed. */
export class Files {
  readonly #cells = new Map<string, { text: string; version: number }>();
  readonly #disk = new Map<string, { snapshot: ts.IScriptSnapshot; version: string }>();
  #versions = 0;

  setCell(path: string, text: string): void {
    if (this.#cells.get(path)?.text !== text) this.#cells.set(path, { text, version: ++this.#versions });
  }

  cell(path: string): string | undefined {
    return this.#cells.get(path)?.text;
  }

  exists(path: string): boolean {
    return this.#cells.has(path) || ts.sys.fileExists(path);
  }

  read(path: string): string | undefined {
    return this.cell(path) ?? ts.sys.readFile(path);
  }

  version(path: string): string {
    const cell = this.#cells.get(path);
    if (cell !== undefined) return String(cell.version);
    const held = this.#disk.get(path);
    if (held !== undefined && path.includes("/node_modules/")) return held.version;
    const version = stampOf(path);
    if (held !== undefined && held.version !== version) this.#disk.delete(path);
    return version;
  }

  /** Those of the reader's own files that were read and are others now, or gone. */
  changed(): Set<string> {
    const found = new Set<string>();
    for (const [path, { version }] of this.#disk)
      if (!path.includes("/node_modules/") && stampOf(path) !== version) found.add(path);
    return found;
  }

  /** Whether a file was read, so that `changed` looks at it. */
  holds(path: string): boolean {
    return this.#disk.has(path);
  }

  /** Forgets what was read of packages and has changed. */
  forgetPackages(): void {
    for (const [path, { version }] of this.#disk) if (stampOf(path) !== version) this.#disk.delete(path);
  }

  snapshot(path: string): ts.IScriptSnapshot | undefined {
    const cell = this.#cells.get(path);
    if (cell !== undefined) return ts.ScriptSnapshot.fromString(cell.text);
    const version = this.version(path);
    const held = this.#disk.get(path);
    if (held !== undefined) return held.snapshot;
    const text = ts.sys.readFile(path);
    if (text === undefined) return undefined;
    const snapshot = ts.ScriptSnapshot.fromString(text);
    this.#disk.set(path, { snapshot, version });
    return snapshot;
  }
}

/** Changes when a file or folder does; empty where there is none. npm gives all files of all packages one date. */
export function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? "" : `${found.mtimeMs}:${found.ctimeMs}:${found.size}:${found.ino}`;
}
