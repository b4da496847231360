import { defaultOf, firstSentence } from "./docComments.js";
import type { Field } from "./fieldLists.js";
import { Writer } from "./memberWriter.js";
import ts from "./typescript.cjs";

/** How deep the fields of fields are looked at. */
const deepest = 2;

/** What the fields of types are, as a reader of options wants to know them. */
export class Fields {
  readonly #checker: ts.TypeChecker;
  readonly #write: Writer;
  readonly #place: ts.Node;

  constructor(checker: ts.TypeChecker, place: ts.Node) {
    this.#checker = checker;
    this.#place = place;
    this.#write = new Writer(checker, place);
  }

  /** The fields of options, or of a list of them; where there is a choice of several kinds, each kind in a line. Empty for other types. */
  ofOptions(type: ts.Type, defaults: ReadonlyMap<string, string> = new Map(), depth = 0): Field[] {
    // The same fields under two names are one kind.
    const kinds = new Map(this.#kindsOf(type).map((kind) => [this.#namesIn(kind), kind]));
    const [only] = kinds.values();
    if (kinds.size > 1) return depth > 0 ? [] : [...kinds].map(([names, kind]) => lineOf(names, kind));
    return only === undefined ? [] : this.of(only, defaults, depth);
  }

  /** All fields of a type. */
  of(type: ts.Type, defaults: ReadonlyMap<string, string> = new Map(), depth = 0): Field[] {
    return this.#write.visible(type.getProperties()).map((symbol) => {
      const tags = symbol.getJsDocTags(this.#checker).filter(({ name }) => /^default(?:Value)?$/.test(name));
      const [given] = tags.map(({ text }) => ts.displayPartsToString(text));
      const own = this.#checker.getTypeOfSymbolAtLocation(symbol, this.#place);
      const known = defaults.get(symbol.name);
      return {
        head: this.#headOf(symbol),
        otherwise: given !== undefined ? defaultOf(given) : known === undefined ? "" : `\`${known}\``,
        words: firstSentence(ts.displayPartsToString(symbol.getDocumentationComment(this.#checker))),
        inner: depth < deepest ? this.ofOptions(own, undefined, depth + 1) : [],
      };
    });
  }

  /** `batchSize?: number`: that what is optional may be undefined goes without saying. */
  #headOf(symbol: ts.Symbol): string {
    const line = this.#write.member(symbol)[0]?.replace(/;$/, "") ?? symbol.name;
    return (symbol.flags & ts.SymbolFlags.Optional) === 0 ? line : line.replace(/ \| undefined$/, "");
  }

  /** The kinds of options that a type allows: of `Options | string`, one. */
  #kindsOf(type: ts.Type): ts.Type[] {
    const bare = this.#checker.getNonNullableType(type);
    const isParameter = (bare.flags & ts.TypeFlags.TypeParameter) !== 0;
    const known = isParameter ? (this.#checker.getBaseConstraintOfType(bare) ?? bare) : bare;
    if (known.isUnion()) return known.types.flatMap((each) => this.#kindsOf(each));
    if (this.#checker.isArrayType(known)) {
      const [element] = this.#checker.getTypeArguments(known as ts.TypeReference);
      return element === undefined ? [] : this.#kindsOf(element);
    }
    return isOptions(known) ? [known] : [];
  }

  /** `{ kind: "conv"; filters; stride? }`. */
  #namesIn(type: ts.Type): string {
    const names = this.#write.visible(type.getProperties()).map((symbol) => {
      const own = this.#checker.getTypeOfSymbolAtLocation(symbol, this.#place);
      const isChoice = own.isUnion() && own.types.every((each) => each.isStringLiteral());
      if ((symbol.flags & ts.SymbolFlags.Optional) !== 0) return `${symbol.name}?`;
      return `${symbol.name}${own.isStringLiteral() || isChoice ? `: ${this.#checker.typeToString(own)}` : ""}`;
    });
    return `{ ${names.join("; ")} }`;
  }
}

/** One kind of options, after its name if it has one. */
function lineOf(names: string, type: ts.Type): Field {
  const { aliasSymbol, symbol } = type as { aliasSymbol?: ts.Symbol; symbol?: ts.Symbol };
  const name = aliasSymbol?.name ?? symbol?.name ?? "__type";
  return { head: `${name.startsWith("__") ? "" : `${name} `}${names}`, otherwise: "", words: "", inner: [] };
}

/** Whether a type is plain data, as options are: no class, no function, and nothing that has work of its own to do. */
function isOptions(type: ts.Type): boolean {
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return false;
  if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) return false;
  const symbol = type.symbol as ts.Symbol | undefined;
  const flags = symbol?.flags ?? 0;
  if ((flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Variable)) !== 0) return false;
  if ((flags & ts.SymbolFlags.Interface) !== 0 && isOfLanguage(symbol)) return false;
  const properties = type.getProperties();
  const works = properties.some(
    ({ flags }) => (flags & ts.SymbolFlags.Method) !== 0 && (flags & ts.SymbolFlags.Optional) === 0,
  );
  return properties.length > 0 && !works;
}

/** Whether something is declared in TypeScript's own library. */
function isOfLanguage(symbol: ts.Symbol | undefined): boolean {
  const files = (symbol?.declarations ?? []).map((each) => each.getSourceFile().fileName);
  return files.some((name) => /(?:^|\/)lib\.[\w.]+\.d\.ts$/.test(name));
}
