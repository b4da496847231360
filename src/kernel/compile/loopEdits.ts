import type { Edits } from "./edits.js";
import type { Hidden } from "./hidden.js";
import type { FastLoop } from "./loops.js";
import type { Reference } from "./references.js";
import ts from "./typescript.cjs";

/** Every loop but those of `fast` asks every few rounds whether the cell is to stop: each round would cost too much. */
export function watchLoops(
  edits: Edits,
  file: ts.SourceFile,
  start: number,
  fast: readonly FastLoop[],
  hidden: Hidden,
): void {
  const bodies = new Set(fast.map(({ body }) => body));
  const rounds = hidden.name("w");
  const visit = (node: ts.Node): void => {
    if (ts.isIterationStatement(node, false) && !bodies.has(node.statement)) {
      let whole: ts.Node = node;
      while (ts.isLabeledStatement(whole.parent)) whole = whole.parent;
      edits.insert(whole.getStart(file), `{ let ${rounds} = 1; `);
      edits.insert(
        node.statement.getStart(file),
        `{ if (--${rounds} === 0) ${rounds} = ${hidden.name("tick")}(); `,
      );
      edits.insert(node.statement.end, " }");
      ends.push(whole.end);
    }
    ts.forEachChild(node, visit);
  };
  const ends: number[] = [];
  for (const statement of file.statements) if (statement.end > start) visit(statement);
  // Inner loops may end where outer bodies do: their blocks close first.
  for (const end of ends) edits.insert(end, " }");
}

/**
 * The loop works on copies, which are written back at the end, and every few rounds for a cell that is broken off.
 * The copy of an earlier cell's variable has its name, so that messages of errors have it too.
 */
export function openLoop(
  edits: Edits,
  loop: FastLoop,
  file: ts.SourceFile,
  references: readonly Reference[],
  hidden: Hidden,
): void {
  const rounds = hidden.name("k");
  const copies = [...loop.names].map(([name, origin]) =>
    origin === "own" ? `${hidden.copy(name)} = ${name}` : `${name} = ${hidden.earlier(name)}`,
  );
  edits.insert(loop.node.getStart(file), `{ let ${copies.join(", ")}, ${rounds} = 1; try { `);
  const back = writeBack(loop, references, hidden);
  edits.insert(
    loop.body.getStart(file),
    `{ if (--${rounds} === 0) { ${back} ${rounds} = ${hidden.name("tick")}(); } `,
  );
}

export function closeLoop(
  edits: Edits,
  loop: FastLoop,
  references: readonly Reference[],
  hidden: Hidden,
): void {
  edits.insert(loop.body.end, " }");
  edits.insert(loop.node.end, ` } finally { ${writeBack(loop, references, hidden)} } }`);
}

function writeBack(loop: FastLoop, references: readonly Reference[], hidden: Hidden): string {
  const assigned = new Set(
    references.filter((use) => use.assigned && inLoop(use, loop)).map(({ name }) => name),
  );
  return [...loop.names]
    .filter(([name]) => assigned.has(name))
    .map(([name, origin]) =>
      origin === "own" ? `${name} = ${hidden.copy(name)};` : `${hidden.earlier(name)} = ${name};`,
    )
    .join(" ");
}

function inLoop({ id }: Reference, { node }: FastLoop): boolean {
  return id.pos >= node.pos && id.end <= node.end;
}
