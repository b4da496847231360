import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

export const root = join(import.meta.dirname, "..", "..");

/** The files under a folder of the checkout whose names end so, as paths with forward slashes from the root. */
export function filesUnder(folder: string, ending: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** What git holds, or would hold after the next commit: tracked files and new ones that are not ignored. */
export function projectFiles(): string[] {
  const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  const names = list.split("\0").filter((name) => name !== "" && existsSync(join(root, name)));
  return [...new Set(names)].sort();
}

export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
