import { statSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationFile } from "./configuration.js";

const configurations = new Map<string, ConfigurationFile>();
const endings = ["", ".ts", ".mts", ".tsx", ".js", ".mjs", ".cjs", ".jsx", ".json"];

/**
 * The file that a specifier without `./` means by `paths` or `baseUrl` of the tsconfig.json of a folder; undefined
 * where they lead to none, and for packages.
 */
export function aliasedFile(specifier: string, folder: string): string | undefined {
  const configuration = configurations.get(folder) ?? new ConfigurationFile(folder, "javascript");
  configurations.set(folder, configuration);
  const { paths = {}, baseUrl, pathsBasePath } = configuration.read().options;
  const base = baseUrl ?? (typeof pathsBasePath === "string" ? pathsBasePath : folder);
  const pattern = patternOf(specifier, Object.keys(paths));
  const targets =
    pattern === undefined ? [] : (paths[pattern] ?? []).map((to) => filled(to, specifier, pattern));
  const places = [...targets.map((to) => join(base, to)), ...(baseUrl ? [join(baseUrl, specifier)] : [])];
  for (const place of places) {
    const file = fileAt(place);
    if (file !== undefined && !file.includes("/node_modules/")) return file;
  }
  return undefined;
}

/** Of the patterns that fit, the one written out, or the one with most before its star. */
function patternOf(specifier: string, patterns: readonly string[]): string | undefined {
  if (patterns.includes(specifier)) return specifier;
  const fits = (pattern: string): boolean => {
    const [before = "", after] = pattern.split("*");
    if (after === undefined || specifier.length < before.length + after.length) return false;
    return specifier.startsWith(before) && specifier.endsWith(after);
  };
  return patterns.filter(fits).sort((a, b) => b.indexOf("*") - a.indexOf("*"))[0];
}

function filled(target: string, specifier: string, pattern: string): string {
  const [before = "", after = ""] = pattern.split("*");
  return target.replace("*", () => specifier.slice(before.length, specifier.length - after.length));
}

function fileAt(place: string): string | undefined {
  const asTypeScript = place.replace(/\.([mc]?)js$/, ".$1ts");
  const inside = ["index.ts", "index.tsx", "index.js"].map((name) => join(place, name));
  return [...endings.map((ending) => place + ending), asTypeScript, ...inside].find((each) =>
    statSync(each, { throwIfNoEntry: false })?.isFile(),
  );
}
