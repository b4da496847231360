import { execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const checkout = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The scripts are plain JavaScript: their exports are named and typed where a test uses them. */
export async function load<T>(script: string): Promise<T> {
  return (await import(new URL(`../../scripts/${script}`, import.meta.url).href)) as T;
}

/**
 * A copy of what set-up works on, in a new folder on the same disk. The library in it is one line long: what is
 * compiled does not matter here, and compiling all of it would take most of the time.
 */
export function copyOfTheTree(): string {
  mkdirSync(join(checkout, ".cache", "tests"), { recursive: true });
  const root = mkdtempSync(join(checkout, ".cache", "tests", "setup-"));
  const list = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
    cwd: checkout,
    encoding: "utf8",
  });
  for (const name of list.trim().split("\n")) {
    if (!/^(package|tsconfig|\.npmrc|scripts\/|lab\/|(src|experiments)\/tsconfig|data\/sources)/.test(name))
      continue;
    if (existsSync(join(checkout, name))) cpSync(join(checkout, name), join(root, name));
  }
  for (const room of ["src", "experiments", "notebooks"]) mkdirSync(join(root, room), { recursive: true });
  writeFileSync(join(root, "src", "index.ts"), "export const library = true;\n");
  writeFileSync(join(root, "experiments", "one.ts"), "export const one = 1;\n");
  return root;
}

/** Brings what is heavy and installed into a copy, as links to the same files: nothing is downloaded. */
export function linkInstalled(root: string): void {
  for (const name of ["node_modules", ".venv", ...libraryFolders()]) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    linkTree(join(checkout, name), join(root, name));
  }
}

/** The folders of .cache that TensorFlow's package is linked to. */
function libraryFolders(): string[] {
  const deps = join(checkout, "node_modules", "@tensorflow", "tfjs-node", "deps");
  if (!lstatSync(deps).isSymbolicLink()) return [];
  return [join(".cache", resolve(dirname(deps), readlinkSync(deps)).split(/[\\/]/).at(-1) ?? "")];
}

function linkTree(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkSync(source, target);
  }
}

export function removeCopy(root: string): void {
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
}

/** An environment in which nothing but this machine can be reached, with the reader's own settings left out. */
export function offline(more: Record<string, string> = {}): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (!/^(PIP_|npm_|NODE_TEST|NODE_OPTIONS|CXX$|PYTHON|JUPYTER)/i.test(name) && value !== undefined)
      env[name] = value;
  }
  const nowhere = "http://127.0.0.1:9";
  const proxies = {
    HTTPS_PROXY: nowhere,
    HTTP_PROXY: nowhere,
    NO_PROXY: "127.0.0.1,localhost",
    no_proxy: "127.0.0.1,localhost",
  };
  const registries = { npm_config_registry: `${nowhere}/`, PIP_INDEX_URL: `${nowhere}/simple` };
  return { ...env, ...proxies, ...registries, PIP_CONFIG_FILE: "/dev/null", ...more };
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
  seconds: number;
}

/** Runs a script of a copy. `onOutput` hears what it has printed so far, and gets the process. */
export function runScript(
  root: string,
  script: string,
  args: readonly string[] = [],
  env: Record<string, string> = offline(),
  onOutput: (text: string, pid: number) => void = () => {},
): Promise<Ended> {
  return new Promise((done) => {
    const started = Date.now();
    const child = spawn(process.execPath, [join(root, "scripts", script), ...args], { cwd: root, env });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      onOutput(stdout, child.pid ?? 0);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("close", (code) => done({ code, stdout, stderr, seconds: (Date.now() - started) / 1000 }));
  });
}
