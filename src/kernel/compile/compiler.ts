import { complete, inspect } from "./assist.js";
import { check } from "./check.js";
import { completenessOf } from "./completeness.js";
import { declaredNames, identifiersIn } from "./declared.js";
import { emit } from "./emit.js";
import { CompileError } from "./error.js";
import { enclosed, evaluates } from "./evaluates.js";
import { withoutExports } from "./exports.js";
import { Hidden } from "./hidden.js";
import { readImports } from "./imports.js";
import { type Entry, Ledger } from "./ledger.js";
import { objectAtEnd, type Shown, withObject } from "./object.js";
import { plainType } from "./plainType.js";
import { directiveOf, prologueOf } from "./prologue.js";
import { Reach } from "./reach.js";
import { rewrite } from "./rewrite.js";
import { createService } from "./service.js";
import { Slots } from "./slots.js";
import type { CellCompiler, CompiledCell, Declared } from "./types.js";
import ts from "./typescript.cjs";

/**
 * A compiler for the cells of one notebook, on TypeScript's language service. `folder` is where the notebook lies:
 * imports are looked for from there. A comment `// @strict` makes this and later cells strict, `// @strict false`
 * ends it.
 */
export function createCompiler({ folder }: { folder: string }): CellCompiler {
  const cells = createService(folder);
  const ledger = new Ledger();
  const slots = new Slots(folder, cells.files);
  const reach = new Reach();
  let strict = false;

  const view = (source: string, all: boolean, show = false) => {
    const written = parse(source);
    const shown = withObject(
      withoutExports(source, written),
      show ? objectAtEnd(source, written) : undefined,
    );
    const own = new Set(declaredNames(written).map(({ name }) => name));
    const wanted = [...(all ? ledger.names() : identifiersIn(written))].filter((name) => !own.has(name));
    const prefix = ledger.prefix(wanted);
    const suffix = own.size > 0 ? `\nexport { ${[...own].join(", ")} };` : "";
    const text = prefix + shown.text + suffix;
    return { text, start: prefix.length, shown, own: [...own], used: ledger.cells(wanted) };
  };

  return {
    compile(source, cell, shown = cell) {
      const wanted = strictnessOf(source) ?? strict;
      cells.setStrict(wanted);
      const seen = view(source, false, true);
      const program = cells.program(seen.text);
      const file = program.getSourceFile(cells.root);
      if (file === undefined) throw new Error(`Cannot compile cell [${shown}]: TypeScript does not see it.`);
      const faults = check(program, file, source, seen, (name) => ledger.kindOf(name) === "const");
      if (faults.length > 0) throw new CompileError(shown, faults);
      const declared = declaredNames(file).filter(({ position }) => position >= seen.start);
      const compiled = generate(source, file, seen, program.getTypeChecker(), declared, ledger, reach);
      strict = wanted;
      ledger.record(cell, entriesOf(declared, cell, file, program.getTypeChecker()));
      if (seen.own.length > 0) slots.keep(cell, seen.text, seen.own, seen.used, ledger.cells());
      return compiled;
    },
    remember(cell, assigned) {
      ledger.keep(cell, assigned);
    },
    // After a dot only what stands before it matters.
    complete: (source, offset) =>
      complete(cells, view(source, !/\.\s*[\w$]*$/.test(source.slice(0, offset))), offset),
    inspect: (source, offset) => inspect(cells, view(source, false), offset),
    isComplete: completenessOf,
  };
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
  file: ts.SourceFile,
  { start, shown }: { start: number; shown: Shown },
  checker: ts.TypeChecker,
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
  const { code: body, locate } = emit(edited, prologue, source, (at) => shown.toCell(at - start));
  const code = inside ? enclosed(body, hidden, isAsync) : body;
  return { code, locate, isAsync, modules: imports.modules, names: [...values.keys()] };
}

/** A name with several declarations is what the strongest of them is: `class` brings type and value. */
function entriesOf(
  declared: readonly Declared[],
  cell: number,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): Map<string, Entry> {
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
