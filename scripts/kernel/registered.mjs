import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { homeOf } from "../installation.cjs";
import { isSame, real } from "./places.mjs";

/** The kernel's name, on which notebooks depend. */
export const name = "tslab";

/**
 * What is registered as tslab in a data folder: its folder, its kernel.json as text and read, or undefined. Jupyter
 * takes the name in any case, and only with a kernel.json.
 */
export function registeredIn(place) {
  const kernels = join(place, "kernels");
  const folder = list(kernels)
    .filter((each) => each.toLowerCase() === name)
    .map((each) => join(kernels, each))
    .find((each) => existsSync(join(each, "kernel.json")));
  if (folder === undefined) return undefined;
  return { place, folder, ...read(join(folder, "kernel.json")) };
}

/** Whose kernel it is: this checkout's "own", of a checkout that is "gone", or an "other". */
export function ownerOf(root, { folder, spec }) {
  // The one that set-up registers for npm start; an activated .venv has Jupyter look there.
  if (real(folder).startsWith(join(homeOf(real(root)), ".venv") + sep)) return "own";
  const checkout = checkoutOf(spec);
  if (checkout === undefined) return "other";
  if (isSame(checkout, root)) return "own";
  return isGone(checkout) ? "gone" : "other";
}

/** The checkout whose kernel a specification starts, where it is one of ours. */
export function checkoutOf(spec) {
  const { checkout } = spec?.metadata?.convlab ?? {};
  return typeof checkout === "string" ? checkout : undefined;
}

export function isGone(checkout) {
  return !existsSync(join(checkout, "package.json"));
}

/** "/place/kernels/tslab, which starts: tslab kernel …" */
export function described({ folder, spec }) {
  const starts = Array.isArray(spec?.argv) ? spec.argv.join(" ") : undefined;
  return starts === undefined ? `${folder}, which cannot be read` : `${folder}, which starts: ${starts}`;
}

function list(folder) {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EACCES"].includes(error.code)) return [];
    throw error;
  }
}

function read(file) {
  let text;
  try {
    text = readFileSync(file, "utf8");
    return { text, spec: JSON.parse(text) };
  } catch {
    return { text, spec: undefined };
  }
}
