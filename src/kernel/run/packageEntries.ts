// The fields `exports` and `imports` of a package.json, as Node reads them.

/** The conditions under which a package is loaded; `default` always holds. */
export const conditions = {
  import: new Set(["node", "import", "module-sync", "node-addons", "default"]),
  require: new Set(["node", "require", "module-sync", "node-addons", "default"]),
} as const;

/** How a module is asked for. */
export type How = keyof typeof conditions;

type Target = string | null | readonly Target[] | { readonly [key: string]: Target };

/**
 * What `subpath` (`.`, `./sub`) leads to by the field `exports`: a path that begins with `./`; undefined where it leads
 * nowhere.
 */
export function exportedPath(exports: unknown, subpath: string, how: How): string | undefined {
  const target = exports as Target;
  const isMap = isRecord(target) && Object.keys(target).some((key) => key.startsWith("."));
  if (!isMap) return subpath === "." ? chosen(target, "", how) : undefined;
  return matched(target, subpath, how);
}

/** What `#name` leads to by the field `imports`: a path that begins with `./`, or another module's name. */
export function importedPath(imports: unknown, name: string, how: How): string | undefined {
  return isRecord(imports as Target) ? matched(imports as Record<string, Target>, name, how) : undefined;
}

function matched(map: { readonly [key: string]: Target }, name: string, how: How): string | undefined {
  if (Object.hasOwn(map, name) && !name.includes("*") && !name.endsWith("/"))
    return chosen(map[name] as Target, "", how);
  let best: { key: string; rest: string } | undefined;
  for (const key of Object.keys(map)) {
    const rest = restOf(key, name);
    if (rest !== undefined && (best === undefined || prefixOf(key).length > prefixOf(best.key).length))
      best = { key, rest };
  }
  return best && chosen(map[best.key] as Target, best.rest, how);
}

/** What stands for the `*` of a pattern, or follows a folder's name, in `name`. */
function restOf(key: string, name: string): string | undefined {
  const star = key.indexOf("*");
  if (star === -1) return key.endsWith("/") && name.startsWith(key) ? name.slice(key.length) : undefined;
  const before = key.slice(0, star);
  const after = key.slice(star + 1);
  const fits = name.startsWith(before) && name.endsWith(after) && name.length > key.length - 1;
  return fits ? name.slice(star, name.length - after.length) : undefined;
}

function prefixOf(key: string): string {
  return key.split("*")[0] ?? key;
}

function chosen(target: Target, rest: string, how: How): string | undefined {
  if (typeof target === "string") return target.includes("*") ? target.replaceAll("*", rest) : target + rest;
  if (target === null || target === undefined) return undefined;
  if (Array.isArray(target)) {
    for (const each of target as readonly Target[]) {
      const found = chosen(each, rest, how);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  for (const [condition, each] of Object.entries(target)) {
    if (!conditions[how].has(condition)) continue;
    const found = chosen(each, rest, how);
    // `null` under a condition that holds closes the path.
    if (found !== undefined || each === null) return found;
  }
  return undefined;
}

function isRecord(value: Target): value is { readonly [key: string]: Target } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
