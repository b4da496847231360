import { internals } from "./internals.js";
import { quotedAt } from "./strings.js";
import ts from "./typescript.cjs";

/** Whether only what stands before a dot matters at an offset of a cell, or what a text in quotes may hold. */
export function needsNoNames(cell: ts.SourceFile, offset: number): boolean {
  if (quotedAt(cell, offset) !== undefined) return true;
  let token = internals.findPrecedingToken(offset, cell);
  if (token !== undefined && isWord(token) && token.end >= offset)
    token = internals.findPrecedingToken(token.getStart(cell), cell);
  return token !== undefined && isDot(token);
}

function isWord(node: ts.Node): boolean {
  const isKeyword = node.kind >= ts.SyntaxKind.FirstKeyword && node.kind <= ts.SyntaxKind.LastKeyword;
  return isKeyword || ts.isIdentifier(node) || ts.isPrivateIdentifier(node);
}

export function isDot({ kind }: ts.Node): boolean {
  return kind === ts.SyntaxKind.DotToken || kind === ts.SyntaxKind.QuestionDotToken;
}

/** The dot that a name follows which begins at a position. */
export function dotBefore(file: ts.SourceFile, position: number): ts.Node | undefined {
  const before = internals.findPrecedingToken(position, file);
  return before !== undefined && before.end <= position && isDot(before) ? before : undefined;
}
