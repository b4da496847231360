import { complete, inspect, type Viewed } from "./assist.js";
import { cellFaults } from "./check.js";
import { type CellChecker, Checker, type View } from "./checker.js";
import { completenessOf } from "./completeness.js";
import { ConfigurationFile, type Language } from "./configuration.js";
import { declaredNames, identifiersIn } from "./declared.js";
import { emit } from "./emit.js";
import { isErasable } from "./erasable.js";
import { type CellDiagnostic, CompileError, diagnosticAt } from "./error.js";
import { enclosed, evaluates } from "./evaluates.js";
import { withoutExports } from "./exports.js";
import { type Form, formOf, isMisfit, prefersOlder } from "./form.js";
import { Hidden } from "./hidden.js";
import { readImports } from "./imports.js";
import { concernsJavaScript } from "./javascript.js";
import { type Jsx, jsxOf, namesOf, refusalOf } from "./jsx.js";
import { type Entry, Ledger } from "./ledger.js";
import { objectAtEnd, type Shown, withObject } from "./object.js";
import { checkOptions, definesFields, emitOptions } from "./options.js";
import { plainType } from "./plainType.js";
import { directiveOf, prologueOf } from "./prologue.js";
import { Reach } from "./reach.js";
import { rewrite } from "./rewrite.js";
import { erase, leave, translate } from "./transform.js";
import type { CellCompiler, CompiledCell, Declared } from "./types.js";
import ts from "./typescript.cjs";

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
      language === "javascript" && !isChecked(source, configured) ? all.filter(concernsJavaScript) : all;
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

/** The options of checks, one object for each kind: the checker is made anew when it gets another one. */
class Settings {
  readonly #folder: string;
  readonly #language: Language;
  readonly #known = new Map<string, ts.CompilerOptions>();
  #given: ts.CompilerOptions | undefined;
  #automatic = false;

  constructor(folder: string, language: Language) {
    this.#folder = folder;
    this.#language = language;
  }

  of(
    given: ts.CompilerOptions,
    strict: boolean | undefined,
    legacy: boolean,
    jsx: Jsx | undefined,
  ): ts.CompilerOptions {
    if (this.#given !== given) this.#known.clear();
    this.#given = given;
    // Cells without JSX are checked as the one before them: a program for each kind takes its time.
    if (jsx !== undefined) this.#automatic = jsx.runtime === "automatic";
    const key = `${strict} ${legacy} ${this.#automatic}`;
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    const options = checkOptions(this.#folder, strict, { ...given, experimentalDecorators: legacy });
    if (this.#automatic && given.jsx !== ts.JsxEmit.ReactJSXDev) options.jsx = ts.JsxEmit.ReactJSX;
    // What is only about types is left out of what is told.
    if (this.#language === "javascript") options.checkJs = true;
    this.#known.set(key, options);
    return options;
  }
}

/** Whether a cell of JavaScript asks for a check of its types. */
function isChecked(source: string, configured: ConfigurationFile): boolean {
  const said = /^\s*\/\/\s*@ts-(no)?check\b/.exec(source);
  return said === null ? configured.read().options.checkJs === true : said[1] === undefined;
}

/** What comments at the beginning of a cell say about its file: there they have to come first. */
function aboutFile(source: string, jsx: Jsx | undefined): string {
  const nocheck = /^\s*(\/\/\s*@ts-nocheck\b)/.exec(source)?.[1];
  return (nocheck === undefined ? "" : `${nocheck}\n`) + (jsx?.comments ?? "");
}

interface CellText {
  readonly text: string;
  /** The cell as it stands in that. */
  readonly shown: Shown;
  /** How many characters of the text stand before the reader's own. */
  readonly start: number;
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
  { extension, jsx, options, legacy }: Form & { options: ts.CompilerOptions; legacy: boolean },
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
  const modules = [...imports.modules];
  const meaningOf = (name: string): string | undefined => {
    const imported = imports.values.get(name);
    if (imported !== undefined) return hidden.imported(imported);
    return values.has(name) || !ledger.has(name) ? undefined : hidden.earlier(name);
  };
  const load = (module: string): string => {
    if (!modules.includes(module)) modules.push(module);
    return `${hidden.name("m")}[${modules.indexOf(module)}]`;
  };
  const translation = {
    ...jsxTranslation(jsx, hidden, meaningOf),
    ...{ extension, load, meaningOf, imports: hidden.name("i") },
  };
  const emitted = { ...emitOptions(options, legacy), ...translation.options };
  const transform = !isErasable(file, start, definesFields(options, legacy))
    ? translate({ ...translation, options: emitted })
    : extension === ".js"
      ? leave
      : erase;
  const { code: body, locate } = emit(edited, transform, isAsync, prologue, source, (at) =>
    shown.toCell(at - start),
  );
  const code = inside ? enclosed(body, hidden, isAsync) : body;
  return { code, locate, isAsync, modules, names: [...values.keys()] };
}

/** How TypeScript is told what JSX becomes: calls of names that nobody writes, and what these stand for. */
function jsxTranslation(
  jsx: Jsx | undefined,
  hidden: Hidden,
  meaningOf: (name: string) => string | undefined,
): { options: ts.CompilerOptions; placeholders: ReadonlyMap<string, string> } {
  if (jsx === undefined) return { options: {}, placeholders: new Map() };
  if (jsx.runtime === "automatic") {
    const kind = jsx.dev ? ts.JsxEmit.ReactJSXDev : ts.JsxEmit.ReactJSX;
    return { options: { jsx: kind, jsxImportSource: jsx.source }, placeholders: new Map() };
  }
  const [factory, fragment] = [hidden.name("h"), hidden.name("f")];
  const meant = (path: string): string => {
    const [root = path, ...members] = path.split(".");
    const value = [meaningOf(root) ?? root, ...members].join(".");
    // A function is called without `this`.
    return members.length === 0 && value !== root ? `(0, ${value})` : value;
  };
  return {
    options: { jsx: ts.JsxEmit.React, jsxFactory: factory, jsxFragmentFactory: fragment },
    placeholders: new Map([
      [factory, meant(jsx.factory)],
      [fragment, meant(jsx.fragment)],
    ]),
  };
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
