import type { CellText } from "./cellText.js";
import type { View } from "./checker.js";
import { identifiersIn } from "./declared.js";
import { emit } from "./emit.js";
import { isErasable, isPlain } from "./erasable.js";
import { erase } from "./erase.js";
import { enclosed, evaluates } from "./evaluates.js";
import type { Form } from "./form.js";
import { Hidden } from "./hidden.js";
import { readImports } from "./imports.js";
import type { Jsx } from "./jsx.js";
import type { Ledger } from "./ledger.js";
import { definesFields, emitOptions } from "./options.js";
import { directiveOf, prologueOf } from "./prologue.js";
import type { Reach } from "./reach.js";
import { rewrite } from "./rewrite.js";
import { leave, translate } from "./transform.js";
import type { CompiledCell, Declared } from "./types.js";
import ts from "./typescript.cjs";

/** A checked cell as JavaScript. */
export function generate(
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
  const toCell = (at: number): number => shown.toCell(at - start);
  const { edits, isAsync, last } = rewrite(file, start, checker, imports, hidden, {
    interesting,
    kindOf,
    reach,
    object: shown.object === undefined ? undefined : start + shown.object,
    toCell,
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
    : extension === ".js" || isPlain(file, start)
      ? leave
      : erase;
  const { code: body, locate, isOwn } = emit(edited, transform, isAsync, prologue, source, toCell);
  const code = inside ? enclosed(body, hidden, isAsync) : body;
  const imported = new Map([...imports.values].map(([name, text]) => [text, name]));
  return { code, locate, isOwn, last, isAsync, modules, names: [...values.keys()], imported };
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
