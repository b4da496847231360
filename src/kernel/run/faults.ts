// Errors in the text of files, with file, line and column.
import ts from "../compile/typescript.cjs";
import { placeOf } from "./mappedFiles.js";

/** The value of a JSON file. @throws {SyntaxError} if it is none, with the place of what is wrong */
export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const parsed = ts.parseJsonText(file, text) as ts.JsonSourceFile & {
      parseDiagnostics: readonly ts.Diagnostic[];
    };
    const start = parsed.parseDiagnostics[0]?.start ?? Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
    const { line, character } = parsed.getLineAndCharacterOfPosition(Math.min(start, text.length));
    throw new SyntaxError(`Cannot read ${file}:${line + 1}:${character + 1}: ${(error as Error).message}`);
  }
}

/** The error of a file that parses as TypeScript and not as JavaScript, with its place. */
export function syntaxErrorIn(file: string, error: unknown): unknown {
  if (!(error instanceof SyntaxError)) return error;
  const [first = "", , marks = ""] = (error.stack ?? "").split("\n");
  const line = Number(/:(\d+)$/.exec(first)?.[1] ?? Number.NaN);
  if (!first.startsWith(file) || Number.isNaN(line)) return error;
  const place = placeOf(file, line, marks.search(/\S/) + 1);
  return new SyntaxError(`Cannot compile ${place.file}:${place.line}:${place.column}: ${error.message}`);
}
