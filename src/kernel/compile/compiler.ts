import { complete, inspect, type Viewed } from "./assist.js";
import { cellFaults } from "./check.js";
import { type CellChecker, Checker, type View } from "./checker.js";
import { completenessOf } from "./completeness.js";
import { declaredNames, identifiersIn } from "./declared.js";
import { emit } from "./emit.js";
import { isErasable } from "./erasable.js";
import { CompileError } from "./error.js";
import { withoutExports } from "./exports.js";
import { readImports } from "./imports.js";
import { type Entry, Ledger } from "./ledger.js";
import { plainType } from "./plainType.js";
import { prologueOf } from "./prologue.js";
import { rewrite } from "./rewrite.js";
import { erase, translate } from "./transform.js";
import type { CellCompiler, CompiledCell, Declared } from "./types.js";
import ts from "./typescript.cjs";

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
  let strict = false;

  const textOf = (source: string, all: boolean): CellText => {
    const written = parse(source);
    const plain = withoutExports(source, written);
    const own = new Set(declaredNames(written).map(({ name }) => name));
    const wanted = [...(all ? ledger.names() : identifiersIn(written))].filter((name) => !own.has(name));
    const prefix = ledger.prefix(wanted, (cell) => checker.moduleOf(cell));
    const suffix = own.size > 0 ? `\nexport { ${[...own].join(", ")} };` : "";
    return { text: prefix + plain + suffix, start: prefix.length };
  };

  /** Shows a cell to `look`, for completion and inspection. */
  const looking = <Found>(source: string, all: boolean, look: (cell: Viewed) => Found): Found => {
    const { text, start } = textOf(source, all);
    const view = checker.open(text);
    try {
      return look({ ...view, host: checker.languageHost, start });
    } finally {
      checker.close(view);
      checker.looked();
    }
  };

  const compile: CellCompiler["compile"] = (source, cell, shown = cell) => {
    const wanted = strictnessOf(source) ?? strict;
    checker.setStrict(wanted);
    const { text, start } = textOf(source, false);
    const view = checker.open(text, cell);
    const isConstant = (name: string): boolean => ledger.kindOf(name) === "const";
    const faults = cellFaults(checker.faults(view), source, start, isConstant);
    if (faults.length > 0) {
      checker.close(view);
      // What was reported before, for a completion, might be missing.
      if (checker.spoil()) return compile(source, cell, shown);
      throw new CompileError(shown, faults);
    }
    const declared = declaredNames(view.file).filter(({ position }) => position >= start);
    const compiled = generate(source, view, start, declared, ledger);
    strict = wanted;
    ledger.record(cell, entriesOf(declared, cell, view));
    checker.keepOnly(ledger.cells());
    return compiled;
  };

  return {
    compile,
    remember: (cell, assigned) => ledger.keep(cell, assigned),
    complete: (source, offset) =>
      // After a dot only what stands before it matters.
      looking(source, !/\.\s*[\w$]*$/.test(source.slice(0, offset)), (cell) => complete(cell, offset)),
    inspect: (source, offset) => looking(source, false, (cell) => inspect(cell, offset)),
    isComplete: completenessOf,
  };
}

interface CellText {
  readonly text: string;
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
  start: number,
  declared: readonly Declared[],
  ledger: Ledger,
): CompiledCell {
  const imports = readImports(file, start, checker);
  const values = new Map<string, Declared["kind"]>();
  for (const { name, kind } of declared) {
    if (kind !== "type" && (kind !== "import" || imports.values.has(name))) values.set(name, kind);
  }
  const used = identifiersIn(file);
  const interesting = new Set([...ledger.names(), ...values.keys()]);
  const { edits, isAsync } = rewrite(file, start, checker, imports, {
    interesting,
    known: (name) => ledger.has(name),
  });
  const edited = edits.apply(file.text, start, start + source.length);
  const transform = isErasable(file, start) ? erase : translate;
  const prologue = prologueOf(values, imports.values, used);
  const { code, locate } = emit(edited, transform, isAsync, prologue, source, (at) => at - start);
  return { code, locate, isAsync, modules: imports.modules, names: [...values.keys()] };
}

/** A name with several declarations is what the strongest of them is: `class` brings type and value. */
function entriesOf(declared: readonly Declared[], cell: number, { file, checker }: View): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { name, kind, position } of declared) {
    const before = entries.get(name)?.kind;
    const both = before !== undefined && before !== kind;
    const variable = !both && (kind === "let" || kind === "const");
    const type = variable ? plainType(checker, file, position) : undefined;
    entries.set(name, { kind: both ? "class" : kind, cell, type });
  }
  return entries;
}
