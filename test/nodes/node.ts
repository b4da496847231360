import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** The program of the newest Node of a major version, from npm's packages, kept in .cache/nodes/. */
export function nodeOf(major: number): string {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const folder = join(root, ".cache", "nodes", String(major));
  const program = join(folder, "node_modules", name, "bin", "node");
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    // A package of its own, so that npm does not take the checkout for the place to install to.
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
    const args = ["install", "--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"];
    execFileSync("npm", [...args, `${name}@${major}`], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  }
  return program;
}
