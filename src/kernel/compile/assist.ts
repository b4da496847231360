import type { Completion } from "../protocol.js";
import { members } from "./completedMembers.js";
import { completedPath } from "./completedPaths.js";
import { modulesFrom } from "./moduleNames.js";
import { filesFrom } from "./paths.js";
import { folderNamedIn, namesModule, quotedAt } from "./strings.js";
import type ts from "./typescript.cjs";
import type { Viewed } from "./viewed.js";

/** The modules that can stand at an offset of a cell, where it names one: no types are needed for that. */
export function completeModule(cell: ts.SourceFile, offset: number, folder: string): Completion | undefined {
  const quoted = quotedAt(cell, offset);
  if (quoted === undefined || !namesModule(quoted.node, cell)) return undefined;
  return completedPath(cell, offset, quoted, modulesFrom(quoted.begun, folder));
}

/** What can stand at an offset of the cell. */
export function complete(cell: Viewed, offset: number): Completion {
  const { file, checker, host, start } = cell;
  const position = start + offset;
  const quoted = quotedAt(file, position);
  const found = members(cell, position, quoted);
  if (found.matches.length > 0 || quoted === undefined) return found;
  const place = folderNamedIn(quoted, file, checker, host.getCurrentDirectory());
  if (place === undefined) return found;
  const path = completedPath(file, position, quoted, filesFrom(quoted.begun, place));
  return { ...path, start: path.start - start, end: path.end - start };
}
