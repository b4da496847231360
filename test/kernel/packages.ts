// The packages of other people that tests import, installed once as their lock says.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { environmentOf, npmCommand } from "../../scripts/setup/packages.mjs";
import { run } from "../../scripts/setup/run.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const lists = join(root, "test", "kernel", "packages");

/** Puts the packages into a folder, as `node_modules`. @throws Error when they cannot be installed */
export async function linkPackages(folder: string): Promise<void> {
  const home = join(root, ".cache", "tests", "packages");
  const lock = join(lists, "package-lock.json");
  const stamp = join(home, "lock.sha256");
  const hash = createHash("sha256").update(readFileSync(lock)).digest("hex");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== hash) {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    cpSync(lists, home, { recursive: true });
    const [npm, first] = npmCommand();
    const options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    const { code, output } = await run(npm, [...first, ...options], { cwd: home, env: environmentOf() });
    if (code !== 0) throw new Error(`Cannot install the packages of the tests: ${output.slice(-1500)}`);
    writeFileSync(stamp, hash);
  }
  symlinkSync(join(home, "node_modules"), join(folder, "node_modules"), "dir");
}
