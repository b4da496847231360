import { join } from "node:path";
import { type Stats, statSync } from "../disk.js";
import { ownFolder } from "../ownPackage.js";
import libraries from "./libraries.cjs";
import snapshot from "./snapshot.cjs";
import ts from "./typescript.cjs";

/** Cells held in memory, and files of the disk: packages are read once, the reader's own files again when changed. */
export class Files {
  readonly #cells = new Map<string, { text: string; version: number }>();
  readonly #parsed = new Map<string, { file: ts.SourceFile; version: string }>();
  /** Files that are as the snapshot holds them. */
  readonly #ready = new Set<string>();
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
    const isKept = path.includes("/node_modules/") || this.#version(path) === held?.version;
    if (held !== undefined && isKept) return held.file;
    if (this.isReady(path)) return this.#parsed.get(path)?.file;
    const version = this.#version(path);
    const text = this.read(path);
    if (text === undefined) return undefined;
    const file = ts.createSourceFile(path, text, how, true);
    this.#parsed.set(path, { file, version });
    return file;
  }

  /** Whether a file is as the snapshot holds it, which is looked up once. */
  isReady(path: string): boolean {
    if (this.#ready.has(path)) return true;
    const ready = snapshot.files.get(path);
    const stamp = ready && statSync(path, { throwIfNoEntry: false });
    if (ready === undefined || stamp === undefined || ready.version !== `${stamp.mtimeMs}:${stamp.size}`)
      return false;
    this.#ready.add(path);
    this.#parsed.set(path, { file: ready.file, version: textOf(stamp) });
    return true;
  }

  /** Those of the reader's own files that were parsed and are others now, or gone. */
  changed(): Set<string> {
    const found = new Set<string>();
    for (const [path, { version }] of this.#parsed)
      if (isOwn(path) && this.#version(path) !== version) found.add(path);
    return found;
  }

  /** Whether a file was parsed, so that `changed` looks at it. */
  holds(path: string): boolean {
    return this.#parsed.has(path);
  }

  /** Forgets all that was parsed: it is read again when it is asked for. */
  release(): void {
    this.#parsed.clear();
    this.#ready.clear();
  }

  /** Forgets what was parsed of packages and has changed. */
  forgetPackages(): void {
    this.#ready.clear();
    for (const [path, { version }] of this.#parsed)
      if (this.#version(path) !== version) this.#parsed.delete(path);
  }

  #version(path: string): string {
    const cell = this.#cells.get(path);
    return cell === undefined ? stampOf(path) : String(cell.version);
  }
}

/** Changes when a file or folder does; empty where there is none. npm gives all files of all packages one date. */
export function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? "" : textOf(found);
}

function textOf({ mtimeMs, ctimeMs, size, ino }: Stats): string {
  return `${mtimeMs}:${ctimeMs}:${size}:${ino}`;
}

/** Where the declarations of this package are: in a checkout no `node_modules` stands before it. */
const ownLibrary = join(ownFolder, "dist", "/");

/** Whether a file may change while the kernel runs. */
export function isOwn(path: string): boolean {
  return !path.includes("/node_modules/") && !path.startsWith(ownLibrary);
}
