import type { FullChecker } from "./internals.js";
import ts from "./typescript.cjs";

/** Members in one line each. */
export class Writer {
  readonly #checker: ts.TypeChecker;
  readonly #place: ts.Node;

  constructor(checker: ts.TypeChecker, place: ts.Node) {
    this.#checker = checker;
    this.#place = place;
  }

  interface(type: ts.Type, isListed: boolean): string[] {
    const own = type.getCallSignatures().map((each) => `${this.#signature(each)};`);
    const made = type.getConstructSignatures().map((each) => `new ${this.#signature(each)};`);
    const indexed = this.#checker
      .getIndexInfosOfType(type)
      .map(
        (info) =>
          `${info.isReadonly ? "readonly " : ""}[key: ${this.#type(info.keyType)}]: ${this.#type(info.type)};`,
      );
    const members = isListed ? [] : this.#members(type.getProperties());
    return [...own, ...made, ...indexed, ...members];
  }

  class(symbol: ts.Symbol): string[] {
    const type = this.#checker.getTypeOfSymbolAtLocation(symbol, this.#place);
    const own = new Set((symbol.exports ?? new Map<ts.__String, ts.Symbol>()).values());
    const statics = type.getProperties().filter((each) => own.has(each) && each.name !== "prototype");
    const made = type.getConstructSignatures().map((each) => {
      const written = this.#signature(each);
      return `constructor${written.slice(0, written.lastIndexOf("): ") + 1).replace(/^<[^(]*>/, "")};`;
    });
    const inner = this.#members(this.#checker.getDeclaredTypeOfSymbol(symbol).getProperties());
    return [...made, ...inner, ...this.#members(statics).map((line) => `static ${line}`)];
  }

  enum(symbol: ts.Symbol): string[] {
    return this.#checker.getExportsOfModule(symbol).map(({ name, valueDeclaration }) => {
      const value =
        valueDeclaration && ts.isEnumMember(valueDeclaration)
          ? this.#checker.getConstantValue(valueDeclaration)
          : undefined;
      return value === undefined ? `${name},` : `${name} = ${JSON.stringify(value)},`;
    });
  }

  /** Values first, then types. */
  exports(symbol: ts.Symbol): string[] {
    const { flags } = symbol;
    const all =
      (flags & ts.SymbolFlags.Module) === 0
        ? []
        : (this.#checker as FullChecker).getExportsAndPropertiesOfModule(symbol);
    if ((flags & ts.SymbolFlags.Variable) !== 0)
      all.push(...this.#checker.getTypeOfSymbolAtLocation(symbol, this.#place).getProperties());
    const lines = all.filter(({ name }) => name !== "export=").map((each) => this.#exported(each));
    const isType = (line: string): boolean => /^(?:interface|type|namespace) /.test(line);
    return [...lines.filter((line) => !isType(line)), ...lines.filter(isType)];
  }

  /** Those of all members that a reader can use. */
  visible(all: readonly ts.Symbol[]): ts.Symbol[] {
    return all.filter((each) => {
      const { valueDeclaration, name } = each;
      if ((modifiersOf(each) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0) return false;
      // Symbols and private names have none that a reader would write.
      const declared = valueDeclaration && ts.getNameOfDeclaration(valueDeclaration);
      return !name.startsWith("__") && !(declared && ts.isPrivateIdentifier(declared));
    });
  }

  #members(all: readonly ts.Symbol[]): string[] {
    return this.visible(all).flatMap((each) => this.member(each));
  }

  /** A line for each of its signatures. */
  member(symbol: ts.Symbol): string[] {
    const isReadonly = (modifiersOf(symbol) & ts.ModifierFlags.Readonly) !== 0;
    const name = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(symbol.name)
      ? symbol.name
      : JSON.stringify(symbol.name);
    const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0 ? "?" : "";
    const type = this.#checker.getTypeOfSymbolAtLocation(symbol, this.#place);
    if ((symbol.flags & ts.SymbolFlags.Method) !== 0) {
      const signatures = this.#checker.getNonNullableType(type).getCallSignatures();
      if (signatures.length > 0)
        return signatures.map((each) => `${name}${isOptional}${this.#signature(each)};`);
    }
    return [`${isReadonly ? "readonly " : ""}${name}${isOptional}: ${this.#type(type)};`];
  }

  #exported(symbol: ts.Symbol): string {
    const { name } = symbol;
    const target =
      (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : this.#checker.getAliasedSymbol(symbol);
    const { flags } = target;
    if ((flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Method)) !== 0) {
      const [first, ...more] = this.#checker
        .getTypeOfSymbolAtLocation(target, this.#place)
        .getCallSignatures();
      if (first === undefined) return `function ${name};`;
      return `function ${name}${this.#signature(first)};${more.length > 0 ? ` // +${more.length}` : ""}`;
    }
    if ((flags & ts.SymbolFlags.Class) !== 0) return `class ${name};`;
    if ((flags & ts.SymbolFlags.Enum) !== 0) return `enum ${name};`;
    if ((flags & (ts.SymbolFlags.Variable | ts.SymbolFlags.Property)) !== 0)
      return `const ${name}: ${this.#type(this.#checker.getTypeOfSymbolAtLocation(target, this.#place))};`;
    if ((flags & ts.SymbolFlags.Interface) !== 0) return `interface ${name};`;
    if ((flags & ts.SymbolFlags.TypeAlias) !== 0) return `type ${name};`;
    return (flags & ts.SymbolFlags.Module) !== 0 ? `namespace ${name};` : `${name};`;
  }

  /** Types by their plain names, wherever they are from. */
  #signature(signature: ts.Signature): string {
    return this.#checker.signatureToString(signature);
  }

  #type(type: ts.Type): string {
    return this.#checker.typeToString(type);
  }
}

function modifiersOf({ valueDeclaration }: ts.Symbol): ts.ModifierFlags {
  return valueDeclaration ? ts.getCombinedModifierFlags(valueDeclaration) : 0;
}
