import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { codeOf } from "../errors.mjs";
import { homeOf } from "../installation.cjs";
import { isSame, real } from "./places.mjs";

/** @import { KernelName } from "../kernelspec.mjs" */

/**
 * A kernel.json, which may be anybody's.
 *
 * @typedef {{ argv?: unknown, metadata?: { convlab?: { checkout?: unknown } } }} Spec
 *
 * @typedef {object} Registered
 * @property {KernelName} name on which notebooks depend
 * @property {string} place the data folder
 * @property {string} folder
 * @property {string} [text]
 * @property {Spec} [spec]
 */

/**
 * What is registered by a name in a data folder: its folder, its kernel.json as text and read, or undefined. Jupyter
 * takes the name in any case, and only with a kernel.json.
 *
 * @param {string} place
 * @param {KernelName} name
 * @returns {Registered | undefined}
 */
export function registeredIn(place, name) {
  const kernels = join(place, "kernels");
  const folder = list(kernels)
    .filter((each) => each.toLowerCase() === name)
    .map((each) => join(kernels, each))
    .find((each) => existsSync(join(each, "kernel.json")));
  if (folder === undefined) return undefined;
  return { name, place, folder, ...read(join(folder, "kernel.json")) };
}

/**
 * Whose kernel it is: this checkout's "own", of a checkout that is "gone", or an "other".
 *
 * @param {string} root
 * @param {Registered} registered
 * @returns {"own" | "gone" | "other"}
 */
export function ownerOf(root, { folder, spec }) {
  // The one that set-up registers for npm start; an activated .venv has Jupyter look there.
  if (real(folder).startsWith(join(homeOf(real(root)), ".venv") + sep)) return "own";
  const checkout = checkoutOf(spec);
  if (checkout === undefined) return "other";
  if (isSame(checkout, root)) return "own";
  return isGone(checkout) ? "gone" : "other";
}

/**
 * The checkout whose kernel a specification starts, where it is one of ours.
 *
 * @param {Spec | undefined} spec
 */
export function checkoutOf(spec) {
  const { checkout } = spec?.metadata?.convlab ?? {};
  return typeof checkout === "string" ? checkout : undefined;
}

/** @param {string} checkout */
export function isGone(checkout) {
  return !existsSync(join(checkout, "package.json"));
}

/**
 * "/place/kernels/tslab, which starts: tslab kernel …"
 *
 * @param {Registered} registered
 */
export function described({ folder, spec }) {
  const starts = Array.isArray(spec?.argv) ? spec.argv.join(" ") : undefined;
  return starts === undefined ? `${folder}, which cannot be read` : `${folder}, which starts: ${starts}`;
}

/** @param {string} folder */
function list(folder) {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EACCES"].includes(codeOf(error) ?? "")) return [];
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {{ text?: string | undefined, spec?: Spec | undefined }}
 */
function read(file) {
  let text;
  try {
    text = readFileSync(file, "utf8");
    return { text, spec: JSON.parse(text) };
  } catch {
    return { text, spec: undefined };
  }
}
