// Which lesson uses which public name.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * For each name that a cell imports from one of our entries the lessons it does so in, by their files, in order.
 *
 * @param {string} root
 * @returns {Map<string, string[]>}
 */
export function usedInLessons(root) {
  /** @type {Map<string, string[]>} */
  const uses = new Map();
  const lessons = readdirSync(join(root, "notebooks")).filter((name) => /^\d\d-.*\.ipynb$/.test(name));
  for (const lesson of lessons.sort()) {
    for (const name of importedIn(join(root, "notebooks", lesson))) {
      const known = uses.get(name);
      if (known) known.push(lesson);
      else uses.set(name, [lesson]);
    }
  }
  return uses;
}

/** @param {string} notebook */
function importedIn(notebook) {
  /** @type {{ cells: { cell_type: string, source: string | string[] }[] }} */
  const { cells } = JSON.parse(readFileSync(notebook, "utf8"));
  const code = cells
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ source }) => [source].flat().join(""));
  const lists = code.flatMap((text) => [
    ...text.matchAll(/import\s*\{([^}]*)\}\s*from\s*["']convlab(?:\/\w+)?["']/g),
  ]);
  const names = lists.flatMap(([, list = ""]) => list.split(","));
  return new Set(
    names.map((name) => /^\s*(?:type\s+)?(\w+)/.exec(name)?.[1] ?? "").filter((name) => name !== ""),
  );
}
