// What TypeScript asks of a system, where the disk is in memory.
import { entriesIn, isFolder, textAt } from "../virtualDisk.js";
import ts from "./typescript.cjs";

/** From now on TypeScript reads from the disk in memory; `folder` is the current one. */
export function useVirtualDisk(folder: string): void {
  const nothing = (): void => {};
  ts.setSys({
    ...{ args: [], newLine: "\n", useCaseSensitiveFileNames: true },
    ...{ write: nothing, writeFile: nothing, createDirectory: nothing, exit: nothing },
    readFile: textAt,
    fileExists: (path) => textAt(path) !== undefined,
    directoryExists: isFolder,
    getDirectories: (path) => [...(entriesIn(path) ?? [])].flatMap(([name, is]) => (is ? [name] : [])),
    readDirectory: () => [],
    realpath: (path) => path,
    resolvePath: (path) => path,
    getCurrentDirectory: () => folder,
    getExecutingFilePath: () => "/node_modules/typescript/lib/typescript.js",
  });
}

declare module "typescript" {
  /** TypeScript exports it and does not document it: for programs that have another system than Node. */
  function setSys(system: ts.System): void;
}
