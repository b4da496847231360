import { complete, inspect, type Viewed } from "./assist.js";
import { cellFaults } from "./check.js";
import { type CellChecker, Checker, type View } from "./checker.js";
import { completenessOf } from "./completeness.js";
import { ConfigurationFile, type Language } from "./configuration.js";
import { declaredNames, identifiersIn } from "./declared.js";
import { type CellDiagnostic, CompileError, diagnosticAt } from "./error.js";
import { withoutExports } from "./exports.js";
import { type Form, formOf, isMisfit, prefersOlder } from "./form.js";
import { type CellText, generate } from "./generate.js";
import { concernsJavaScript } from "./javascript.js";
import { jsxOf, namesOf, refusalOf } from "./jsx.js";
import { type Entry, Ledger } from "./ledger.js";
import { objectAtEnd, withObject } from "./object.js";
import { plainType } from "./plainType.js";
import { Reach } from "./reach.js";
import { aboutFile, isChecked, Settings, strictnessOf } from "./settings.js";
import type { CellCompiler, Declared } from "./types.js";

/**
 * A compiler for the cells of one notebook, on one TypeScript checker. `folder` is where the notebook lies: imports are
 * looked for from there, and its tsconfig.json says how cells are checked; `warn` gets a line for each thing wrong with
 * that. A comment `// @strict` makes this and later cells strict, `// @strict false` ends it.
 */
export function createCompiler({
  folder,
  language = "typescript",
  checker = new Checker(folder),
  warn = (line) => process.stderr.write(`${line}\n`),
}: {
  folder: string;
  language?: Language | undefined;
  checker?: CellChecker;
  warn?: (line: string) => unknown;
}): CellCompiler {
  const ledger = new Ledger();
  const reach = new Reach();
  const configured = new ConfigurationFile(folder, language);
  const settings = new Settings(folder, language);
  let strict: boolean | undefined;

  const textOf = (source: string, { file: written, jsx }: Form, all: boolean, show: boolean): CellText => {
    const shown = withObject(
      withoutExports(source, written),
      show ? objectAtEnd(source, written) : undefined,
    );
    const own = new Set(declaredNames(written).map(({ name }) => name));
    const used = all ? ledger.names() : [...identifiersIn(written), ...namesOf(jsx)];
    const wanted = [...new Set(used)].filter((name) => !own.has(name));
    const prefix = aboutFile(source, jsx) + ledger.prefix(wanted, (cell) => checker.moduleOf(cell));
    const suffix = own.size > 0 ? `\nexport { ${[...own].join(", ")} };` : "";
    return { text: prefix + shown.text + suffix, start: prefix.length, shown };
  };

  /** Shows a cell to `look`, for completion and inspection. */
  const looking = <Found>(source: string, all: boolean, look: (cell: Viewed) => Found): Found => {
    const { options } = configured.read();
    const form = formOf(source, language, options);
    checker.setOptions(settings.of(options, strict, options.experimentalDecorators ?? false, form.jsx));
    const { text, start } = textOf(source, form, all, false);
    const view = checker.open(text, undefined, form);
    try {
      return look({ ...view, host: checker.languageHost, start });
    } finally {
      checker.close(view);
      checker.looked();
    }
  };

  /** Checks a cell, again where not all may have been told. A cell with faults is forgotten. */
  const check = (source: string, seen: CellText, cell: number, form: Form): Checked => {
    const view = checker.open(seen.text, cell, form);
    const isConstant = (name: string): boolean => ledger.kindOf(name) === "const";
    const all = checker.faults(view, seen.start);
    const told =
      language === "javascript" && !isChecked(source, configured.read().options)
        ? all.filter(concernsJavaScript)
        : all;
    const faults = cellFaults(told, source, seen, isConstant);
    if (faults.length === 0) return { view, faults };
    checker.close(view);
    // What was reported before, for a completion, might be missing.
    return checker.spoil() ? check(source, seen, cell, form) : { view, faults };
  };

  const compile: CellCompiler["compile"] = (source, cell, number = cell) => {
    const { options } = configured.read();
    for (const line of configured.unsaid()) warn(line);
    const wanted = strictnessOf(source) ?? strict;
    const form = formOf(source, language, options);
    if (form.stray !== undefined) {
      const { start, length } = form.stray;
      throw new CompileError(number, [diagnosticAt(source, start, length, refusalOf(options), 17004)]);
    }
    const seen = textOf(source, form, false, true);
    const attempt = (legacy: boolean): Checked & { legacy: boolean } => {
      checker.setOptions(settings.of(options, wanted, legacy, form.jsx));
      return { ...check(source, seen, cell, form), legacy };
    };
    const first = options.experimentalDecorators ?? prefersOlder(source, language);
    let checked = attempt(first);
    if (options.experimentalDecorators === undefined && checked.faults.some(isMisfit)) {
      const other = attempt(!first);
      if (!other.faults.some(isMisfit)) checked = other;
    }
    const { view, faults, legacy } = checked;
    if (faults.length > 0) throw new CompileError(number, faults);
    const declared = declaredNames(view.file).filter(({ position }) => position >= seen.start);
    const compiled = generate(source, view, seen, declared, ledger, reach, { ...form, options, legacy });
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
    isComplete: (source) =>
      completenessOf(source, language, jsxOf(source, configured.read().options) !== undefined),
  };
}

interface Checked {
  readonly view: View;
  readonly faults: readonly CellDiagnostic[];
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
