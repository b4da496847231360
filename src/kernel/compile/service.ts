import { join } from "node:path";
import ts from "typescript";
import { Files } from "./files.js";
import { globals } from "./globals.js";
import { checkOptions } from "./options.js";
import { createResolver } from "./resolve.js";

/** The language service of one notebook. Its only root is the cell at hand; earlier cells come in by import. */
export interface CellService {
  readonly files: Files;
  /** The file of the cell at hand. */
  readonly root: string;
  /** The file that declares what the kernel itself offers. */
  readonly globals: string;
  readonly service: ts.LanguageService;
  setStrict(strict: boolean): void;
  /** The program with `text` as the cell at hand. */
  program(text: string): ts.Program;
}

export function createService(folder: string): CellService {
  const files = new Files();
  const root = join(folder, "__cell__.ts");
  files.setCell(root, "export {};\n");
  const declarations = join(folder, "__kernel__.d.ts");
  files.setCell(declarations, globals);
  const loose = checkOptions(folder, false);
  const resolve = createResolver(files, loose);
  let options = loose;
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [root, declarations],
    getScriptVersion: (path) => files.version(path),
    getScriptSnapshot: (path) => files.snapshot(path),
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (path) => files.exists(path),
    readFile: (path) => files.read(path),
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    readDirectory: ts.sys.readDirectory,
    useCaseSensitiveFileNames: () => true,
    ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => ({ resolvedModule: resolve(text, from) })),
  };
  const service = ts.createLanguageService(host);
  return {
    files,
    root,
    globals: declarations,
    service,
    setStrict(strict) {
      if ((options.strict ?? false) !== strict) options = strict ? checkOptions(folder, true) : loose;
    },
    program(text) {
      files.setCell(root, text);
      const program = service.getProgram();
      if (program === undefined)
        throw new Error(`Cannot check cells in ${folder}: TypeScript gave no program.`);
      return program;
    },
  };
}
