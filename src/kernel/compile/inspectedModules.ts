import { join, relative } from "node:path";
import type { Inspection } from "../protocol.js";
import { isBuiltin, platformName } from "./builtins.js";
import { plain } from "./inspectedTexts.js";
import type { CheckerHost } from "./internals.js";
import { bodyOf } from "./members.js";
import { packageIn } from "./packageNames.js";
import { packageFolder, readPackage } from "./packages.js";
import type ts from "./typescript.cjs";
import type { Viewed } from "./viewed.js";

/** Which file of which version a module is, and what it exports. */
export function moduleAt(cell: Viewed, node: ts.StringLiteralLike, detail: 0 | 1): Inspection | undefined {
  const { file, checker, program, host } = cell;
  const { text } = node;
  const folder = host.getCurrentDirectory();
  const path = (program as CheckerHost).getResolvedModule(file, text, undefined)?.resolvedModule
    ?.resolvedFileName;
  const name = /^[./]|^[a-z]+:/.test(text) || isBuiltin(text) ? undefined : packageIn(text);
  const root = name === undefined ? undefined : packageFolder(name, folder);
  const source = path === undefined ? undefined : program.getSourceFile(path);
  const symbol =
    checker.getSymbolAtLocation(node) ??
    (source && checker.getSymbolAtLocation(source)) ??
    checker.getAmbientModules().find((each) => each.name === JSON.stringify(text));
  if (symbol === undefined && path === undefined && root === undefined && !isBuiltin(text)) return undefined;
  const title = `module ${JSON.stringify(text)}`;
  const body = symbol === undefined ? "" : bodyOf(checker, symbol, node, title, detail);
  const described = root === undefined ? undefined : readPackage(root);
  const lines = [
    described === undefined
      ? ""
      : `${String(described.name ?? name)} ${String(described.version ?? "")}`.trim(),
    typeof described?.description === "string" ? described.description : "",
    isBuiltin(text) ? platformName : placeOf(path ?? root, folder, name, root),
  ];
  return {
    signature: plain(title + body, cell),
    documentation: lines.filter((line) => line !== "").join("\n\n"),
  };
}

/** A file as the reader names it: in its package, or seen from the notebook's folder. */
function placeOf(path: string | undefined, folder: string, name = "", root?: string): string {
  if (path === undefined) return "";
  const inRoot = root === undefined ? ".." : relative(root, path);
  const place = inRoot.startsWith("..")
    ? (/.*\/node_modules\/(.*)$/.exec(path)?.[1] ?? relative(folder, path))
    : join(name, inRoot);
  return `\`${place}\``;
}
