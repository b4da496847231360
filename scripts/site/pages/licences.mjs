import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Our licence, then those of all packages that the pages' scripts are made of.
 *
 * @param {string} root
 * @param {Iterable<string>} packages
 */
export function licences(root, packages) {
  const own = readFileSync(join(root, "LICENSE"), "utf8");
  const others = [...packages]
    .sort()
    .map((name) => `${name}\n\n${licenceOf(join(root, "node_modules", name))}`);
  const rule = `\n\n${"-".repeat(80)}\n\n`;
  return [`convlab: the code and the lessons\n\n${own}`, ...others].join(rule);
}

/** @param {string} folder of a package */
function licenceOf(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (file !== undefined) return readFileSync(join(folder, file), "utf8").trim();
  const settings = join(folder, "package.json");
  return existsSync(settings) ? `Licence: ${JSON.parse(readFileSync(settings, "utf8")).license}` : "";
}
