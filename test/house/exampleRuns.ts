import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { type Example, entries, fileOf, moduleOf, parsed } from "./examples.js";
import { beginsLikeValue, difference, readValue } from "./exampleValues.js";
import { root } from "./files.js";

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
  const beside = { [fileOf(example.path)]: (await import(join(root, example.path))) as object };
  const elsewhere = createRequire(import.meta.url);
  const require = (name: string) => modules[name] ?? beside[name] ?? elsewhere(name);
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
