import { resolve } from "node:path";
import { leadsToFolder } from "./folders.js";
import { internals } from "./internals.js";
import ts from "./typescript.cjs";

/** A text in quotes that a cursor stands in. */
export interface Quoted {
  readonly node: ts.StringLiteral | ts.NoSubstitutionTemplateLiteral;
  /** The first character inside the quotes. */
  readonly start: number;
  /** Its characters as far as the cursor. */
  readonly begun: string;
}

/** The text in quotes around a position, closed or not. */
export function quotedAt(file: ts.SourceFile, position: number): Quoted | undefined {
  const node = internals.findPrecedingToken(position, file);
  if (node === undefined || !ts.isStringLiteralLike(node)) return undefined;
  const start = node.getStart(file) + 1;
  const isOpen = (node as { isUnterminated?: boolean }).isUnterminated === true;
  if (position < start || position > node.end || (position === node.end && !isOpen)) return undefined;
  return { node, start, begun: file.text.slice(start, position).replace(/\\(.)/g, "$1") };
}

/** Whether a text in quotes names a module, in a line that may be half written. */
export function namesModule(node: ts.StringLiteralLike, file: ts.SourceFile): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
  if (ts.isExternalModuleReference(parent)) return true;
  if (ts.isModuleDeclaration(parent)) return parent.name === node;
  if (ts.isLiteralTypeNode(parent) && ts.isImportTypeNode(parent.parent)) return true;
  if (ts.isCallExpression(parent) && parent.arguments[0] === node) {
    const { expression } = parent;
    return (
      expression.kind === ts.SyntaxKind.ImportKeyword ||
      /^(?:require|require\.resolve|import\.meta\.resolve)$/.test(expression.getText(file))
    );
  }
  const line = file.text.slice(0, node.getStart(file)).split("\n").at(-1) ?? "";
  return /^\s*(?:import|export)\b[^'"`;=()]*\bfrom\s*$/.test(line);
}

/** Names of what holds a path, in code of any library. */
const ofPaths = /path|file(?!d)|folder|^dir|dir$|directory|^(?:src|dest|source|destination)$/i;

/** Functions that take one first, for a library without types and for names that are not imported yet. */
const takingPaths =
  /^(?:(?:read|write|append|open|load|save|create|copy|rename|truncate)\w*(?:File|Dir|Stream|Image|Csv|Json|Text)\w*|(?:l?stat|exists|access|unlink|rm|mkdir|rmdir|readdir|opendir|rename|cp|watch|realpath|chmod|utimes)(?:Sync)?|readlink\w*|decodeImage|imagesFromFolder)$/i;

/** The folder from which a text in quotes names a file, where it does or may; `folder` is the notebook's. */
export function folderNamedIn(
  { node, begun }: Quoted,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  folder: string,
): string | undefined {
  const { parent } = node;
  const isCall = ts.isCallExpression(parent) || ts.isNewExpression(parent);
  if (isCall && /\b(?:join|resolve)$/.test(parent.expression.getText(file)) && parent.arguments?.[0] !== node)
    return joined(parent.arguments ?? [], node, file, folder);
  if (/^(?:\.{1,2}|file:\/)\//.test(begun)) return folder;
  if (/^[\w-]+:/.test(begun)) return undefined;
  // A lone "/" separates things more often than it begins a path.
  if (begun !== "/" && leadsToFolder(begun, folder)) return folder;
  if (isCall) return takesPath(parent, node, file, checker) ? folder : undefined;
  const isValue =
    (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isJsxAttribute(parent)) &&
    parent.initializer === node;
  return isValue && ofPaths.test(parent.name.getText(file)) ? folder : undefined;
}

/** Where the arguments before `node` lead that `path.join` is given. */
function joined(
  all: readonly ts.Expression[],
  node: ts.Expression,
  file: ts.SourceFile,
  folder: string,
): string | undefined {
  let place = folder;
  for (const each of all.slice(0, all.indexOf(node))) {
    if (ts.isStringLiteralLike(each)) place = resolve(place, each.text);
    else if (!/^(?:__dirname|process\.cwd\(\)|import\.meta\.dirname)$/.test(each.getText(file)))
      return undefined;
  }
  return place;
}

/** Whether a function takes a path where `node` stands, by the name of its parameter or by its own. */
function takesPath(
  call: ts.CallExpression | ts.NewExpression,
  node: ts.Expression,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): boolean {
  const at = call.arguments?.indexOf(node) ?? 0;
  const type = checker.getTypeAtLocation(call.expression);
  const signatures = ts.isNewExpression(call) ? type.getConstructSignatures() : type.getCallSignatures();
  const named = signatures.some(({ parameters }) => {
    const last = parameters.at(-1)?.valueDeclaration;
    const isRest = last !== undefined && ts.isParameter(last) && last.dotDotDotToken !== undefined;
    const parameter = parameters[isRest ? Math.min(at, parameters.length - 1) : at];
    return parameter !== undefined && ofPaths.test(parameter.name) && takesText(checker, parameter, call);
  });
  if (named || signatures.length > 0) return named;
  return at === 0 && takingPaths.test(/[\w$]*$/.exec(call.expression.getText(file))?.[0] ?? "");
}

/** A callback may be called `pathOf`, and is none. */
function takesText(checker: ts.TypeChecker, parameter: ts.Symbol, place: ts.Node): boolean {
  const type = checker.getTypeOfSymbolAtLocation(parameter, place);
  return type.getCallSignatures().length === 0 && !/^(?:number|boolean)$/.test(checker.typeToString(type));
}
