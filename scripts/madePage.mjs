// Pages that are made beside the reader's lessons, anew at every start.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes a page as it should be now, below the mark by which it is known as ours, and says whether that changed anything. A
 * page of the reader's own stays as it is.
 *
 * @param {string} folder
 * @param {string} name
 * @param {string} mark its first line
 * @param {string} text
 */
export function writeMadePage(folder, name, mark, text) {
  const page = `${mark}\n\n${text}`;
  const target = join(folder, name);
  const before = existsSync(target) ? readFileSync(target, "utf8") : mark;
  if (before === page || !before.startsWith(mark)) return false;
  mkdirSync(folder, { recursive: true });
  writeFileSync(target, page);
  return true;
}
