import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { stampOf } from "../compile/files.js";
import { packageHome } from "../compile/lookups.js";
import { packageOf } from "../compile/sentences.js";
import { isInstalled, manifestOf, scopeOf } from "./manifest.js";

interface Loaded {
  readonly stamp: string;
  readonly version: unknown;
}

/** Says once for each time that a package on the disk is not the one that was loaded: Node loads packages once. */
export class NewerBuilds {
  readonly #loaded = new Map<string, Loaded>();
  readonly #warn: (line: string) => void;

  constructor(warn: (line: string) => void) {
    this.#warn = warn;
  }

  /** To be called whenever a cell imports the file of a package. */
  look(specifier: string, file: string): void {
    const home = isInstalled(file) ? (packageHome(file) ?? scopeOf(dirname(file))) : dirname(file);
    if (home === undefined) return;
    const stamp = isInstalled(file) ? stampOf(join(home, "package.json")) : String(newestIn(home));
    const before = this.#loaded.get(home);
    if (before?.stamp === stamp) return;
    const version = isInstalled(file) ? manifestOf(home)?.version : undefined;
    this.#loaded.set(home, { stamp, version: before?.version ?? version });
    if (before === undefined) return;
    const what =
      before.version === version ? `${specifier} has been built again` : newVersion(specifier, version);
    this.#warn(`${what} since it was loaded. Restart the kernel to use the new one.\n`);
  }
}

function newVersion(specifier: string, version: unknown): string {
  return `${packageOf(specifier)} ${String(version)} has been installed`;
}

function newestIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".js"),
  );
  return Math.max(
    0,
    ...files.map((file) => statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
}
