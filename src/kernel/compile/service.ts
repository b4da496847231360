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
  let options = checkOptions(folder, false);
  const resolver = createResolver(files, folder, options);
  // TypeScript asks for these too, though its types do not say so.
  const host: ts.LanguageServiceHost &
    Pick<ts.CompilerHost, "getModuleResolutionCache" | "hasInvalidatedResolutions"> & {
      hasChangedAutomaticTypeDirectiveNames(): boolean;
    } = {
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
    resolveModuleNameLiterals: (literals, from, _, settings, file) =>
      literals.map((literal) => ({
        resolvedModule: resolver.resolve(
          literal.text,
          from,
          ts.getModeForUsageLocation(file, literal, settings),
        ),
      })),
    resolveTypeReferenceDirectiveReferences: (references, from) =>
      references.map((reference) =>
        resolver.resolveTypes(typeof reference === "string" ? reference : reference.fileName, from),
      ),
    getModuleResolutionCache: () => resolver.cache,
    hasInvalidatedResolutions: (path) => resolver.isInvalid(path),
    hasChangedAutomaticTypeDirectiveNames: () => resolver.packagesChanged,
  };
  const service = ts.createLanguageService(host);
  return {
    files,
    root,
    service,
    setStrict(strict) {
      if (options.strict !== strict) options = checkOptions(folder, strict);
    },
    program(text) {
      files.setCell(root, text);
      if (resolver.stale() && resolver.packagesChanged)
        options = resolver.setOptions(checkOptions(folder, options.strict === true));
      const program = service.getProgram();
      resolver.settle();
      if (program === undefined)
        throw new Error(`Cannot check cells in ${folder}: TypeScript gave no program.`);
      return program;
    },
  };
}
