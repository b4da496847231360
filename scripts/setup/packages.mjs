import { cpSync, existsSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { sizeText } from "../console.mjs";
import { isRefusal, messageOf } from "../errors.mjs";
import { homeOf, isInstalled, packageFolder, projectOf } from "../installation.cjs";
import { bytesBelow, newFolder } from "./folders.mjs";
import { failure, run } from "./run.mjs";
import { hashOf } from "./stamps.mjs";

/** @import { Step } from "./stamps.mjs" */

/** @typedef {{ version: string, integrity?: string, optional?: boolean }} LockedPackage */

/**
 * npm, as the program to start and its first arguments: the npm that started us, where one did.
 *
 * @returns {[command: string, first: string[]]}
 */
export function npmCommand() {
  const started = process.env.npm_execpath;
  if (started?.endsWith("npm-cli.js") && existsSync(started)) return [process.execPath, [started]];
  return [process.platform === "win32" ? "npm.cmd" : "npm", []];
}

/** The reader's environment with their registry and proxy, but not the folder npm is working in already. */
export function environmentOf() {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env };
  for (const name of ["npm_config_local_prefix", "npm_config_prefix", "npm_config_global"]) delete env[name];
  // npm's own pauses between attempts are up to a minute long: a reader without network waits seconds.
  const patience = { npm_config_fetch_retries: "3", npm_config_fetch_retry_mintimeout: "500" };
  return { ...patience, npm_config_fetch_retry_maxtimeout: "4000", ...env };
}

/**
 * Brings the settings that the reader keeps beside their packages (a registry, say) to where npm works.
 *
 * @param {string} root
 * @param {string} work
 */
export function bringSettings(root, work) {
  const settings = join(projectOf(root), ".npmrc");
  if (existsSync(settings)) cpSync(settings, join(work, ".npmrc"));
}

/** @param {string} root */
const modules = (root) => join(homeOf(root), "node_modules");

/**
 * In a project npm has brought the packages, but for the one whose install script asks for more than a registry.
 *
 * @param {string} root
 */
const lockFolder = (root) => (isInstalled(root) ? join(root, "scripts", "setup", "tfjs-node") : root);
/** @param {string} root */
const lockOf = (root) => readFileSync(join(lockFolder(root), "package-lock.json"), "utf8");

/**
 * The npm packages of package-lock.json, in node_modules, without running any of their install scripts.
 *
 * @type {Step}
 */
export const packagesStep = {
  name: "packages",
  bytes: 900e6,
  inputs: (root) => ({
    lock: hashOf(lockOf(root)),
    platform: `${process.platform}-${process.arch}`,
  }),
  stands: (root) => existsSync(join(modules(root), ".package-lock.json")) && isJoined(root),
  async run(root, out) {
    if (agreesWithLock(root)) return joinTensorFlow(root);
    const total = Object.keys(lockedPackages(root)).length;
    const step = out.step(`npm packages (${total} at most)`);
    const work = newFolder(root, "packages");
    try {
      for (const name of ["package.json", "package-lock.json", "tfjs"]) {
        const from = join(lockFolder(root), name);
        if (existsSync(from)) cpSync(from, join(work, name), { recursive: true });
      }
      bringSettings(root, work);
      let fetched = 0;
      const [command, first] = npmCommand();
      const cache = join(homeOf(root), ".cache", "npm");
      const how = ["--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
      const args = [...first, "ci", ...how, "--loglevel=http", "--prefix", work, "--cache", cache];
      const { code, output } = await run(command, args, {
        cwd: work,
        env: environmentOf(),
        onLine: (line) => {
          if (!/http fetch GET 200 .*\.tgz/.test(line)) return;
          fetched += 1;
          step.update(Math.min(1, fetched / total), `${fetched} fetched`);
        },
      });
      if (code === 127)
        throw new Error("Cannot install the npm packages: there is no npm. Install Node with npm.");
      if (code !== 0) throw failure("install the npm packages", output, { root, registry: "npm" });
      step.update(1, "moving into place");
      swap(join(work, "node_modules"), modules(root), join(work, "old"));
      joinTensorFlow(root);
      rmSync(cache, { recursive: true, force: true, maxRetries: 3 });
      step.end(
        `${Object.keys(installed(root) ?? {}).length} packages, ${sizeText(bytesBelow(modules(root)))}`,
      );
    } catch (error) {
      step.drop();
      throw isRefusal(error)
        ? error
        : failure("install the npm packages", messageOf(error), { root, registry: "npm", cause: error });
    } finally {
      rmSync(work, { recursive: true, force: true, maxRetries: 3 });
    }
  },
};

/**
 * In a project, TensorFlow's package for Node is linked to the TensorFlow.js that convlab has: with one of its own, neither
 * would know the other's tensors. One of its files asks for tfjs-core, though its package.json does not name it.
 *
 * @param {string} root
 */
function linksOf(root) {
  const tfjs = packageFolder(root, "@tensorflow/tfjs");
  const place = (/** @type {string} */ name) => join(modules(root), "@tensorflow", name);
  return [
    { link: place("tfjs"), target: tfjs },
    { link: place("tfjs-core"), target: packageFolder(tfjs, "@tensorflow/tfjs-core") },
  ];
}

/** @param {string} root */
function isJoined(root) {
  if (!isInstalled(root)) return true;
  return linksOf(root).every(({ link, target }) => realpathSync(link) === realpathSync(target));
}

/** @param {string} root */
function joinTensorFlow(root) {
  if (!isInstalled(root)) return;
  for (const { link, target } of linksOf(root)) {
    rmSync(link, { recursive: true, force: true });
    if (process.platform === "win32") symlinkSync(target, link, "junction");
    else symlinkSync(relative(dirname(link), target), link);
  }
}

/**
 * Puts a new folder in the place of an old one; the old one stays until the new one is whole.
 *
 * @param {string} made
 * @param {string} place
 * @param {string} aside
 */
export function swap(made, place, aside) {
  if (existsSync(place)) renameSync(place, aside);
  try {
    renameSync(made, place);
  } catch (error) {
    if (existsSync(aside)) renameSync(aside, place);
    throw error;
  }
}

/**
 * @param {string} root
 * @returns {Record<string, LockedPackage>}
 */
function lockedPackages(root) {
  const { "": _, ...packages } = JSON.parse(lockOf(root)).packages;
  return packages;
}

/**
 * npm writes this list when everything else is in place.
 *
 * @param {string} root
 * @returns {Record<string, LockedPackage> | undefined}
 */
function installed(root) {
  try {
    return JSON.parse(readFileSync(join(modules(root), ".package-lock.json"), "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * Is what is installed what the lock says? Packages for other systems may be missing.
 *
 * @param {string} root
 */
function agreesWithLock(root) {
  const have = installed(root);
  if (!have) return false;
  const want = lockedPackages(root);
  /**
   * @param {LockedPackage} a
   * @param {LockedPackage} b
   */
  const same = (a, b) => a.version === b.version && a.integrity === b.integrity;
  return (
    Object.entries(want).every(([path, one]) => (have[path] ? same(one, have[path]) : one.optional)) &&
    Object.keys(have).every((path) => path in want)
  );
}
