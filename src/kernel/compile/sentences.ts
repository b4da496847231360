// What to do about an import that leads nowhere, in words: for the check, and for what fails at run time.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";

const noModule = 2307;
const noTypes = 7016;

/**
 * What to say of a fault in place of the compiler's `text`, or that text where there is nothing better. `marked` is
 * what the fault marks in the cell, `folder` where its imports are looked for.
 */
export function sentenceOf(code: number, text: string, marked: string, folder: string): string {
  if (code !== noModule && code !== noTypes) return text;
  const specifier = /^(["'`])([^"'`]+)\1$/.exec(marked.trim())?.[2] ?? /'([^']+)'/.exec(text)?.[1];
  if (specifier === undefined) return text;
  if (code === noTypes) return typeAdvice(specifier);
  return (
    schemeAdvice(specifier) ??
    (isPath(specifier) ? fileAdvice(specifier, folder) : packageAdvice(specifier, folder))
  );
}

/** The package that a module's name begins with. */
export function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** What to write in place of a name that only other runtimes know; undefined where it is none. */
export function schemeAdvice(specifier: string): string | undefined {
  const [, scheme, rest = ""] = /^(npm|jsr|https?|bun|deno):\/?(.*)$/.exec(specifier) ?? [];
  if (scheme === undefined) return undefined;
  const cannot = `Cannot import "${specifier}":`;
  if (scheme === "npm" || scheme === "jsr") {
    const [, name = rest, version = "", sub = ""] =
      /^(@[^/]+\/[^/@]+|[^/@]+)(@[^/]+)?(\/.*)?$/.exec(rest) ?? [];
    const install = scheme === "npm" ? `npm install ${name}${version}` : `npx jsr add ${name}${version}`;
    return `${cannot} this kernel runs on Node. Write "${name}${sub}", and install it with: ${install}`;
  }
  if (scheme === "http" || scheme === "https")
    return `${cannot} Node loads no modules from the network. ${networkAdvice(rest)}`;
  return `${cannot} "${scheme}:" belongs to another runtime. Node's own modules begin with "node:".`;
}

function networkAdvice(rest: string): string {
  const host =
    /^\/?(?:[^/]*\b(?:esm\.sh|skypack\.dev|unpkg\.com|jspm\.dev|esm\.run)|[^/]*jsdelivr\.net\/npm)\/(.*)$/;
  const found = /^(?:v\d+\/)?(@[^/]+\/[^/@?]+|[^/@?]+)(@[^/?]+)?/.exec(host.exec(rest)?.[1] ?? "");
  if (found === null)
    return "Save the file beside the notebook and import that, or install the package it belongs to with npm install.";
  const [, name = "", version = ""] = found;
  return `Write "${name}", and install it with: npm install ${name}${version}`;
}

/** How to install a package. */
export function installAdvice(name: string): string {
  return `Install it with: npm install ${name}`;
}

function typeAdvice(specifier: string): string {
  const name = packageOf(specifier);
  if (isPath(specifier))
    return `"${specifier}" has no types. Write a .d.ts file of the same name beside it, or end the strict check with // @strict false.`;
  return `The package "${name}" has no types. Install them with: npm install --save-dev ${typesOf(name)}`;
}

/** `@types/a` of `a`, `@types/a__b` of `@a/b`. */
function typesOf(name: string): string {
  return `@types/${name.replace(/^@/, "").replace("/", "__")}`;
}

function packageAdvice(specifier: string, folder: string): string {
  const name = packageOf(specifier);
  if (specifier.startsWith("#"))
    return `Cannot find "${specifier}": "imports" of the nearest package.json does not lead to a file by it.`;
  if (!/^(?:@[\w.~-]+\/)?[\w.-][\w.~-]*$/.test(name))
    return `Cannot find "${specifier}": it is no name of a package. Write a path that begins with "./", or name it in "paths" of a tsconfig.json.`;
  const home = homeOf(name, folder);
  if (home === undefined) {
    const types =
      homeOf(typesOf(name), folder) === undefined
        ? `; if it brings no types: npm install --save-dev ${typesOf(name)}`
        : "";
    return `Cannot find package "${name}". ${installAdvice(name)}${types}`;
  }
  const entries = entriesOf(home);
  if (specifier === name)
    return `Cannot find the types of "${name}", which is installed. If it brings none: npm install --save-dev ${typesOf(name)}`;
  const known =
    entries.length === 0
      ? ""
      : ` It has: ${nearest(
          specifier,
          entries.map((entry) => name + entry.slice(1)),
        ).join(", ")}.`;
  return `Cannot find "${specifier}": the package "${name}" is installed, but has no such entry.${known}`;
}

function homeOf(name: string, folder: string): string | undefined {
  const home = join(folder, "node_modules", name);
  if (existsSync(home)) return home;
  const parent = dirname(folder);
  return parent === folder ? undefined : homeOf(name, parent);
}

/** The entries that a package names in its `exports`. */
function entriesOf(home: string): string[] {
  try {
    const { exports } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { exports?: unknown };
    if (typeof exports !== "object" || exports === null) return [];
    return Object.keys(exports).filter((key) => key.startsWith(".") && key !== "./package.json");
  } catch {
    return [];
  }
}

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
function nearest(wanted: string, names: readonly string[]): string[] {
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

function isPath(specifier: string): boolean {
  return /^(\.{1,2}(\/|$)|\/)/.test(specifier);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
