import { join } from "node:path";
import { Files } from "./files.js";
import { globals, globalsFile } from "./globals.js";
import { checkOptions } from "./options.js";
import { createResolver } from "./resolve.js";
import ts from "./typescript.cjs";

/**
 * The language service of one notebook. Its roots are the cell at hand and the kernel's globals; earlier cells come in
 * by import.
 */
export interface CellService {
  readonly files: Files;
  /** The file of the cell at hand. */
  readonly root: string;
  readonly service: ts.LanguageService;
  setStrict(strict: boolean): void;
  /** The program with `text` as the cell at hand. */
  program(text: string): ts.Program;
}

export function createService(folder: string): CellService {
  const files = new Files();
  const root = join(folder, "__cell__.ts");
  files.setCell(root, "export {};\n");
  const roots = [root, globalsFile(folder)];
  files.setCell(globalsFile(folder), globals);
  const loose = checkOptions(folder, false);
  const { resolve, resolveTypes, cache } = createResolver(files, folder, loose);
  let options = loose;
  // TypeScript asks for the cache too, though its types do not say so.
  const host: ts.LanguageServiceHost & Pick<ts.CompilerHost, "getModuleResolutionCache"> = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => roots,
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
    resolveTypeReferenceDirectiveReferences: (references, from) =>
      references.map((reference) =>
        resolveTypes(typeof reference === "string" ? reference : reference.fileName, from),
      ),
    getModuleResolutionCache: () => cache,
  };
  const service = ts.createLanguageService(host);
  return {
    files,
    root,
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
