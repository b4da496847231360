// Three places, which are one in a checkout: where the package is (`root` everywhere), where what set-up makes lies, and
// where the reader's files lie. CommonJS, so that the library can ask before its first `await`.
const { accessSync, constants, readFileSync, statSync } = require("node:fs");
const { createRequire } = require("node:module");
const { homedir } = require("node:os");
const { dirname, join, sep } = require("node:path");

/**
 * Where set-up's `.venv`, `.cache` and `node_modules` lie: in a checkout, the checkout; in a project, its folder
 * `.convlab`, where npm takes nothing away.
 *
 * @param {string} root
 */
function homeOf(root) {
  const parts = root.split(sep);
  const packages = parts.indexOf("node_modules");
  return packages < 0 ? root : [...parts.slice(0, packages), ".convlab"].join(sep);
}

/**
 * Whether this is a package that npm installed, and no checkout.
 *
 * @param {string} root
 */
const isInstalled = (root) => homeOf(root) !== root;

/**
 * The folder in which the reader types commands: the checkout, or the project.
 *
 * @param {string} root
 */
const projectOf = (root) => (isInstalled(root) ? dirname(homeOf(root)) : root);

/**
 * Whether the reader may use this installation and not change it: somebody else made it, for many.
 *
 * @param {string} root
 */
function isShared(root) {
  try {
    accessSync(homeOf(root), constants.W_OK);
    return false;
  } catch (error) {
    return /^(EACCES|EPERM|EROFS)$/.test(/** @type {NodeJS.ErrnoException} */ (error).code ?? "");
  }
}

/**
 * Where the reader's lessons lie: in a checkout `work/`, in a shared one `convlab/` in the reader's home; for a package
 * where the reader stands. The variable CONVLAB_WORK names another folder.
 *
 * @param {string} root
 */
function readersFolder(root) {
  if (process.env.CONVLAB_WORK) return process.env.CONVLAB_WORK;
  if (isInstalled(root)) return process.cwd();
  return isShared(root) ? join(homedir(), "convlab") : join(root, "work");
}

/**
 * Where the reader's own JupyterLab keeps its settings: beside set-up's things, or in the reader's home where those are shared.
 *
 * @param {string} root
 */
function readersCache(root) {
  if (!isShared(root)) return join(homeOf(root), ".cache");
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "convlab");
}

/**
 * Who may change this installation: a name where the system tells it, such as "teacher", else "user 1000".
 *
 * @param {string} root
 */
function keeperOf(root) {
  const { uid } = statSync(root);
  try {
    const line = readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .find((each) => each.split(":")[2] === String(uid));
    return line?.split(":")[0] || `user ${uid}`;
  } catch {
    return `user ${uid}`;
  }
}

/**
 * The folder of a package that this one depends on. In a project npm may have put it beside this one or above.
 *
 * @param {string} root
 * @param {string} name
 */
function packageFolder(root, name) {
  if (!isInstalled(root)) return join(root, "node_modules", name);
  return dirname(createRequire(join(root, "package.json")).resolve(`${name}/package.json`));
}

/** @type {Record<string, string>} */
const inCheckout = { start: "npm start", fetch: "node scripts/fetch.mjs" };

/**
 * How the reader types a command: "npm run kernel -- install", or "npx convlab kernel install" in a project.
 *
 * @param {string} root
 * @param {string} command
 * @param {string} [rest]
 */
function commandOf(root, command, rest = "") {
  if (isInstalled(root)) return `npx convlab ${command} ${rest}`.trim();
  const first = inCheckout[command] ?? `npm run ${command}`;
  if (rest === "") return first;
  return first.startsWith("npm") ? `${first} -- ${rest}` : `${first} ${rest}`;
}

module.exports = {
  homeOf,
  isInstalled,
  isShared,
  keeperOf,
  projectOf,
  readersCache,
  readersFolder,
  packageFolder,
  commandOf,
};
