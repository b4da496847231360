import ts from "typescript";
import { read } from "./files.js";
import { exportedValues } from "./layers.js";

/** What stands behind one `@example`. */
export interface Example {
  /** Like `src/arithmetic/window.ts outputLength`. */
  readonly name: string;
  readonly source: string;
}

/** The four lists of public names, in the order in which an example's names are looked for. */
export const entries: Readonly<Record<string, string>> = {
  convlab: "src/index.ts",
  "convlab/arithmetic": "src/arithmetic/index.ts",
  "convlab/charts": "src/charts/index.ts",
  "convlab/lessons": "src/lessons/index.ts",
};

/** Where each public value is found first. */
const homes = new Map(
  Object.entries(entries)
    .reverse()
    .flatMap(([entry, list]) => exportedValues(read(list)).map((name) => [name, entry] as const)),
);

/** Every `@example` in the docstrings of a file. */
export function examplesIn(path: string, text: string): Example[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found = new Map<number, Example>();
  const visit = (node: ts.Node, owner: string): void => {
    const named = node as { name?: ts.Node };
    const name = named.name && ts.isIdentifier(named.name) ? named.name.text : owner;
    // What is inside comes first: the name of a constant is in its declaration, inside the statement with the docstring.
    ts.forEachChild(node, (child) => visit(child, name));
    const tags = ts
      .getJSDocCommentsAndTags(node)
      .flatMap((doc) => (ts.isJSDoc(doc) ? [...(doc.tags ?? [])] : []));
    for (const { tagName, comment, pos } of tags) {
      if (tagName.text !== "example" || found.has(pos)) continue;
      found.set(pos, { name: `${path} ${name}`, source: ts.getTextOfJSDocComment(comment)?.trim() ?? "" });
    }
  };
  visit(file, "");
  return [...found.values()];
}

/** An example as a module: the public names it uses without importing or declaring them are imported. */
export function moduleOf({ source }: Example): string {
  const own = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) (declares(node) ? own : used).add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parsed(source));
  const wanted = [...used].filter((name) => !own.has(name) && homes.has(name));
  const imports = wanted.map((name) => `import { ${name} } from "${homes.get(name)}";`);
  return `${imports.join(" ")} export {};\n${source}\n`;
}

function declares(node: ts.Identifier): boolean {
  const { parent } = node;
  const declaration =
    ts.isVariableDeclaration(parent) ||
    ts.isBindingElement(parent) ||
    ts.isParameter(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isImportSpecifier(parent);
  return declaration && parent.name === node;
}

export function parsed(source: string): ts.SourceFile {
  return ts.createSourceFile("example.ts", source, ts.ScriptTarget.ES2022, true);
}
