// What to do about an import that leads nowhere, in words: in a page, where only what comes with it can be imported.
import { packageIn } from "./packageNames.js";
import { refusal } from "./refusals.js";

const [noModule, noTypes] = [2307, 7016];

/** What to say of a fault in place of the compiler's `text`, or that text where there is nothing better. */
export function sentenceOf(code: number, text: string, marked: string, _folder: string): string {
  if (code !== noModule && code !== noTypes) return text;
  const specifier = /^(["'`])([^"'`]+)\1$/.exec(marked.trim())?.[2] ?? /'([^']+)'/.exec(text)?.[1];
  return specifier === undefined ? text : refusal(specifier);
}

/** The package that a module's name begins with. */
export function packageOf(specifier: string): string {
  return packageIn(specifier) ?? specifier;
}

/** What to write in place of a name that only other runtimes know; undefined where it is none. */
export function schemeAdvice(specifier: string): string | undefined {
  return /^(npm|jsr|https?|bun|deno):/.test(specifier) ? refusal(specifier) : undefined;
}

/** How to install a package: nobody can here. */
export function installAdvice(name: string): string {
  return refusal(name);
}

/** The entries that a package names: the refusal tells them. */
export function entriesNear(_specifier: string, _home: string): string {
  return "";
}
