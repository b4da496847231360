// What to do about an import that leads nowhere, in words: for the check, and for what fails at run time.

import { dirname, join } from "node:path";
import { existsSync, readFileSync } from "../disk.js";
import { fileAdvice, nearest } from "./nearNames.js";

const noModule = 2307;
const noTypes = 7016;
const noNamespace = 2497;

/**
 * What to say of a fault in place of the compiler's `text`, or that text where there is nothing better. `marked` is
 * what the fault marks in the cell, `folder` where its imports are looked for.
 */
export function sentenceOf(code: number, text: string, marked: string, folder: string): string {
  if (code !== noModule && code !== noTypes && code !== noNamespace) return text;
  const specifier = /^(["'`])([^"'`]+)\1$/.exec(marked.trim())?.[2] ?? /'([^']+)'/.exec(text)?.[1];
  if (specifier === undefined) return text;
  if (code === noTypes) return typeAdvice(specifier);
  if (code === noNamespace)
    return `"${specifier}" is one value, with no names in it. Write: import name from "${specifier}"`;
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
  if (specifier === name)
    return `Cannot find the types of "${name}", which is installed. If it brings none: npm install --save-dev ${typesOf(name)}`;
  return `Cannot find "${specifier}": the package "${name}" is installed, but has no such entry.${entriesNear(specifier, home)}`;
}

/** A sentence of the entries that the package in `home` names and that are near `specifier`; empty where it has none. */
export function entriesNear(specifier: string, home: string): string {
  const name = packageOf(specifier);
  const entries = entriesOf(home).map((entry) => name + entry.slice(1));
  return entries.length === 0 ? "" : ` It has: ${nearest(specifier, entries).join(", ")}.`;
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

function isPath(specifier: string): boolean {
  return /^(\.{1,2}(\/|$)|\/)/.test(specifier);
}
