import { complete, completeModule, needsNoNames, type Viewed } from "./assist.js";
import { cellFaults } from "./check.js";
import { type CellChecker, Checker, type View } from "./checker.js";
import { completenessOf } from "./completeness.js";
import { declaredNames, identifiersIn } from "./declared.js";
import { emit } from "./emit.js";
import { isErasable, isPlain } from "./erasable.js";
import { CompileError } from "./error.js";
import { enclosed, evaluates } from "./evaluates.js";
import { withoutExports } from "./exports.js";
import { Hidden } from "./hidden.js";
import { readImports } from "./imports.js";
import { inspect } from "./inspect.js";
import { type Entry, Ledger } from "./ledger.js";
import { magicOf } from "./magics.js";
import { objectAtEnd, type Shown, withObject } from "./object.js";
import { plainType } from "./plainType.js";
import { directiveOf, prologueOf } from "./prologue.js";
import { Reach } from "./reach.js";
import { requireDeclared, shownOf } from "./requires.js";
import { rewrite } from "./rewrite.js";
import { erase, leave, translate } from "./transform.js";
import type { CellCompiler, CompiledCell, Declared } from "./types.js";
import ts from "./typescript.cjs";
import { unawaitedQuestions } from "./unawaited.js";

/**
 * A compiler for the cells of one notebook, on one TypeScript checker. `folder` is where the notebook lies: imports are
 * looked for from there. A comment `// @strict` makes this and later cells strict, `// @strict false` ends it.
 */
export function createCompiler({
  folder,
  checker = new Checker(folder),
}: {
  folder: string;
  checker?: CellChecker;
}): CellCompiler {
  const ledger = new Ledger();
  const reach = new Reach();
  let strict = false;

  /** What stands before and after a cell: the earlier names it uses, or all of them, and its own for later cells. */
  const aroundOf = (
    written: ts.SourceFile,
    all: boolean,
    looking: boolean,
  ): { prefix: string; suffix: string } => {
    const own = new Set(declaredNames(written).map(({ name }) => name));
    const wanted = [...(all ? ledger.names() : identifiersIn(written))].filter((name) => !own.has(name));
    const prefix = ledger.prefix(wanted, looking);
    return { prefix, suffix: own.size > 0 ? `\nexport { ${[...own].join(", ")} };` : "" };
  };

  const textOf = (source: string): CellText => {
    const written = parse(source);
    const shown = withObject(withoutExports(source, written), objectAtEnd(source, written));
    const { prefix, suffix } = aroundOf(written, false, false);
    return { text: prefix + shown.text + suffix, start: prefix.length, shown };
  };

  /** Shows a cell to `look`, for completion and inspection: it may be half written, and nothing stands after it. */
  const looking = <Found>(
    written: ts.SourceFile,
    offset: number,
    needsAll: boolean,
    look: (cell: Viewed) => Found,
  ): Found => {
    const source = written.text;
    const around = aroundOf(written, needsAll, true);
    const isOwn = ledger.has("require") || declaredNames(written).some(({ name }) => name === "require");
    const prefix = (isOwn ? "" : requireDeclared(written)) + around.prefix;
    const plain = withoutExports(source, written);
    // In an `export { … }` the cursor would stand in blanks.
    const isBlank =
      plain.slice(Math.max(0, offset - 1), offset + 1) !== source.slice(Math.max(0, offset - 1), offset + 1);
    const view = checker.open(prefix + (isBlank ? source : plain));
    try {
      return look({ ...view, host: checker.languageHost, start: prefix.length });
    } finally {
      checker.close(view);
      checker.looked();
    }
  };

  const compile: CellCompiler["compile"] = (source, cell, number = cell) => {
    const wanted = strictnessOf(source) ?? strict;
    checker.setStrict(wanted);
    const seen = textOf(source);
    const view = checker.open(seen.text, cell);
    const isConstant = (name: string): boolean => ledger.kindOf(name) === "const";
    const refused = cellFaults(checker.faults(view), source, seen, { isConstant, folder });
    const faults =
      refused.length > 0 ? refused : unawaitedQuestions(view, seen.start, source, seen.shown.toCell);
    if (faults.length > 0) {
      checker.close(view);
      // What was reported before, for a completion, might be missing.
      if (checker.spoil()) return compile(source, cell, number);
      const magic = magicOf(source, faults);
      throw new CompileError(number, magic === undefined ? faults : [magic]);
    }
    const declared = declaredNames(view.file).filter(({ position }) => position >= seen.start);
    const compiled = generate(source, view, seen, declared, ledger, reach);
    strict = wanted;
    ledger.record(cell, entriesOf(declared, cell, view));
    checker.keepOnly(ledger.cells());
    return compiled;
  };

  return {
    compile,
    remember: (cell, assigned) => ledger.keep(cell, assigned),
    complete(source, offset) {
      const written = parse(source);
      const module = completeModule(written, offset, folder);
      const needsAll = !needsNoNames(written, offset);
      return module ?? looking(written, offset, needsAll, (cell) => complete(cell, offset));
    },
    inspect: (source, offset, detail = 0) =>
      looking(parse(source), offset, false, (cell) => inspect(cell, offset, detail)),
    isComplete: completenessOf,
  };
}

