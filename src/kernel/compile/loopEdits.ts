import ts from "typescript";
import type { Edits } from "./edits.js";
import type { FastLoop } from "./loops.js";
import type { Reference } from "./references.js";

/** Every loop looks at each round whether the cell is to stop. */
export function watchLoops(edits: Edits, file: ts.SourceFile, start: number): void {
  const visit = (node: ts.Node): void => {
    if (ts.isIterationStatement(node, false)) {
      edits.insert(node.statement.getStart(file), "{ if (__i[0] !== 0) __halt(); ");
      edits.insert(node.statement.end, " }");
    }
    ts.forEachChild(node, visit);
  };
  for (const statement of file.statements) if (statement.end > start) visit(statement);
}

/** The loop works on copies, which are written back every 65,536 rounds (a loop may be killed) and at the end. */
export function openLoop(
  edits: Edits,
  loop: FastLoop,
  file: ts.SourceFile,
  references: readonly Reference[],
): void {
  const copies = [...loop.names].map((name) => `__l_${name} = ${outer(name, loop, references)}`);
  edits.insert(loop.node.getStart(file), `{ let ${copies.join(", ")}, __k = 0; try { `);
  const back = writeBack(loop, references);
  edits.insert(loop.body.getStart(file), `{ if (((__k = (__k + 1) | 0) & 65535) === 0) { ${back} } `);
}

export function closeLoop(edits: Edits, loop: FastLoop, references: readonly Reference[]): void {
  edits.insert(loop.body.end, " }");
  edits.insert(loop.node.end, ` } finally { ${writeBack(loop, references)} } }`);
}

function writeBack(loop: FastLoop, references: readonly Reference[]): string {
  const assigned = [...loop.names].filter((name) =>
    references.some((use) => use.name === name && use.assigned && inLoop(use, loop)),
  );
  return assigned.map((name) => `${outer(name, loop, references)} = __l_${name};`).join(" ");
}

function outer(name: string, loop: FastLoop, references: readonly Reference[]): string {
  const use = references.find((each) => each.name === name && inLoop(each, loop));
  return use?.origin === "earlier" ? `__scope.${name}` : name;
}

function inLoop({ id }: Reference, { node }: FastLoop): boolean {
  return id.pos >= node.pos && id.end <= node.end;
}
