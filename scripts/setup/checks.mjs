import { existsSync, mkdirSync, realpathSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { sizeText } from "../console.mjs";
import { messageOf } from "../errors.mjs";
import { homeOf, isInstalled } from "../installation.cjs";
import { newFolder } from "./folders.mjs";
import { failure, run } from "./run.mjs";

/**
 * Refuses a package that was packed before anything was built.
 *
 * @param {string} root
 */
export function checkBuilt(root) {
  if (existsSync(join(root, "dist", "index.js"))) return;
  throw new Error(
    "Cannot set up: this package has no library in it. Pack it again where it comes from: npm run setup, then npm pack.",
  );
}

/**
 * Refuses a folder that cannot be written to.
 *
 * @param {string} root
 */
export function checkFolder(root) {
  const home = homeOf(root);
  try {
    const folder = join(home, ".cache");
    mkdirSync(folder, { recursive: true });
    // A project's git, and its own npm pack, leave out what set-up makes.
    if (isInstalled(root)) writeFileSync(join(home, ".gitignore"), "*\n");
    const trial = join(folder, `writable.${process.pid}`);
    writeFileSync(trial, "");
    rmSync(trial);
  } catch (error) {
    throw failure(`set up in ${home}`, messageOf(error), { root, cause: error });
  }
}

/**
 * Refuses a disk with less room than is still needed.
 *
 * @param {string} root
 * @param {number} bytes
 */
export function checkSpace(root, bytes) {
  const home = homeOf(root);
  const { bavail, bsize } = statfsSync(home);
  const free = bavail * bsize;
  if (free >= bytes) return;
  const missing = `${sizeText(free)} free, about ${sizeText(bytes)} needed`;
  throw new Error(
    `Cannot set up in ${home}: the disk is too full (${missing}). Free some space and run it again.`,
  );
}

const pythonProbe = `
import os, sys
missing = []
for name in ("venv", "ensurepip"):
    try: __import__(name)
    except ImportError: missing.append(name)
print("%d.%d" % sys.version_info[:2], " ".join(missing))
print(os.path.realpath(sys.executable))
`;

/**
 * Whether everybody on this machine may run a program: its folders let all through. True where there are no such rights.
 *
 * @param {string} program
 */
export function othersMayRun(program) {
  if (process.platform === "win32") return true;
  try {
    const path = realpathSync(program);
    const folders = path.split(sep).map((_, index, parts) => parts.slice(0, index).join(sep) || sep);
    return [...folders, path].every((each) => (statSync(each).mode & 0o001) !== 0);
  } catch {
    return false;
  }
}

/**
 * Whether everybody may run the Python behind a command.
 *
 * @param {string} command
 */
export async function isForAll(command) {
  const { output } = await run(command, ["-c", "import os, sys; print(os.path.realpath(sys.executable))"]);
  return othersMayRun(output.trim());
}

/** The system's own, which is not always the first on the PATH. */
const systemPython = "/usr/bin/python3";

/**
 * What a command that should be a Python says of itself; undefined where it is none.
 *
 * @param {string} name
 */
async function probe(name) {
  const { code, output } = await run(name, ["-c", pythonProbe]);
  const [, major, minor, missing = ""] = /^(\d+)\.(\d+) ?(.*)$/m.exec(output) ?? [];
  if (code !== 0 || major === undefined) return undefined;
  const old = Number(minor) < 10 || major !== "3";
  const program = output.trim().split(/\r?\n/).at(-1) ?? name;
  const version = `${major}.${minor}`;
  return { name, version, missing: missing.trim(), old, fits: !old && !missing.trim(), program };
}

/**
 * The command of a Python that can make a virtual environment: the variable PYTHON, or the first fitting one
 * of python3, python, python3.14 … python3.10. One that everybody may run, or else the system's, comes before one that lies in
 * somebody's home: the installation may be for many.
 */
export async function findPython() {
  const some = ["python3", "python", ...[14, 13, 12, 11, 10].map((minor) => `python3.${minor}`)];
  const seen = [];
  /** @type {string | undefined} */
  let own;
  for (const name of process.env.PYTHON ? [process.env.PYTHON] : some) {
    const found = await probe(name);
    if (found === undefined) continue;
    if (found.fits && (process.env.PYTHON || othersMayRun(found.program))) return name;
    if (found.fits) own ??= name;
    else seen.push(found);
  }
  if (own) {
    const system = await probe(systemPython);
    return system?.fits && othersMayRun(system.program) ? systemPython : own;
  }
  const lame = seen.find((one) => !one.old);
  if (lame)
    throw new Error(
      `Cannot set up Python: ${lame.name} (${lame.version}) has no module ${lame.missing.replace(" ", " and no ")}. ` +
        `Install it (Debian, Ubuntu: apt install python3-venv) and run it again.`,
    );
  const found = seen.map((one) => `${one.name} is ${one.version}`).join(", ");
  const asked = process.env.PYTHON ? ` (the variable PYTHON says ${process.env.PYTHON})` : "";
  throw new Error(
    `Cannot set up Python: ${found || "no python3 found"}${asked}. Install Python 3.10 or newer ` +
      "(Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python3) and run it again.",
  );
}

/**
 * The command of a C++ compiler that can compile C++17, as an array: the variable CXX, or the first of g++,
 * c++, clang++. Undefined when there is none; an error when CXX names one that cannot.
 *
 * @param {string} root
 * @returns {Promise<string[] | undefined>}
 */
export async function findCompiler(root) {
  if (process.platform === "win32") return undefined;
  const asked = process.env.CXX?.trim();
  const names = asked ? [asked.split(/\s+/)] : [["g++"], ["c++"], ["clang++"]];
  const work = newFolder(root, "compiler");
  try {
    const probe = join(work, "probe.cc");
    writeFileSync(
      probe,
      "#include <string>\nint main() { return static_cast<int>(std::string().size()); }\n",
    );
    for (const [command = "", ...first] of names) {
      const args = [...first, "-std=c++17", "-c", probe, "-o", join(work, "probe.o")];
      const { code, output } = await run(command, args);
      if (code === 0) return [command, ...first];
      if (asked) throw failure(`compile with CXX=${asked}`, output, { root });
    }
    return undefined;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

export const compilerAdvice =
  "Install a C++ compiler (Debian, Ubuntu: apt install g++; Fedora: dnf install gcc-c++; macOS: xcode-select --install), " +
  "or name yours in the variable CXX, and run it again";
