import { isBuiltin } from "node:module";
import { join, relative } from "node:path";
import type { Inspection } from "../protocol.js";
import type { Viewed } from "./assist.js";
import { type CheckerHost, type FullChecker, internals, neverCancelled } from "./internals.js";
import { bodyOf, overloadsOf } from "./members.js";
import { packageFolder, packageIn, readPackage } from "./paths.js";
import { namesModule, quotedAt } from "./strings.js";
import ts from "./typescript.cjs";

/** What stands at an offset, just before it, or is being called there. `detail` 1 tells all overloads and members. */
export function inspect(cell: Viewed, offset: number, detail: 0 | 1): Inspection | undefined {
  const { file } = cell;
  const position = cell.start + offset;
  if (internals.isInComment(file, position) !== undefined) return undefined;
  const quoted = quotedAt(file, position);
  if (quoted !== undefined && namesModule(quoted.node, file)) return moduleAt(cell, quoted.node, detail);
  const node = wordAt(cell, position);
  if (node !== undefined) {
    const info = infoOf(cell, node, detail);
    // Of a text in quotes, or a keyword that an argument begins with, the call says more.
    if (
      info !== undefined ||
      (!ts.isStringLiteralLike(node) && !(isKeyword(node) && node.getStart(file) === position))
    )
      return info;
  }
  return calledAt(cell, position, detail);
}

/** The word at a position, or before the dot there; undefined for blanks, numbers and the like. */
function wordAt({ file, start }: Viewed, position: number): ts.Node | undefined {
  const node = internals.getTouchingPropertyName(file, position);
  if (isWord(node) && node.getStart(file) <= position && node.end > node.getStart(file)) return node;
  const dot = internals.findPrecedingToken(position, file);
  if (dot === undefined || dot.end !== position || !/^\??\.$/.test(dot.getText(file))) return undefined;
  const before = internals.findPrecedingToken(dot.getStart(file), file);
  return before !== undefined && before.getStart(file) >= start && isWord(before) ? before : undefined;
}

function isWord(node: ts.Node): boolean {
  return (
    ts.isIdentifier(node) || ts.isPrivateIdentifier(node) || ts.isStringLiteralLike(node) || isKeyword(node)
  );
}

function isKeyword({ kind }: ts.Node): boolean {
  return kind >= ts.SyntaxKind.FirstKeyword && kind <= ts.SyntaxKind.LastKeyword;
}

/** What is being called around a position. */
function calledAt(cell: Viewed, position: number, detail: 0 | 1): Inspection | undefined {
  const { program, file, start } = cell;
  const help = internals.SignatureHelp.getSignatureHelpItems(
    program,
    file,
    position,
    undefined,
    neverCancelled,
  );
  if (help === undefined) return undefined;
  const place = beforeCall(file.text, help.applicableSpan.start);
  const node = place < start ? undefined : internals.getTouchingPropertyName(file, place);
  const isName = node !== undefined && isWord(node) && !isKeyword(node) && node.end > place;
  const info = isName ? infoOf(cell, node, detail) : undefined;
  if (info !== undefined) return info;
  const item = help.items[help.selectedItemIndex];
  if (item === undefined) return undefined;
  const { prefixDisplayParts, parameters, separatorDisplayParts, suffixDisplayParts, documentation } = item;
  const between = ts.displayPartsToString(separatorDisplayParts);
  const inside = parameters.map(({ displayParts }) => ts.displayPartsToString(displayParts)).join(between);
  const signature =
    ts.displayPartsToString(prefixDisplayParts) + inside + ts.displayPartsToString(suffixDisplayParts);
  return { signature, documentation: linked(ts.displayPartsToString(documentation)) };
}

type Info = Pick<ts.QuickInfo, "displayParts" | "documentation" | "tags">;

/** What a hover shows, and what a type holds. */
function infoOf(cell: Viewed, node: ts.Node, detail: 0 | 1): Inspection | undefined {
  const { file, checker } = cell;
  if (node.kind === ts.SyntaxKind.ThisKeyword || node.kind === ts.SyntaxKind.SuperKeyword) {
    const type = checker.getTypeAtLocation(node);
    if ((type.flags & ts.TypeFlags.Any) !== 0) return undefined;
    return { signature: `${node.getText(file)}: ${checker.typeToString(type, node)}`, documentation: "" };
  }
  if (isKeyword(node) && node.kind !== ts.SyntaxKind.ConstructorKeyword) return undefined;
  const value = symbolOf(node, checker as FullChecker);
  const symbol = value ?? typeNamed(node, checker as FullChecker);
  if (symbol === undefined) return undefined;
  const enclosing = internals.getContainerNode(node);
  const info: Info = internals.SymbolDisplay.getSymbolDisplayPartsDocumentationAndSymbolKind(
    checker,
    symbol,
    file,
    enclosing,
    node,
    value === undefined ? anyMeaning : undefined,
  );
  const written = signatureOf(info);
  const shown = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? written : imported(written, symbol, checker);
  if (shown === "") return undefined;
  const all = detail === 1 ? overloadsOf(checker, symbol, node, shown) : undefined;
  return {
    signature: plain(all ?? shown + bodyOf(checker, symbol, node, shown, detail), cell),
    documentation: documentationOf(info),
  };
}

