import ts from "./typescript.cjs";
import type { Viewed } from "./viewed.js";

/** What TypeScript says of a symbol. */
export type Info = Pick<ts.QuickInfo, "displayParts" | "documentation" | "tags">;

/** `(alias)` and the import line that goes with it belong to the way earlier cells are kept. */
export function signatureOf({ displayParts }: Info): string {
  const text = ts.displayPartsToString(displayParts);
  const shown = text
    .replace(/^\(alias\) /gm, "")
    .replace(/\n(import|export) [\s\S]*$/, "")
    .replace(/^new (?=[\w$])/, "constructor ");
  return text.startsWith("(alias)") && /^[\w$]+[<(]/.test(shown) ? `function ${shown}` : shown;
}

/** Types without the files in which cells are kept, and the reader's own files as an import names them. */
export function plain(text: string, { host }: Viewed): string {
  return text
    .replace(/(typeof )?import\("[^"]*__(?:cell|view)_\d+__"\)\.?/g, "")
    .replaceAll(`import("${host.getCurrentDirectory()}/`, 'import("./');
}
