import type { Language } from "./configuration.js";
import { type Jsx, jsxOf } from "./jsx.js";
import ts from "./typescript.cjs";

/** How the text of a cell is read. */
export interface Form {
  readonly extension: ".ts" | ".tsx" | ".js";
  /** What its JSX becomes, if it has any. */
  readonly jsx: Jsx | undefined;
  /** The first JSX of a cell that may have none. */
  readonly stray: { readonly start: number; readonly length: number } | undefined;
  readonly file: ts.SourceFile;
}

/**
 * Reads a cell as TypeScript, and as TypeScript with JSX only where it has some: `<T>(x) => x` and `<Type>value` mean
 * what they mean without. JavaScript has neither.
 */
export function formOf(source: string, language: Language, options: ts.CompilerOptions): Form {
  const javascript = language === "javascript";
  const plain = parse(source, javascript ? ".js" : ".ts");
  // Most cells hold nothing that could begin an element.
  const other = !javascript && /<[\p{L}_$>]/u.test(source) ? parse(source, ".tsx") : undefined;
  const elements = other !== undefined && isRather(other, plain, source) ? other : undefined;
  const file = elements ?? plain;
  const first = javascript || elements !== undefined ? firstJsx(file) : undefined;
  const jsx = first && jsxOf(source, options);
  if (first === undefined || (jsx === undefined && faultsOf(file).length > 0 && !javascript))
    return { extension: javascript ? ".js" : ".ts", jsx: undefined, stray: undefined, file: plain };
  const stray = jsx === undefined ? { start: first.getStart(file), length: first.getWidth(file) } : undefined;
  return { extension: javascript ? ".js" : ".tsx", jsx, stray, file };
}

/** Whether a text is better read with JSX: what comes without errors, or gets further before one. */
function isRather(withJsx: ts.SourceFile, plain: ts.SourceFile, source: string): boolean {
  const [ours, theirs] = [withJsx, plain].map((file) => faultsOf(file)[0]?.start ?? Number.POSITIVE_INFINITY);
  if (ours === undefined || theirs === undefined) return false;
  if (ours === theirs) return ours === Number.POSITIVE_INFINITY && /<\/|\/>/.test(source);
  return ours > theirs;
}

export function parse(source: string, extension: Form["extension"]): ts.SourceFile {
  return ts.createSourceFile(`cell${extension}`, source, ts.ScriptTarget.ES2022, true);
}

function faultsOf(file: ts.SourceFile): readonly ts.Diagnostic[] {
  return (file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics;
}

function firstJsx(node: ts.Node): ts.Node | undefined {
  if (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)) return node;
  return ts.forEachChild(node, firstJsx);
}

/**
 * Whether decorators of a cell are of the older form where both would fit: types at run time, which `reflect-metadata`
 * is for, exist only with that.
 */
export function prefersOlder(source: string, language: Language): boolean {
  if (language === "javascript" || !source.includes("@")) return false;
  return "metadata" in Reflect || /["']reflect-metadata["']/.test(source);
}

/** Errors of decorators that do not fit the form in which a cell is checked. */
const misfits = new Set([1206, 1238, 1239, 1240, 1241, 1270, 1271, 1278, 1279, 1329]);

export function isMisfit({ code }: { readonly code: number }): boolean {
  return misfits.has(code);
}
