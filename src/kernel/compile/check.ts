import { dirname } from "node:path";
import { type CellDiagnostic, diagnosticAt } from "./error.js";
import { sentenceOf } from "./sentences.js";
import ts from "./typescript.cjs";

/** Errors of the cell at `start` to `end` of a checked file, in the order of the text, each place once. */
export function check(
  program: ts.Program,
  file: ts.SourceFile,
  source: string,
  start: number,
  isConstant: (name: string) => boolean,
): CellDiagnostic[] {
  const syntactic = program.getSyntacticDiagnostics(file);
  const found = syntactic.length > 0 ? syntactic : program.getSemanticDiagnostics(file);
  const end = start + source.length;
  const seen = new Set<string>();
  return [...found]
    .filter((one) => one.category === ts.DiagnosticCategory.Error)
    .filter((one) => one.start !== undefined && one.start >= start && one.start <= end)
    .sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
    .filter((one) => {
      const key = `${one.start}:${one.code}`;
      return !seen.has(key) && seen.add(key);
    })
    .map((one) => {
      const offset = (one.start ?? start) - start;
      const length = Math.min(one.length ?? 1, source.length - offset);
      const name = source.slice(offset, offset + length);
      const words = sentenceOf(one.code, wordsOf(one, isConstant(name)), name, dirname(file.fileName));
      return diagnosticAt(source, offset, length, words, one.code);
    });
}

/** The compiler's words, without the files in which earlier cells are kept. */
function wordsOf(one: ts.Diagnostic, constant: boolean): string {
  const assignedImport = 2632;
  const text = ts
    .flattenDiagnosticMessageText(one.messageText, "\n")
    .replace(/(typeof )?import\("[^"]*__(?:slot_\d+|hub)__"\)\.?/g, "");
  return constant && one.code === assignedImport ? text.replace("an import", "a constant") : text;
}
