import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { beginsLikeValue, difference, readValue } from "./exampleValues.js";
import { read, root } from "./files.js";
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
    for (const doc of ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)) {
      for (const tag of doc.tags ?? []) {
        if (tag.tagName.text !== "example") continue;
        const declared = ts.isVariableStatement(node)
          ? node.declarationList.declarations[0]?.name
          : undefined;
        const source = ts.getTextOfJSDocComment(tag.comment)?.trim() ?? "";
        if (!found.has(tag.pos))
          found.set(tag.pos, { name: `${path} ${declared?.getText(file) ?? name}`, source });
      }
    }
    ts.forEachChild(node, (child) => visit(child, name));
  };
  ts.forEachChild(file, (node) => visit(node, ""));
  return [...found.values()];
}

/** An example as a module: the public names it uses without importing them are imported. */
export function moduleOf({ source }: Example): string {
  const file = parsed(source);
  const own = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    const { parent } = node;
    if (ts.isIdentifier(node)) {
      const declares = "name" in parent && parent.name === node && !ts.isPropertyAccessExpression(parent);
      const isMember = ts.isPropertyAccessExpression(parent)
        ? parent.name === node
        : ts.isPropertyAssignment(parent) && parent.name === node;
      if (declares && !ts.isPropertyAssignment(parent) && !ts.isShorthandPropertyAssignment(parent))
        own.add(node.text);
      else if (!isMember) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const wanted = [...used].filter((name) => !own.has(name) && homes.has(name));
  const imports = wanted.map((name) => `import { ${name} } from "${homes.get(name)}";`);
  // On one line, so that the lines after it keep their order.
  return `${imports.join(" ")} export {};\n${source}\n`;
}

/** What TypeScript, strict, says of the examples: for each its faults. */
export function typeFaults(examples: readonly Example[]): string[][] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    paths: Object.fromEntries(Object.entries(entries).map(([entry, list]) => [entry, [join(root, list)]])),
    types: ["node"],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const sources = new Map(
    examples.map((example, index) => [join(root, "test", `example-${index}.ts`), moduleOf(example)]),
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => sources.has(name) || fileExists(name);
  host.readFile = (name) => sources.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const source = sources.get(name);
    return source === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, source, ts.ScriptTarget.ES2022, true);
  };
  host.getCurrentDirectory = () => root;
  const program = ts.createProgram([...sources.keys()], options, host);
  return [...sources.keys()].map((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((found) =>
      ts.flattenDiagnosticMessageText(found.messageText, " "),
    );
  });
}

/**
 * Runs an example, and returns a sentence for each expression whose value is not what the comment behind it says.
 *
 * `f(x) // 24` says that the value is 24. The comment stands on the same line, or alone on the lines below. What comes after the value
 * is a unit or an explanation. A comment that does not begin like a value is a remark, and nothing is compared.
 */
export async function run(example: Example, modules: Readonly<Record<string, object>>): Promise<string[]> {
  const { body, values } = withChecks(moduleOf(example));
  const { outputText } = ts.transpileModule(body, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const faults: string[] = [];
  const check = (index: number, actual: unknown) => {
    const { expression, comment } = values[index] as Valued;
    const found = difference(actual, readValue(comment));
    if (found !== undefined) faults.push(`${expression}: ${found}, the comment says ${comment}`);
    return actual;
  };
  const elsewhere = createRequire(import.meta.url);
  const require = (name: string) => modules[name] ?? elsewhere(name);
  const AsyncFunction = (async () => {}).constructor as new (
    ...parts: string[]
  ) => (...given: unknown[]) => Promise<void>;
  await new AsyncFunction("require", "exports", "__check", outputText)(require, {}, check);
  return faults;
}

interface Valued {
  readonly expression: string;
  readonly comment: string;
}

/** The module with each expression that has a value behind it handed to `__check`. */
function withChecks(source: string): { body: string; values: Valued[] } {
  const file = parsed(source);
  const values: Valued[] = [];
  let body = source;
  let shift = 0;
  for (const statement of file.statements) {
    if (!ts.isExpressionStatement(statement)) continue;
    const comment = commentBehind(source, statement.end);
    if (!beginsLikeValue(comment)) continue;
    const { expression } = statement;
    const text = expression.getText(file);
    const call = `__check(${values.length}, (${text}));`;
    const [start, end] = [expression.getStart(file) + shift, statement.end + shift];
    body = body.slice(0, start) + call + body.slice(end);
    shift += call.length - (end - start);
    values.push({ expression: text, comment });
  }
  return { body, values };
}

/** The comment on the same line, or else those alone on the lines below. */
function commentBehind(source: string, end: number): string {
  const [line = "", ...below] = source.slice(end).split("\n");
  const beside = /^\s*\/\/\s*(.*)$/.exec(line);
  if (beside) return beside[1] as string;
  if (line.trim() !== "") return "";
  const last = below.findIndex((next) => !/^\s*\/\//.test(next));
  return below
    .slice(0, last)
    .map((next) => next.replace(/^\s*\/\/\s*/, ""))
    .join(" ");
}

function parsed(source: string): ts.SourceFile {
  return ts.createSourceFile("example.ts", source, ts.ScriptTarget.ES2022, true);
}
