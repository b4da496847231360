import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { sizeText } from "../console.mjs";
import { homeOf, readersCache } from "../installation.cjs";
import { failure, run } from "./run.mjs";

/**
 * A wheel of the Python registry. `tag` is the platform it is for.
 * @typedef {object} Wheel
 * @property {string} package
 * @property {string} version
 * @property {string} [tag]
 * @property {{ sha256: string, bytes: number }} [archive]
 */

/**
 * Where a program of a virtual environment is.
 *
 * @param {string} venv
 */
export function programOf(venv, name = "python") {
  return process.platform === "win32" ? join(venv, "Scripts", `${name}.exe`) : join(venv, "bin", name);
}

/**
 * The reader's environment for Python: their index, proxy and certificates stay, what would point the
 * interpreter or pip to other places is taken out. A reader's own pip constraints do not apply to a lock.
 *
 * @param {string} root
 * @returns {NodeJS.ProcessEnv}
 */
export function pythonEnvironment(root) {
  const env = { ...process.env };
  for (const name of ["PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"]) delete env[name];
  const cache = readersCache(root);
  mkdirSync(join(cache, "tmp"), { recursive: true });
  writeFileSync(join(cache, "no-constraints.txt"), "");
  return {
    ...env,
    PIP_CONSTRAINT: join(cache, "no-constraints.txt"),
    PIP_CACHE_DIR: join(cache, "pip"),
    PIP_USER: "0",
    PIP_NO_INPUT: "1",
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    TMPDIR: join(cache, "tmp"), // pip unpacks there: the same disk as the rest, whose free space was checked
  };
}

/**
 * Runs pip of a virtual environment. `onProgress(done, total)` hears bytes, `onLine` everything.
 *
 * @param {string} root
 * @param {string} venv
 * @param {readonly string[]} args
 * @param {{ onLine?: (line: string) => unknown, onProgress?: (done: number, total: number) => void }} [listeners]
 */
export async function pip(root, venv, args, { onLine = () => {}, onProgress = () => {} } = {}) {
  return run(programOf(venv), ["-m", "pip", ...args], {
    cwd: root,
    env: pythonEnvironment(root),
    onLine: (line) => {
      const bytes = /^Progress (\d+) of (\d+)/.exec(line);
      if (bytes) onProgress(Number(bytes[1]), Number(bytes[2]));
      else onLine(line);
    },
  });
}

/**
 * Where pip is: in the environment of the lessons, or in that of the site where only it was built.
 *
 * @param {string} root
 */
function environment(root) {
  const places = [".venv", ".cache/jupyterlite"].map((name) => join(homeOf(root), name));
  return places.find((place) => existsSync(programOf(place))) ?? join(homeOf(root), ".venv");
}

/**
 * Downloads the wheel of a source into a folder, checks its hash, and returns its path. `again` is what to do after a
 * failure.
 *
 * @param {string} root
 * @param {Wheel} source
 * @param {string} folder
 * @param {(part: number | undefined, note: string) => void} update
 * @param {string} [again]
 */
export async function pipDownload(root, source, folder, update, again) {
  const blame = { root, registry: "Python", again };
  const spec = `${source.package}==${source.version}`;
  const list = join(folder, "requirements.txt");
  writeFileSync(list, source.archive ? `${spec} --hash=sha256:${source.archive.sha256}\n` : `${spec}\n`);
  const tag = source.tag ?? "manylinux_2_28_x86_64";
  const args = [
    "download",
    "--no-deps",
    "--only-binary=:all:",
    "--python-version",
    "3.12",
    "--platform",
    tag,
  ];
  const quiet = ["--no-cache-dir", "--progress-bar", "raw", "--retries", "3", "--dest", folder, "-r", list];
  const { code, output } = await pip(root, environment(root), [...args, ...quiet], {
    onProgress: (done, total) =>
      update(total ? done / total : undefined, `${sizeText(done)} of ${sizeText(total)}`),
  });
  if (code !== 0) throw failure(`download ${spec}`, output, blame);
  const wheel = readdirSync(folder).find((name) => name.endsWith(".whl"));
  if (!wheel) throw failure(`download ${spec}`, "pip left no wheel", blame);
  if (source.archive) {
    const hash = createHash("sha256");
    await pipeline(createReadStream(join(folder, wheel)), hash);
    if (hash.digest("hex") !== source.archive.sha256)
      throw failure(`use ${wheel}`, `EINTEGRITY ${wheel}`, blame);
  }
  return join(folder, wheel);
}
