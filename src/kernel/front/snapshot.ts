import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { leanSeconds } from "../lean.js";
import { ownFolder } from "../ownPackage.js";

const require = createRequire(import.meta.url);
const { homeOf } = require(join(ownFolder, "scripts", "installation.cjs")) as {
  homeOf(root: string): string;
};

/** What a snapshot is made by, and what it is made of. */
export const snapshotScript = join(ownFolder, "scripts", "kernel", "snapshot.cjs");
const libraries = join(ownFolder, "dist", "kernel", "compile", "libraries.cjs");

/** Where set-up puts snapshots. */
export const snapshotFolder = join(homeOf(ownFolder), ".cache", "kernel");

/** The snapshot for the Node that runs, made or not: it fits no other version, processor or flags of V8. */
export function snapshotFile(): string {
  const { version } = require("typescript/package.json") as { version: string };
  const made = createHash("sha256").update(version).update(readFileSync(snapshotScript));
  const hash = made.update(readFileSync(libraries)).digest("hex").slice(0, 12);
  const { arch, version: node } = process;
  return join(snapshotFolder, `${node}-${arch}-${cachedDataVersionTag().toString(16)}-${hash}.blob`);
}

/**
 * The snapshot to start from, if there is one. The variable `CONVLAB_SNAPSHOT` names another file, or says `off`: the
 * first cell takes about a second longer then, and the kernel needs less memory. So it is where many share a machine.
 */
export function snapshotToUse(log: (line: string) => void): string | undefined {
  const named = process.env.CONVLAB_SNAPSHOT ?? "";
  if (named === "off" || (named === "" && leanSeconds() !== undefined)) return undefined;
  try {
    const file = named === "" ? snapshotFile() : named;
    if (existsSync(file)) return file;
    log(
      `No snapshot of the compiler for Node ${process.versions.node}: the first cell takes a second longer.`,
    );
  } catch (error) {
    log(`Starting without a snapshot of the compiler: ${(error as Error).message}`);
  }
  return undefined;
}
