import { join } from "node:path";
import { entriesOf } from "./folders.js";
import { importable, modules, type PathMatch } from "./paths.js";

/** The keys of `exports` or `imports` that may continue `begun`, those with a `*` by the files that they stand for. */
export function patterns(map: unknown, prefix: string, begun: string, root: string): PathMatch[] {
  if (typeof map !== "object" || map === null) return [];
  return Object.entries(map).flatMap(([key, value]): PathMatch[] => {
    const target = targetOf(value);
    if (target === undefined || key === "." || key === "./package.json" || !key.startsWith(prefix || "#"))
      return [];
    const [before, after] = split(key, "*");
    if (after === undefined) return key.endsWith("/") ? [] : modules([key]);
    if (!begun.startsWith(before)) return [{ path: before, type: "directory" }];
    return starred(before, after, target, begun, root);
  });
}

/** What `*` can stand for in `before*after`, in the folder that `begun` has come to. */
function starred(before: string, after: string, target: string, begun: string, root: string): PathMatch[] {
  const [ahead, behind = ""] = split(target, "*");
  const inner = begun.slice(before.length, Math.max(before.length, begun.lastIndexOf("/") + 1));
  const [, inFolder = "", begins = ""] = /^(.*\/)?([^/]*)$/.exec(ahead + inner) ?? [];
  return entriesOf(join(root, inFolder)).flatMap(({ name, isFolder }): PathMatch[] => {
    if (!name.startsWith(begins)) return [];
    const stem = before + inner + name.slice(begins.length);
    if (isFolder) return name === "node_modules" ? [] : [{ path: `${stem}/`, type: "directory" }];
    if (!name.endsWith(behind) || (behind === "" && !importable.test(name)) || name.endsWith(".d.ts"))
      return [];
    return modules([stem.slice(0, stem.length - behind.length) + after]);
  });
}

/** A file that a key of `exports` leads to, under whatever condition: one that runs rather than its types. */
function targetOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return undefined;
  const found = Object.values(value).flatMap((each) => targetOf(each) ?? []);
  return found.find((each) => !/\.d\.[cm]?ts$/.test(each)) ?? found[0];
}

function split(text: string, at: string): [before: string, after: string | undefined] {
  const place = text.indexOf(at);
  return place === -1 ? [text, undefined] : [text.slice(0, place), text.slice(place + at.length)];
}
