import ts from "./typescript.cjs";

/**
 * Where an object begins that ends a cell as a statement, like `{ a, b }`: TypeScript would read a block. Undefined
 * where there is none. A block that could not be an object stays one, and so does one with a semicolon after it.
 */
export function objectAtEnd(source: string, file: ts.SourceFile): number | undefined {
  let before = 0;
  for (const statement of file.statements) {
    const start = statement.getStart(file);
    if (
      ts.isBlock(statement) &&
      startsStatement(source, before, start) &&
      isObject(source.slice(start), file.fileName)
    )
      return start;
    before = statement.end;
  }
  return undefined;
}

/** What makes `{` begin an expression, after any statement. */
const opening = ";+";

/** A cell's text that is changed, though not the places of it that readers are told. */
export interface Shown {
  readonly text: string;
  /** Where the object is that the cell shows, if it does. */
  readonly object: number | undefined;
  /** The offset in the cell of an offset in `text`. */
  toCell(offset: number): number;
}

/** Makes the object at `position` of a cell one that TypeScript reads as an object. `rewrite` takes it out again. */
export function withObject(text: string, position: number | undefined): Shown {
  if (position === undefined) return { text, object: undefined, toCell: (offset) => offset };
  const object = position + opening.length;
  return {
    text: text.slice(0, position) + opening + text.slice(position),
    object,
    toCell: (offset) => (offset < position ? offset : Math.max(position, offset - opening.length)),
  };
}

/** Whether a statement can begin at `start`, after one that ended at `end`. */
function startsStatement(source: string, end: number, start: number): boolean {
  return end === 0 || /[;}]$/.test(source.slice(0, end)) || source.slice(end, start).includes("\n");
}

function isObject(text: string, name: string): boolean {
  const file = ts.createSourceFile(name, `(${text}\n)`, ts.ScriptTarget.ES2022);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
  const [statement] = file.statements;
  if (parseDiagnostics.length > 0 || file.statements.length !== 1 || statement === undefined) return false;
  if (!ts.isExpressionStatement(statement) || !ts.isParenthesizedExpression(statement.expression))
    return false;
  const { expression } = statement.expression;
  return (
    ts.isObjectLiteralExpression(expression) &&
    // `{ a = 1 }` is a block that assigns.
    !expression.properties.some(
      (each) => ts.isShorthandPropertyAssignment(each) && each.objectAssignmentInitializer !== undefined,
    )
  );
}