/** What is imported as a whole may be a namespace and a constant at once, or have no words of its own. */
function imported(written: string, symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const isWhole = (checker.getAliasedSymbol(symbol).flags & ts.SymbolFlags.ValueModule) !== 0;
  if (isWhole && /^(?:import|export) /.test(written)) return `namespace ${symbol.name}`;
  return written.replace(/^(namespace .*)\nconst .*/, "$1");
}

/** The symbol of a word; of a key in an object, that of the type that is wanted there. */
function symbolOf(node: ts.Node, checker: FullChecker): ts.Symbol | undefined {
  const { parent } = node;
  if (
    (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) &&
    parent.name === node &&
    ts.isObjectLiteralExpression(parent.parent)
  ) {
    const name = ts.isIdentifier(node) || ts.isStringLiteralLike(node) ? node.text : "";
    const wanted = checker.getContextualType(parent.parent)?.getProperty(name);
    if (wanted !== undefined) return wanted;
  }
  const found = checker.getSymbolAtLocation(node);
  if (found === undefined) return undefined;
  const target = (found.flags & ts.SymbolFlags.Alias) === 0 ? found : checker.getAliasedSymbol(found);
  return checker.isUnknownSymbol(target) ? undefined : found;
}

/** Values, types and namespaces. */
const anyMeaning = 7;

/** A type or namespace whose name stands where a value is expected: alone in a cell, for a look at it. */
function typeNamed(node: ts.Node, checker: FullChecker): ts.Symbol | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const { parent, text } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    const holder = checker.getSymbolAtLocation(parent.expression) ?? typeNamed(parent.expression, checker);
    if (holder === undefined) return undefined;
    const target = (holder.flags & ts.SymbolFlags.Alias) === 0 ? holder : checker.getAliasedSymbol(holder);
    if ((target.flags & ts.SymbolFlags.Module) === 0) return undefined;
    return checker.getExportsOfModule(target).find(({ name }) => name === text);
  }
  if (!internals.isExpressionNode(node)) return undefined;
  return checker.resolveName(text, node, ts.SymbolFlags.Type | ts.SymbolFlags.Namespace, false);
}

/** Which file of which version a module is, and what it exports. */
function moduleAt(cell: Viewed, node: ts.StringLiteralLike, detail: 0 | 1): Inspection | undefined {
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
    isBuiltin(text) ? `Node ${process.version}` : placeOf(path ?? root, folder, name, root),
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

/** The last character of what is called, given where its arguments begin. */
function beforeCall(text: string, argumentsStart: number): number {
  return text.slice(0, argumentsStart).replace(/(<[^()]*>)?\s*\(?\s*$/, "").length - 1;
}

/** `(alias)` and the import line that goes with it belong to the way earlier cells are kept. */
function signatureOf({ displayParts }: Info): string {
  const text = ts.displayPartsToString(displayParts);
  const shown = text
    .replace(/^\(alias\) /gm, "")
    .replace(/\n(import|export) [\s\S]*$/, "")
    .replace(/^new (?=[\w$])/, "constructor ");
  return text.startsWith("(alias)") && /^[\w$]+[<(]/.test(shown) ? `function ${shown}` : shown;
}

/** Types without the files in which cells are kept, and the reader's own files as an import names them. */
function plain(text: string, { host }: Viewed): string {
  return text
    .replace(/(typeof )?import\("[^"]*__(?:cell|view)_\d+__"\)\.?/g, "")
    .replaceAll(`import("${host.getCurrentDirectory()}/`, 'import("./');
}

function documentationOf(info: Info): string {
  const tags = (info.tags ?? []).map(({ name, text }) => {
    const said = ts.displayPartsToString(text);
    if (name === "example")
      return `*@example*\n${said.includes("```") ? said : `\`\`\`typescript\n${said}\n\`\`\``}`;
    return `*@${name}* ${linked(said)}`.trimEnd();
  });
  const parts = [linked(ts.displayPartsToString(info.documentation)), ...tags];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** `{@link Name}` and `{@link https://… words}` as Markdown. */
function linked(text: string): string {
  return text.replace(
    /\{@link(?:code|plain)?\s+([^}|\s]+)(?:\s*\|\s*|\s+)?([^}]*)\}/g,
    (_, to: string, words: string) => {
      const said = words.trim();
      if (/^https?:/.test(to)) return said === "" ? `<${to}>` : `[${said}](${to})`;
      return said === "" ? `\`${to}\`` : said;
    },
  );
}
