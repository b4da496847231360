import { complete, completeModule } from "./assist.js";
import { type CellText, cellText, lookedAtText } from "./cellText.js";
import { cellFaults } from "./check.js";
import { type CellChecker, Checker, type View } from "./checker.js";
import { completenessOf } from "./completeness.js";
import { ConfigurationFile, type Language } from "./configuration.js";
import { declaredNames } from "./declared.js";
import { needsNoNames } from "./dots.js";
import { type CellDiagnostic, CompileError, diagnosticAt } from "./error.js";
import { type Form, formOf, isMisfit, prefersOlder } from "./form.js";
import { generate } from "./generate.js";
import { inspect } from "./inspect.js";
import { concernsJavaScript } from "./javascript.js";
import { jsxOf, refusalOf } from "./jsx.js";
import { type Entry, Ledger } from "./ledger.js";
import { magicOf } from "./magics.js";
import { plainType } from "./plainType.js";
import { Reach } from "./reach.js";
import { shownOf } from "./requires.js";
import { isChecked, Settings, strictnessOf } from "./settings.js";
import type { CellCompiler, Declared } from "./types.js";
import { unawaitedQuestions } from "./unawaited.js";
import type { Viewed } from "./viewed.js";

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

  /** Shows a cell to `look`, for completion and inspection. */
  const looking = <Found>(form: Form, offset: number, all: boolean, look: (cell: Viewed) => Found): Found => {
    const { options } = configured.read();
    checker.setOptions(settings.of(options, strict, options.experimentalDecorators ?? false, form.jsx));
    const { text, start } = lookedAtText(form, offset, all, ledger);
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
    const { options } = configured.read();
    const namesOnly = language === "javascript" && !isChecked(source, options);
    const told = namesOnly ? all.filter(concernsJavaScript) : all;
    const refused = cellFaults(told, source, seen, { isConstant, folder });
    const faults =
      refused.length > 0 ? refused : unawaitedQuestions(view, seen.start, source, seen.shown.toCell);
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
    const seen = cellText(source, form, ledger);
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
    if (faults.length > 0) {
      const magic = magicOf(source, faults);
      throw new CompileError(number, magic === undefined ? faults : [magic]);
    }
    const declared = declaredNames(view.file).filter(({ position }) => position >= seen.start);
    const compiled = generate(source, view, seen, declared, ledger, reach, { ...form, options, legacy });
    strict = wanted;
    ledger.record(cell, entriesOf(declared, cell, view));
    checker.keepOnly(ledger.cells());
    return compiled;
  };

  const formed = (source: string): Form => formOf(source, language, configured.read().options);
  return {
    compile,
    remember: (cell, assigned) => ledger.keep(cell, assigned),
    complete(source, offset) {
      const form = formed(source);
      const all = !needsNoNames(form.file, offset);
      const module = completeModule(form.file, offset, folder);
      return module ?? looking(form, offset, all, (cell) => complete(cell, offset));
    },
    inspect: (source, offset, detail = 0) =>
      looking(formed(source), offset, false, (cell) => inspect(cell, offset, detail)),
    isComplete: (source) =>
      completenessOf(source, language, jsxOf(source, configured.read().options) !== undefined),
    release: () => checker.release(),
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
    entries.set(name, { kind: both ? "class" : kind, cell, type, ...(variable && shownOf(file, position)) });
  }
  return entries;
}
