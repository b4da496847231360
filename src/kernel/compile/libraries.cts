import ts = require("./typescript.cjs");

/** Whether a file is one of TypeScript's libraries for what came after ES2023. */
function isNewLibrary(path: string): boolean {
  return /\/typescript\/lib\/lib\.(?:es2024|esnext)[\w.]*\.d\.ts$/.test(path);
}

/**
 * The text of a library without what the running Node does not have, as long as before: a cell that uses
 * `Object.groupBy` compiles where that runs, and nowhere else.
 */
function presentOnly(text: string): string {
  const file = ts.createSourceFile("lib.d.ts", text, ts.ScriptTarget.ESNext);
  let left = text;
  const blank = ({ pos, end }: ts.Node): void => {
    left = left.slice(0, pos) + text.slice(pos, end).replace(/[^\r\n]/g, " ") + left.slice(end);
  };
  const visit = (statements: readonly ts.Statement[], holder: object): void => {
    for (const statement of statements) {
      if (ts.isModuleDeclaration(statement) && statement.body && ts.isModuleBlock(statement.body)) {
        const inner = statement.name.text === "global" ? holder : memberOf(holder, statement.name.text);
        if (isObject(inner)) visit(statement.body.statements, inner);
      } else if (ts.isVariableStatement(statement)) {
        const [declaration] = statement.declarationList.declarations;
        if (declaration && ts.isIdentifier(declaration.name) && !(declaration.name.text in holder))
          blank(statement);
      } else if (ts.isInterfaceDeclaration(statement)) {
        const value = describedBy(statement.name.text, holder);
        if (value === undefined) continue;
        for (const member of statement.members)
          if (member.name && isAbsent(member.name, value)) blank(member);
      }
    }
  };
  visit(file.statements, globalThis);
  return left;
}

/** Whether a member is not there: also one named by a symbol that the running Node does not know. */
function isAbsent(name: ts.PropertyName, holder: object): boolean {
  if (ts.isIdentifier(name)) return !(name.text in holder);
  if (!ts.isComputedPropertyName(name) || !ts.isPropertyAccessExpression(name.expression)) return false;
  const { expression, name: symbol } = name.expression;
  return ts.isIdentifier(expression) && expression.text === "Symbol" && !(symbol.text in Symbol);
}

/** The object whose members an interface of a library lists; undefined for one that is only a type. */
function describedBy(name: string, holder: object): object | undefined {
  if (name === "IteratorObject") return prototypeOf(prototypeOf([][Symbol.iterator]()));
  if (name === "AsyncIteratorObject") return undefined;
  const plain = name.replace(/^Readonly(?=(?:Array|Set|Map)$)/, "");
  if (plain.endsWith("Constructor")) return objectOf(memberOf(holder, plain.slice(0, -"Constructor".length)));
  const value = objectOf(memberOf(holder, plain));
  return typeof value === "function" ? objectOf(memberOf(value, "prototype")) : value;
}

const prototypeOf = (value: object): object => Object.getPrototypeOf(value) as object;
const memberOf = (holder: object, name: string): unknown => (holder as Record<string, unknown>)[name];
const objectOf = (value: unknown): object | undefined => (isObject(value) ? value : undefined);

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** The newest form of regular expressions that the running Node knows, as TypeScript's targets have them. */
function newestTarget(): ts.ScriptTarget {
  if (knows("(?i:a)")) return ts.ScriptTarget.ESNext;
  return knows("a", "v") ? ts.ScriptTarget.ES2024 : ts.ScriptTarget.ES2022;
}

function knows(pattern: string, flags?: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
}

export = { isNewLibrary, presentOnly, newestTarget };
