import ts from "typescript";
import type { Cell } from "../notebooks/notebook.js";

/** How a lesson asks for a guess; a question in other words has no place for one. */
const asked = "**Predict first:**";

/** One guess of a lesson: the question before it, its own cell, and the cell that computes and compares. */
interface Prediction {
  readonly number: number;
  /** The place of the guess among the cells. */
  readonly at: number;
  readonly id: string;
}

/** What is wrong with a lesson's predictions, each as a sentence. */
export function predictionFaults(cells: readonly Cell[]): string[] {
  const predictions = predictionsIn(cells);
  const faults = predictions.flatMap((prediction) => [
    ...questionFaults(cells[prediction.at - 1], prediction),
    ...declarationFaults(cells[prediction.at] as Cell, prediction),
    ...comparisonFaults(cells, prediction),
  ]);
  if (predictions.length < 3 || predictions.length > 6)
    faults.push(`${predictions.length} predictions are not three to six`);
  for (const [index, { number }] of predictions.entries())
    if (number !== index + 1) faults.push(`guess${number} is the ${index + 1}. guess`);
  for (const [index, { id, cell_type, source }] of cells.entries()) {
    const next = cells[index + 1];
    if (cell_type !== "markdown" || !/predict first/i.test(source)) continue;
    if (!source.includes(asked) || source.match(/predict first/gi)?.length !== 1)
      faults.push(`${id} does not ask once, by ${asked}`);
    if (next?.cell_type !== "code" || !declared.test(next.source))
      faults.push(`${id} says "Predict first" and no cell for a guess follows`);
  }
  return faults;
}

const declared = /\bconst guess(\d+)\b/;

/** The guesses of a lesson in their order. */
export function predictionsIn(cells: readonly Cell[]): Prediction[] {
  return cells.flatMap(({ id, cell_type, source }, at) => {
    const number = cell_type === "code" ? declared.exec(source)?.[1] : undefined;
    return number === undefined ? [] : [{ number: Number(number), at, id }];
  });
}

function questionFaults(before: Cell | undefined, { number }: Prediction): string[] {
  const last =
    before?.source
      .trim()
      .split(/\n{2,}/)
      .at(-1) ?? "";
  return before?.cell_type === "markdown" && last.startsWith(asked)
    ? []
    : [`no question stands right before guess${number}, as the last paragraph of a text`];
}

/** `const guess1: number | undefined = undefined; // what form it has`, or an object with free places, and nothing else. */
function declarationFaults({ source }: Cell, { number, id }: Prediction): string[] {
  const [statement, ...others] = parsed(source).statements;
  if (statement === undefined || !ts.isVariableStatement(statement)) return [`${id} declares no guess`];
  const [declaration] = statement.declarationList.declarations;
  const faults: string[] = [];
  if (others.length > 0 || statement.declarationList.declarations.length > 1)
    faults.push(`guess${number} is not alone in its cell`);
  if (!declaration?.type?.getText().includes("undefined"))
    faults.push(`guess${number} has no type that may be undefined`);
  const free = (value: ts.Expression | undefined): boolean =>
    value?.getText() === "undefined" ||
    (value !== undefined &&
      ts.isObjectLiteralExpression(value) &&
      value.properties.every((each) => ts.isPropertyAssignment(each) && free(each.initializer)));
  if (!free(declaration?.initializer)) faults.push(`guess${number} is filled in`);
  if (declaration?.initializer?.getText() === "undefined" && !/; \/\/ \S/.test(source))
    faults.push(`guess${number} does not say which form it has`);
  return faults;
}

function comparisonFaults(cells: readonly Cell[], { number, at }: Prediction): string[] {
  const name = `guess${number}`;
  const after = cells[at + 1];
  if (after?.cell_type !== "code") return [`the cell behind ${name} does not compute`];
  const statements = parsed(after.source).statements;
  const faults: string[] = [];
  const uses = cells.flatMap(({ source, cell_type }) =>
    cell_type === "code" ? [...source.matchAll(new RegExp(`\\bcompare\\(${name}\\b`, "g"))] : [],
  );
  if (uses.length !== 1) faults.push(`${name} is compared ${uses.length} times`);
  const last = statements.at(-1);
  const call =
    last && ts.isExpressionStatement(last) && ts.isCallExpression(last.expression)
      ? last.expression
      : undefined;
  if (call?.expression.getText() !== "compare" || call.arguments[0]?.getText() !== name)
    return [...faults, `${after.id} does not end in compare(${name}, …)`];
  if (!isComputed(call.arguments[1])) faults.push(`${after.id} compares ${name} with a literal`);
  return faults;
}

/** Whether some name is in it: an answer of literals only was not computed. */
function isComputed(node: ts.Node | undefined): boolean {
  if (node === undefined) return false;
  if (ts.isPropertyAssignment(node)) return isComputed(node.initializer);
  if (ts.isConditionalExpression(node)) return isComputed(node.condition);
  if (ts.isIdentifier(node)) return node.text !== "undefined";
  return node.getChildren().some(isComputed);
}

function parsed(source: string): ts.SourceFile {
  return ts.createSourceFile("cell.ts", source, ts.ScriptTarget.ES2022, true);
}
