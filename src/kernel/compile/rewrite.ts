import { rewriteAwaits } from "./awaits.js";
import { noteBriefFunctions } from "./brief.js";
import { Edits } from "./edits.js";
import { evaluates } from "./evaluates.js";
import type { Hidden } from "./hidden.js";
import type { CellImports } from "./imports.js";
import { closeLoop, openLoop, watchLoops } from "./loopEdits.js";
import { fastLoops } from "./loops.js";
import type { Reach } from "./reach.js";
import { referencesIn } from "./references.js";
import { lastExpressionOf, replacementOf, replaceReference, unnamedValueOf } from "./replacements.js";
import type { Declared } from "./types.js";
import ts from "./typescript.cjs";

interface Rewritten {
  readonly edits: Edits;
  readonly isAsync: boolean;
  /** Where the expression stands whose value the cell has. */
  readonly last: number | undefined;
}

/** What the cells before this one have left. */
export interface Before {
  /** Names of interest: other identifiers are not looked up. */
  readonly interesting: ReadonlySet<string>;
  kindOf(name: string): Declared["kind"] | undefined;
  readonly reach: Reach;
  /** Where an object begins that stands last, as `withObject` puts it. */
  readonly object: number | undefined;
  /** The offset in the cell of one in the file. */
  toCell(offset: number): number;
}

/**
 * The edits that make a checked cell (from `start` of the file on) the body of a function: earlier names through
 * `__scope`, imported ones through `__m`, awaits through `__checkpoint`, the last expression returned as a list of one.
 */
export function rewrite(
  file: ts.SourceFile,
  start: number,
  checker: ts.TypeChecker,
  imports: CellImports,
  hidden: Hidden,
  { interesting, kindOf, reach, object, toCell }: Before,
): Rewritten {
  const edits = new Edits();
  const references = referencesIn(file, start, checker, interesting);
  reach.note(references, evaluates(file, start));
  noteBriefFunctions(file, start, reach);
  const loops = fastLoops(file, start, references, reach, kindOf);
  for (const statement of imports.statements) {
    const lines = statement.getText(file).replace(/[^\n]/g, "");
    edits.replace(statement.getStart(file), statement.end, `${lines};`);
  }
  for (const [statement, isValue] of imports.equals) rewriteEquals(edits, file, statement, isValue);
  const last = lastExpressionOf(file, start);
  if (last !== undefined) returnFrom(edits, file, last, object);
  for (const loop of loops) openLoop(edits, loop, file, references, hidden);
  const named: { value: ts.Expression; name: string }[] = [];
  for (const reference of references) {
    const text = replacementOf(reference, imports, loops, hidden);
    if (text === undefined) continue;
    replaceReference(edits, file, reference.id, text, reference.origin === "own");
    const unnamed = unnamedValueOf(reference.id);
    if (unnamed === undefined) continue;
    edits.insert(unnamed.getStart(file), `({ ["${reference.name}"]: `);
    named.push({ value: unnamed, name: reference.name });
  }
  watchLoops(edits, file, start, loops, hidden);
  const isAsync = rewriteAwaits(edits, file, start, hidden, toCell);
  for (const { value, name } of named.reverse()) edits.insert(value.end, ` })["${name}"]`);
  if (last !== undefined) edits.replace(last.expression.end, last.end, ")];");
  for (const loop of loops) closeLoop(edits, loop, references, hidden);
  return { edits, isAsync, last: last && toCell(last.getStart(file)) };
}

/** `import x = …` becomes `const x = …`; `require` is the cell's own, whatever else the cell calls so. */
function rewriteEquals(
  edits: Edits,
  file: ts.SourceFile,
  statement: ts.ImportEqualsDeclaration,
  isValue: boolean,
): void {
  const start = statement.getStart(file);
  const { moduleReference } = statement;
  if (!isValue) {
    edits.replace(start, statement.end, `${statement.getText(file).replace(/[^\n]/g, "")};`);
    return;
  }
  edits.replace(start, start + "import".length, "const");
  if (!ts.isExternalModuleReference(moduleReference)) return;
  const from = moduleReference.getStart(file);
  edits.replace(from, from + "require".length, "__cell.locals.require");
}

/** In a list of one: what answers everything must not be taken for a promise. What `withObject` put before an object goes. */
function returnFrom(
  edits: Edits,
  file: ts.SourceFile,
  last: ts.ExpressionStatement,
  object: number | undefined,
): void {
  const start = last.getStart(file);
  if (object === undefined) edits.insert(start, "return [(");
  else edits.replace(start, object, " return [(");
}
