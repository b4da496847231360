// The virtual environment of the notebook tools, made when it is missing or its lock has changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pip, programOf, pythonEnvironment } from "../../scripts/setup/pip.mjs";
import { run } from "../../scripts/setup/run.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where a program of the environment is. @throws Error when the environment cannot be made */
export async function toolsEnvironment(): Promise<(name: string) => string> {
  const venv = join(root, ".cache", "tests", "tools");
  const lock = join(root, "scripts", "tests", "tools.txt");
  const stamp = join(venv, "lock.sha256");
  const hash = createHash("sha256").update(readFileSync(lock)).digest("hex");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== hash) {
    rmSync(venv, { recursive: true, force: true });
    mkdirSync(join(root, ".cache", "tests"), { recursive: true });
    const python = programOf(join(root, ".venv"));
    await must(run(python, ["-m", "venv", venv], { env: pythonEnvironment(root) }));
    const options = ["--require-hashes", "--only-binary=:all:", "--no-deps", "--retries", "3"];
    await must(pip(root, venv, ["install", ...options, "-r", lock]));
    writeFileSync(stamp, hash);
  }
  return (name) => programOf(venv, name);
}

async function must(running: Promise<{ code: number; output: string }>): Promise<void> {
  const { code, output } = await running;
  if (code !== 0) throw new Error(`Cannot make the tools' environment: ${output.slice(-1500)}`);
}
