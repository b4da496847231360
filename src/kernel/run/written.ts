import ts from "../compile/typescript.cjs";
import { isScript } from "./syntax.js";

type Written = ts.FunctionLikeDeclaration | ts.ClassLikeDeclaration;

/** How far a place that a source map gives may be from where a function begins, in characters. */
const nearby = 30;

/** The function or class of the kind of `code` that begins nearest to an offset. */
export function functionAt(file: ts.SourceFile, offset: number, code: string): Written | undefined {
  const isOne = kindOf(code);
  let found: Written | undefined;
  let distance = nearby;
  const visit = (node: ts.Node): void => {
    const away = isOne(node) ? Math.abs(beginningOf(node as Written) - offset) : nearby;
    if (away < distance) {
      distance = away;
      found = node as Written;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function kindOf(code: string): (node: ts.Node) => boolean {
  if (/^class\b/.test(code)) return ts.isClassLike;
  if (/^(?:async\s+)?function\b/.test(code))
    return (node) =>
      ts.isFunctionExpression(node) || (ts.isFunctionDeclaration(node) && node.body !== undefined);
  if (/^(?:async\s*)?(?:\(|[\p{L}\p{N}_$]+\s*=>)/u.test(code)) return ts.isArrowFunction;
  return isMember;
}

function isMember(node: ts.Node): boolean {
  return ts.isMethodDeclaration(node) || ts.isAccessor(node);
}

/** Where a function begins in JavaScript's eyes: after `export`, `static`, `private` and the like. */
function beginningOf(node: Written): number {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  const outer = modifiers?.findLast(({ kind }) => kind !== ts.SyntaxKind.AsyncKeyword);
  if (outer === undefined) return node.getStart();
  return outer.end + (/^\s*/.exec(node.getSourceFile().text.slice(outer.end))?.[0].length ?? 0);
}

/** The text of a function without its types; undefined where it would be none of JavaScript. */
export function javaScriptOf(node: Written, source: string): string | undefined {
  const text = source.slice(beginningOf(node), node.end);
  const member = isMember(node);
  const [open, close] = member ? ["({ ", " })"] : ["(", ")"];
  if (isScript(`${open}${text}${close}`)) return text;
  const { outputText } = ts.transpileModule(`${open}${text}${close}`, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      experimentalDecorators: true,
    },
  });
  const whole = outputText.trim().replace(/;$/, "");
  if (!isScript(whole)) return undefined;
  const inner = whole.replace(/^\(([\s\S]*)\)$/, "$1").trim();
  return member
    ? inner
        .replace(/^\{([\s\S]*)\}$/, "$1")
        .trim()
        .replace(/,$/, "")
    : inner;
}
