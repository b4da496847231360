import { join } from "node:path";
import ts from "typescript";
import { read, root } from "./files.js";
import { exportedValues } from "./layers.js";

/** What stands behind one `@example`. */
export interface Example {
  /** The file that it describes a part of. */
  readonly path: string;
  /** What it describes: `outputLength`. */
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
      found.set(pos, { path, name, source: ts.getTextOfJSDocComment(comment)?.trim() ?? "" });
    }
  };
  visit(file, "");
  return [...found.values()];
}

/**
 * An example as a module: the names it uses without importing or declaring them are imported from where they are public, or from
 * the file that the example is in.
 */
export function moduleOf({ path, source }: Example): string {
  const own = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) (declares(node) ? own : used).add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parsed(source));
  const beside = namesIn(path);
  const imports = [...used].flatMap((name) => {
    const home = homes.get(name) ?? (beside.has(name) ? fileOf(path) : undefined);
    return home === undefined || own.has(name) ? [] : [`import { ${name} } from "${home}";`];
  });
  return `${imports.join(" ")} export {};\n${source}\n`;
}

/** As an example imports it. */
export function fileOf(path: string): string {
  return join(root, path).replace(/\.ts$/, "");
}

/** What a file exports by its declarations. */
function namesIn(path: string): Set<string> {
  return new Set(
    [...read(path).matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].map(
      ([, name]) => name as string,
    ),
  );
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
