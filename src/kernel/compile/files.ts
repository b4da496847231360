import { statSync } from "node:fs";
import libraries from "./libraries.cjs";
import snapshot from "./snapshot.cjs";
import ts from "./typescript.cjs";

/** Cells held in memory, and files of the disk: packages are read once, the reader's own files again when changed. */
export class Files {
  readonly #cells = new Map<string, { text: string; version: number }>();
  readonly #parsed = new Map<string, { file: ts.SourceFile; version: string }>();
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
    const text = this.cell(path) ?? ts.sys.readFile(path);
    return text !== undefined && libraries.isNewLibrary(path) ? libraries.presentOnly(text) : text;
  }

  /** A parsed file: the same one as long as it has not changed. Files of packages are read once. */
  sourceFile(path: string, how: ts.CreateSourceFileOptions | ts.ScriptTarget): ts.SourceFile | undefined {
    const held = this.#parsed.get(path);
    if (held !== undefined && !this.hasChanged(path)) return held.file;
    const version = this.#version(path);
    if (this.isReady(path)) return snapshot.files.get(path)?.file;
    const text = this.read(path);
    if (text === undefined) return undefined;
    const file = ts.createSourceFile(path, text, how, true);
    this.#parsed.set(path, { file, version });
    return file;
  }

  /** Whether a file is as the snapshot holds it, which is looked up once. */
  isReady(path: string): boolean {
    const ready = snapshot.files.get(path);
    if (ready === undefined) return false;
    if (this.#parsed.get(path) === ready) return true;
    if (this.#cells.has(path) || ready.version !== stampOf(path)) return false;
    this.#parsed.set(path, ready);
    return true;
  }

  /** Whether a file that was parsed is another now. */
  hasChanged(path: string): boolean {
    const held = this.#parsed.get(path);
    if (held === undefined || path.includes("/node_modules/")) return false;
    return held.version !== this.#version(path);
  }

  #version(path: string): string {
    const cell = this.#cells.get(path);
    return cell === undefined ? stampOf(path) : String(cell.version);
  }
}

/** Changes when a file does; empty where there is none. */
export function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? "" : `${found.mtimeMs}:${found.size}`;
}
