// TypeScript without what a kernel never calls: its server, its refactorings, its builds of projects. Its one file is
// written as a function that fills an object; here it becomes a module whose names esbuild can follow.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Bundles TypeScript as far as the kernel uses it.
 *
 * @param {string} root
 * @returns {import("esbuild").Plugin}
 */
export function usedTypeScript(root) {
  return {
    name: "TypeScript as far as it is used",
    setup(build) {
      build.onLoad({ filter: /[\\/]typescript[\\/]lib[\\/]typescript\.js$/ }, ({ path }) => ({
        contents: asModule(readFileSync(path, "utf8"), usedNames(join(root, "dist", "kernel"))),
      }));
      // What requires a module takes all of it.
      build.onLoad({ filter: /[\\/]compile[\\/]typescript\.cjs$/ }, () => ({
        contents: 'export { default } from "typescript";',
      }));
      build.onLoad({ filter: /[\\/]compile[\\/]libraries\.cjs$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8")
          .replace(/const ts = require\((".*")\);/, "import ts from $1;")
          .replace("module.exports =", "export default"),
      }));
    },
  };
}

/**
 * The names of TypeScript that the kernel mentions.
 *
 * @param {string} folder
 * @returns {Set<string>}
 */
export function usedNames(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const names = files
    .filter((file) => /\.c?js$/.test(file))
    .flatMap((file) => [
      ...readFileSync(join(folder, file), "utf8").matchAll(/\b(?:ts|internals)\s*\.(\w+)/g),
    ])
    .map(([, name = ""]) => name);
  return new Set(names);
}

/**
 * @param {string} text TypeScript's file
 * @param {ReadonlySet<string>} used
 */
function asModule(text, used) {
  const list = between(text, "__export(typescript_exports, {", "});");
  const locals = new Map(
    [...list.matchAll(/^ {2}(\w+): \(\) => (\w+),?$/gm)].map(([, name, local]) => [name, local]),
  );
  const begin = text.indexOf('"use strict";', text.indexOf("((module) => {"));
  const end = text.indexOf("// Annotate the CommonJS export names");
  if (begin < 0 || end < 0 || locals.size < 1000)
    throw new Error(
      "Cannot bundle TypeScript: its file has another form. Look at scripts/site/typescript.mjs.",
    );
  const body = text
    .slice(begin, end)
    .replace(`__export(typescript_exports, {${list}});`, "")
    .replace("module.exports = __toCommonJS(typescript_exports);", "")
    // A group of names is an object that nobody may ask for.
    .replace(
      /^var (\w+_exports\d*) = \{\};\n__export\(\1, (\{[\s\S]*?\n\})\);/gm,
      "var $1 = /* @__PURE__ */ __exported($2);",
    )
    // What is filled by a function at once, too. The compiler's own come before, and are all needed.
    .replace(
      /^var (\w+);\n\(\((\w+)\) => \{\n([\s\S]*?)\n\}\)\(\1 \|\| \(\1 = \{\}\)\);/gm,
      (whole, name, inner, filling, /** @type {number} */ at, /** @type {string} */ all) =>
        at < all.indexOf("// src/compiler/builderState.ts")
          ? whole
          : `var ${name} = /* @__PURE__ */ ((${inner}) => {\n${filling}\nreturn ${inner};\n})({});`,
    )
    // Nobody asks for corrections and refactorings, nor for the server's settings.
    .replace(/^(?:registerCodeFix|registerRefactor)\([\s\S]*?^\}\);/gm, "")
    .replace(
      /^_(?:\w*Project|ProjectService|ScriptVersionCache|TypingsInstallerAdapter)\.\w+ = (?:\{[\s\S]*?^\}|.*);/gm,
      "",
    );
  const names = [...used].filter((name) => locals.has(name));
  return `${body}
function __exported(all) { const target = {}; __export(target, all); return target; }
export default { ${names.map((name) => `get ${name}() { return ${locals.get(name)}; }`).join(", ")} };
`;
}

/**
 * @param {string} text
 * @param {string} before
 * @param {string} after
 */
function between(text, before, after) {
  const start = text.indexOf(before) + before.length;
  return text.slice(start, text.indexOf(after, start));
}
