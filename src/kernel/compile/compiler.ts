import { join } from "node:path";
import ts from "typescript";
import { complete, inspect, type Viewed } from "./assist.js";
import { check } from "./check.js";
import { completenessOf } from "./completeness.js";
import { declaredNames, identifiersIn } from "./declared.js";
import { emit } from "./emit.js";
import { CompileError } from "./error.js";
import { withoutExports } from "./exports.js";
import { readImports } from "./imports.js";
import { type Entry, Ledger } from "./ledger.js";
import { plainType } from "./plainType.js";
import { prologueOf } from "./prologue.js";
import { rewrite } from "./rewrite.js";
import { type CellService, createService } from "./service.js";
import type { CellCompiler, CompiledCell, Declared } from "./types.js";

/**
 * A compiler for the cells of one notebook, on TypeScript's language service. `folder` is where the notebook lies:
 * imports are looked for from there. A comment `// @strict` makes this and later cells strict, `// @strict false`
 * ends it.
 */
export function createCompiler({ folder }: { folder: string }): CellCompiler {
  const cells = createService(folder);
  const ledger = new Ledger();
  const links = new Map<string, readonly string[]>();
  let strict = false;

  const view = (source: string, all: boolean): Viewed & { file: ts.SourceFile } => {
    const written = parse(source);
    const plain = withoutExports(source, written);
    const own = new Set(declaredNames(written).map(({ name }) => name));
    const wanted = [...(all ? ledger.names() : identifiersIn(written))].filter((name) => !own.has(name));
    const prefix = ledger.prefix(wanted);
    const suffix = own.size > 0 ? `\nexport { ${[...own].join(", ")} };` : "";
    return { text: prefix + plain + suffix, start: prefix.length, file: written };
  };

  return {
    compile(source, cell, shown = cell) {
      const wanted = strictnessOf(source) ?? strict;
      cells.setStrict(wanted);
      const seen = view(source, false);
      const program = cells.program(seen.text);
      const file = program.getSourceFile(cells.root);
      if (file === undefined) throw new Error(`Cannot compile cell [${shown}]: TypeScript does not see it.`);
      const faults = check(program, file, source, seen.start, (name) => ledger.kindOf(name) === "const");
      if (faults.length > 0) throw new CompileError(shown, faults);
      const declared = declaredNames(file).filter(({ position }) => position >= seen.start);
      const compiled = generate(source, file, seen.start, program.getTypeChecker(), declared, ledger);
      strict = wanted;
      const module = `./__cell_${cell}__`;
      ledger.record(cell, entriesOf(declared, module, file, program.getTypeChecker()));
      cells.files.setCell(join(folder, `${module}.ts`), seen.text);
      links.set(
        module,
        [...seen.text.slice(0, seen.start).matchAll(/"(\.\/__cell_\d+__)"/g)].map(([, to]) => to ?? ""),
      );
      retain(cells, folder, reachable(ledger.modules().add(module), links));
      return compiled;
    },
    remember(cell, assigned) {
      ledger.keep(cell, assigned);
    },
    complete: (source, offset) => complete(cells, view(source, true), offset),
    inspect: (source, offset) => inspect(cells, view(source, true), offset),
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
  start: number,
  checker: ts.TypeChecker,
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
  const { edits, isAsync, lastExpression } = rewrite(file, start, checker, imports, {
    interesting,
    known: (name) => ledger.has(name),
  });
  const edited = edits.apply(file.text, start, start + source.length);
  const { code, locate } = emit(edited, prologueOf(values, imports.values, used), source, (at) => at - start);
  return { code, locate, isAsync, lastExpression, modules: imports.modules, names: [...values.keys()] };
}

/** A name with several declarations is what the strongest of them is: `class` brings type and value. */
function entriesOf(
  declared: readonly Declared[],
  module: string,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { name, kind, position } of declared) {
    const before = entries.get(name)?.kind;
    const both = before !== undefined && before !== kind;
    const variable = !both && (kind === "let" || kind === "const");
    const type = variable ? plainType(checker, file, position) : undefined;
    entries.set(name, { kind: both ? "class" : kind, module, type });
  }
  return entries;
}

function reachable(from: Set<string>, links: ReadonlyMap<string, readonly string[]>): Set<string> {
  for (const module of from) for (const next of links.get(module) ?? []) from.add(next);
  return from;
}

function retain(cells: CellService, folder: string, modules: ReadonlySet<string>): void {
  const paths = [...modules].map((module) => join(folder, `${module}.ts`));
  cells.files.retainCells(new Set([cells.root, cells.globals, ...paths]));
}
