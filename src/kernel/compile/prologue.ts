import type { Declared } from "./types.js";

const inner =
  "scope: __scope, modules: __m, checkpoint: __checkpoint, iterate: __iterate, load: __load, meta: __meta, " +
  "tick: __tick";

/** Names that a CommonJS module is given, and a cell too. */
const locals = ["require", "module", "exports", "__dirname", "__filename"];

/** The first line of the code: what the cell is given, and the accessors by which other cells reach its names. */
export function prologueOf(
  values: ReadonlyMap<string, Declared["kind"]>,
  imported: ReadonlyMap<string, string>,
  used: ReadonlySet<string>,
): string {
  const given = locals.filter((name) => used.has(name) && !values.has(name));
  const accessors = [...values].map(([name, kind]) => {
    const getter = `get ${name}() { return ${imported.get(name) ?? name}; }`;
    return kind === "let" ? `${getter}, set ${name}(__v) { ${name} = __v; }` : getter;
  });
  return `const { ${inner}, locals: { ${given.join(", ")} } } = __cell; __cell.define({ ${accessors.join(", ")} });`;
}
