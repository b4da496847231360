import type { Files } from "./files.js";
import ts from "./typescript.cjs";

/** What TypeScript's services ask about the disk and the settings, for notebooks in `folder`. */
export function languageHostOf(
  folder: string,
  files: Files,
  options: ts.CompilerOptions,
): ts.LanguageServiceHost {
  return {
    getCompilationSettings: () => options,
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    getScriptFileNames: () => [],
    getScriptVersion: () => "0",
    getScriptSnapshot: () => undefined,
    fileExists: (path) => files.exists(path),
    readFile: (path) => files.read(path),
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    readDirectory: ts.sys.readDirectory,
    useCaseSensitiveFileNames: () => true,
  };
}