interface CellText {
  readonly text: string;
  /** The cell as it stands in that. */
  readonly shown: Shown;
  /** How many characters of the text stand before the reader's own. */
  readonly start: number;
}

function parse(source: string): ts.SourceFile {
  return ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
}

function strictnessOf(source: string): boolean | undefined {
  const found = /^[ \t]*\/\/[ \t]*@strict(?:[ \t]+(true|false))?[ \t]*$/m.exec(source);
  return found === null ? undefined : found[1] !== "false";
}

function generate(
  source: string,
  { file, checker }: View,
  { start, shown }: CellText,
  declared: readonly Declared[],
  ledger: Ledger,
  reach: Reach,
): CompiledCell {
  const imports = readImports(file, start, checker);
  const values = new Map<string, Declared["kind"]>();
  for (const { name, kind } of declared) {
    if (kind !== "type" && (kind !== "import" || imports.values.has(name))) values.set(name, kind);
  }
  const used = identifiersIn(file);
  const interesting = new Set([...ledger.names(), ...values.keys()]);
  const hidden = new Hidden(used);
  const kindOf = (name: string): Declared["kind"] | undefined => ledger.kindOf(name);
  const { edits, isAsync } = rewrite(file, start, checker, imports, hidden, {
    interesting,
    kindOf,
    reach,
    object: shown.object === undefined ? undefined : start + shown.object,
  });
  const edited = edits.apply(file.text, start, start + shown.text.length);
  const inside = used.has("__cell") || evaluates(file, start);
  const cell = inside ? hidden.name("cell") : "__cell";
  const prologue = directiveOf(file, start) + prologueOf(values, imports.values, used, hidden, cell);
  const transform = !isErasable(file, start) ? translate : isPlain(file, start) ? leave : erase;
  const { code: body, locate } = emit(edited, transform, isAsync, prologue, source, (at) =>
    shown.toCell(at - start),
  );
  const code = inside ? enclosed(body, hidden, isAsync) : body;
  const imported = new Map([...imports.values].map(([name, text]) => [text, name]));
  return { code, locate, isAsync, modules: imports.modules, names: [...values.keys()], imported };
}

/** A name with several declarations is what the strongest of them is: `class` brings type and value. */
function entriesOf(declared: readonly Declared[], cell: number, { file, checker }: View): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { name, kind, position } of declared) {
    const before = entries.get(name)?.kind;
    const both = before !== undefined && before !== kind;
    const variable = !both && (kind === "let" || kind === "const");
    const type = variable ? plainType(checker, file, position) : undefined;
    entries.set(name, { kind: both ? "class" : kind, cell, type, ...(variable && shownOf(file, position)) });
  }
  return entries;
}
