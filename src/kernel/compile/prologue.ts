import type { Hidden } from "./hidden.js";
import type { Declared } from "./types.js";
import ts from "./typescript.cjs";

const parts = ["scope", "checkpoint", "iterate", "load", "meta", "tick", "mend"];

/** Names that a CommonJS module is given, and a cell too. */
const locals = ["require", "module", "exports", "__dirname", "__filename"];

/** `"use strict"; ` if a cell begins with it: only before everything else is it more than a text. */
export function directiveOf(file: ts.SourceFile, start: number): string {
  const own = file.statements.filter(({ end }) => end > start);
  const after = own.findIndex(
    (each) => !ts.isExpressionStatement(each) || !ts.isStringLiteral(each.expression),
  );
  const directives = after === -1 ? own : own.slice(0, after);
  return directives.some((each) => /^.use strict.;?$/.test(each.getText(file))) ? '"use strict"; ' : "";
}

/**
 * The first line of the code: what the cell is given (as `cell`), and the accessors by which other cells reach its
 * names. `cell` and `hidden` name what the reader does not see.
 */
export function prologueOf(
  values: ReadonlyMap<string, Declared["kind"]>,
  imported: ReadonlyMap<string, string>,
  used: ReadonlySet<string>,
  hidden: Hidden,
  cell: string,
): string {
  const given = locals.filter((name) => used.has(name) && !values.has(name));
  const value = hidden.name("v");
  const accessors = [...values].map(([name, kind]) => {
    const own = imported.get(name);
    const getter = `get ${name}() { return ${own === undefined ? name : hidden.imported(own)}; }`;
    // A constant is given one too: to assign it is an error, as inside the cell.
    return kind === "import" ? getter : `${getter}, set ${name}(${value}) { ${name} = ${value}; }`;
  });
  const inner = parts.map((part) => `${part}: ${hidden.name(part)}`).join(", ");
  return (
    `const { ${inner}, modules: ${hidden.name("m")}, locals: { ${given.join(", ")} } } = ${cell}; ` +
    `${cell}.define({ ${accessors.join(", ")} });`
  );
}
