import { declaredNames, identifiersIn } from "./declared.js";
import { withoutExports } from "./exports.js";
import type { Form } from "./form.js";
import { type Jsx, namesOf } from "./jsx.js";
import type { Ledger } from "./ledger.js";
import { objectAtEnd, type Shown, withObject } from "./object.js";
import { requireDeclared } from "./requires.js";
import { aboutFile } from "./settings.js";
import type ts from "./typescript.cjs";

/** The text of a cell's file. */
export interface CellText {
  readonly text: string;
  /** The cell as it stands in that. */
  readonly shown: Shown;
  /** How many characters of the text stand before the reader's own. */
  readonly start: number;
}

/** The file of a cell that is to run: before it the earlier names it uses, after it its own for later cells. */
export function cellText(source: string, { file, jsx }: Form, ledger: Ledger): CellText {
  const shown = withObject(withoutExports(source, file), objectAtEnd(source, file));
  const own = ownNames(file);
  const prefix = aboutFile(source, jsx) + prefixOf(file, jsx, ledger, false, false);
  const suffix = own.size > 0 ? `\nexport { ${[...own].join(", ")} };` : "";
  return { text: prefix + shown.text + suffix, start: prefix.length, shown };
}

/**
 * The file of a cell that is looked at, with the cursor at `offset`: it may be half written, and nothing stands after
 * it. `all` says whether names may be meant that it does not hold.
 */
export function lookedAtText(
  { file, jsx }: Form,
  offset: number,
  all: boolean,
  ledger: Ledger,
): { text: string; start: number } {
  const source = file.text;
  const isOwn = ledger.has("require") || ownNames(file).has("require");
  const required = isOwn ? "" : requireDeclared(file);
  const prefix = aboutFile(source, jsx) + required + prefixOf(file, jsx, ledger, all, true);
  const plain = withoutExports(source, file);
  // In an `export { … }` the cursor would stand in blanks.
  const near = [Math.max(0, offset - 1), offset + 1] as const;
  const isBlank = plain.slice(...near) !== source.slice(...near);
  return { text: prefix + (isBlank ? source : plain), start: prefix.length };
}

function prefixOf(
  file: ts.SourceFile,
  jsx: Jsx | undefined,
  ledger: Ledger,
  all: boolean,
  looking: boolean,
): string {
  const own = ownNames(file);
  const used = all ? ledger.names() : [...identifiersIn(file), ...namesOf(jsx)];
  return ledger.prefix(
    [...new Set(used)].filter((name) => !own.has(name)),
    looking,
  );
}

function ownNames(file: ts.SourceFile): Set<string> {
  return new Set(declaredNames(file).map(({ name }) => name));
}
