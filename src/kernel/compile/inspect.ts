import type { Inspection } from "../protocol.js";
import { type DocComment, documentationOf, linked } from "./docComments.js";
import { fieldsAt, parametersOf } from "./inspectedFields.js";
import { moduleAt } from "./inspectedModules.js";
import { anyMeaning, symbolOf, typeNamed } from "./inspectedSymbols.js";
import { type Info, plain, signatureOf } from "./inspectedTexts.js";
import { type FullChecker, internals, neverCancelled } from "./internals.js";
import { bodyOf } from "./members.js";
import { overloadsOf } from "./overloads.js";
import { namesModule, quotedAt } from "./strings.js";
import ts from "./typescript.cjs";
import type { Viewed } from "./viewed.js";

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
  const target = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  const fields = fieldsAt(cell, target, node, detail);
  const body = bodyOf(checker, symbol, node, shown, detail, fields !== "");
  const parameters = parametersOf(cell, target, node, detail);
  return {
    signature: plain(all ?? shown + body, cell),
    documentation: plain(
      documentationOf(commentOf(cell, info, target, node), target, fields, parameters),
      cell,
    ),
  };
}

/** The comment on a symbol; of a constant that is a function without one, that on the function. */
function commentOf({ checker }: Viewed, info: Info, symbol: ts.Symbol, node: ts.Node): DocComment {
  const isBare = (info.documentation ?? []).length === 0 && (info.tags ?? []).length === 0;
  const [signature] = isBare ? checker.getTypeOfSymbolAtLocation(symbol, node).getCallSignatures() : [];
  if (signature === undefined) return info;
  return { documentation: signature.getDocumentationComment(checker), tags: signature.getJsDocTags() };
}

/** What is imported as a whole may be a namespace and a constant at once, or have no words of its own. */
function imported(written: string, symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const isWhole = (checker.getAliasedSymbol(symbol).flags & ts.SymbolFlags.ValueModule) !== 0;
  if (isWhole && /^(?:import|export) /.test(written)) return `namespace ${symbol.name}`;
  return written.replace(/^(namespace .*)\nconst .*/, "$1");
}

/** The last character of what is called, given where its arguments begin. */
function beforeCall(text: string, argumentsStart: number): number {
  return text.slice(0, argumentsStart).replace(/(<[^()]*>)?\s*\(?\s*$/, "").length - 1;
}
