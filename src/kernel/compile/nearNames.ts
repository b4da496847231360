import { basename, dirname, extname, join, resolve } from "node:path";
import { readdirSync, statSync } from "../disk.js";

/** What to say of a path that leads to no file: names that are near it, or those that are there. */
export function fileAdvice(specifier: string, folder: string): string {
  const path = resolve(folder, specifier);
  const place = dirname(path);
  const cannot = `Cannot find module "${specifier}"`;
  if (!isFolder(place)) {
    const above = specifier.split("/").slice(0, -1).join("/");
    return `${cannot}: there is no folder "${above}". Check the path.`;
  }
  const names = readdirSync(place).filter((name) => !name.startsWith(".") && name !== "node_modules");
  const modules = names.filter((name) => /\.([mc]?[jt]sx?|json)$/.test(name) || isFolder(join(place, name)));
  if (modules.length === 0) return `${cannot}: there is no module in that folder. Check the path.`;
  const prefix = specifier.slice(0, specifier.length - basename(path).length);
  const shown = nearest(basename(path), modules).map((name) => prefix + name);
  return `${cannot}. There ${shown.length === 1 ? "is" : "are"}: ${shown.join(", ")}`;
}

/** Those of `names` that are most like `wanted`: at most five. */
export function nearest(wanted: string, names: readonly string[]): string[] {
  const plain = (name: string): string =>
    name.slice(0, name.length - extname(name).length).toLowerCase() || name;
  const ranked = names
    .map((name) => ({ name, far: Math.min(distance(plain(wanted), plain(name)), distance(wanted, name)) }))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1));
  const near = ranked.filter(({ far }) => far <= Math.max(1, wanted.length / 3));
  return (near.length > 0 ? near : ranked).slice(0, 5).map(({ name }) => name);
}

/** Letters to change, add or leave out to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
