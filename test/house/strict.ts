import { join } from "node:path";
import ts from "typescript";
import type { Cell } from "../notebooks/notebook.js";
import { root } from "./files.js";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  types: ["node"],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Declarations read once for all lessons: parsing TensorFlow's takes seconds. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Faults of a lesson's code cells read as one strict module, which also refuses a name declared twice. */
export function strictFaults(name: string, cells: readonly Cell[]): string[] {
  const code = cells.filter((cell) => cell.cell_type === "code");
  const path = join(root, "notebooks", `${name}.ts`);
  const source = code.map((cell) => cell.source).join("\n");
  // Which cell a line of the module is from.
  const owners = code.flatMap((cell) => cell.source.split("\n").map((_, line) => `${cell.id}:${line + 1}`));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => file === path || fileExists(file);
  host.readFile = (file) => (file === path ? source : readFile(file));
  host.getSourceFile = (file, ...rest) => {
    if (file === path) return ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
    if (!parsed.has(file)) parsed.set(file, getSourceFile(file, ...rest));
    return parsed.get(file);
  };
  host.getCurrentDirectory = () => root;
  const program = ts.createProgram([path], options, host);
  const file = program.getSourceFile(path);
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((found) => {
    const line = found.start === undefined ? 0 : (file?.getLineAndCharacterOfPosition(found.start).line ?? 0);
    return `${owners[line]} ${ts.flattenDiagnosticMessageText(found.messageText, " ")}`;
  });
}
