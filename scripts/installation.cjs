// Three places, which are one in a checkout: where the package is (`root` everywhere), where what set-up makes lies, and
// where the reader's files lie. CommonJS, so that the library can ask before its first `await`.
const { createRequire } = require("node:module");
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
 * Where the reader's lessons lie: in a checkout `work/`, else where the reader stands.
 *
 * @param {string} root
 */
const readersFolder = (root) => (isInstalled(root) ? process.cwd() : join(root, "work"));

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

module.exports = { homeOf, isInstalled, projectOf, readersFolder, packageFolder, commandOf };
