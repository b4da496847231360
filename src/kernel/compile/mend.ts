import type { Edits } from "./edits.js";
import type { Hidden } from "./hidden.js";
import ts from "./typescript.cjs";

/** What is caught is mended before the cell looks at it; where that takes it apart, in a `catch` of its own before. */
export function mendCaught(edits: Edits, file: ts.SourceFile, node: ts.TryStatement, hidden: Hidden): void {
  const name = node.catchClause?.variableDeclaration?.name;
  if (node.catchClause === undefined || name === undefined) return;
  const mend = hidden.name("mend");
  if (ts.isIdentifier(name)) {
    edits.insert(node.catchClause.block.getStart(file) + 1, ` ${mend}(${name.text});`);
    return;
  }
  const caught = hidden.name("v");
  edits.insert(node.tryBlock.getStart(file), "{ try ");
  edits.insert(node.tryBlock.end, ` catch (${caught}) { ${mend}(${caught}); throw ${caught}; } }`);
}
