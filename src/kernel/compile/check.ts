import { type CellDiagnostic, diagnosticAt } from "./error.js";
import { withHint } from "./hints.js";
import type { Shown } from "./object.js";
import { sentenceOf } from "./sentences.js";
import ts from "./typescript.cjs";

/**
 * The errors `found` of the cell at `start` of its file, where it is `shown`, in the order of the text, each place
 * once. `folder` is where its imports are looked for.
 */
export function cellFaults(
  found: readonly ts.Diagnostic[],
  source: string,
  { start, shown }: { start: number; shown: Shown },
  { isConstant, folder }: { isConstant: (name: string) => boolean; folder: string },
): CellDiagnostic[] {
  const end = start + shown.text.length;
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
      const offset = shown.toCell((one.start ?? start) - start);
      const length = Math.min(one.length ?? 1, source.length - offset);
      const name = source.slice(offset, offset + length);
      const words = sentenceOf(one.code, wordsOf(one, isConstant(name)), name, folder);
      return diagnosticAt(source, offset, length, words, one.code);
    });
}

/** The compiler's words, without the files in which earlier cells are kept. */
function wordsOf(one: ts.Diagnostic, constant: boolean): string {
  const [assignedImport, assignedConstant] = [2632, 2588];
  const text = ts
    .flattenDiagnosticMessageText(one.messageText, "\n")
    .replace(/(typeof )?import\("[^"]*__cell_\d+__"\)\.?/g, "");
  if (constant && one.code === assignedImport)
    return withHint(text.replace("an import", "a constant"), assignedConstant);
  return withHint(text, one.code);
}
