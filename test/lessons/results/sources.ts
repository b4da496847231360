import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A folder with a copy of the sources and the installed packages, whose `data/` a test may fill and spoil. */
export interface SourceCopy {
  readonly folder: string;
  /** Loads a module of the copy, such as `src/networks/files/trained.ts`. */
  load<Module>(path: string): Promise<Module>;
  remove(): void;
}

export function copyOfSources(): SourceCopy {
  const folder = mkdtempSync(join(tmpdir(), "convlab-test-"));
  for (const part of ["src", "scripts"]) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), readFileSync(join(root, "package.json")));
  mkdirSync(join(folder, "data", "results"), { recursive: true });
  return {
    folder,
    load: (path) => import(pathToFileURL(join(folder, path)).href),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
