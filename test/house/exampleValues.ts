import ts from "typescript";

/** Whether a comment is meant as a value. */
export function beginsLikeValue(comment: string): boolean {
  return /^(?:[-\d[{"']|(?:true|false|null|undefined|NaN|Infinity)\b)/.test(comment);
}

/** Stands for `…` in what is parsed. */
const more = "__more";

/**
 * The expression at the beginning of a comment: `[3, 2]` of `[3, 2]: "one" before "seven"`, and `24` of `24 pixels`.
 *
 * @throws {SyntaxError} if it does not begin with one
 */
export function readValue(comment: string): ts.Expression {
  const text = comment.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|…/g, (part) =>
    part === "…" ? more : part,
  );
  const file = ts.createSourceFile("value.ts", `value = ${text}`, ts.ScriptTarget.ES2022, true);
  const [first] = file.statements;
  const assignment = first && ts.isExpressionStatement(first) ? first.expression : undefined;
  if (
    !assignment ||
    !ts.isBinaryExpression(assignment) ||
    !/^(?:[\s:,]|$)/.test(file.text.slice(assignment.end))
  ) {
    throw new SyntaxError(
      `Cannot read the value in the comment ${comment}. Write a value, then a colon and words; or begin with words.`,
    );
  }
  return assignment.right;
}

/**
 * What tells a value from the one that was written, or nothing. A number with decimals is compared up to these decimals, any other
 * exactly. `…` at the end of a list, an object or a text leaves the rest open. A typed array is written as a list.
 */
export function difference(actual: unknown, expected: ts.Expression): string | undefined {
  if (ts.isArrayLiteralExpression(expected)) return listDifference(actual, expected);
  if (ts.isObjectLiteralExpression(expected)) return objectDifference(actual, expected);
  if (ts.isStringLiteral(expected)) return textDifference(actual, expected.text);
  const number = numberOf(expected);
  if (number !== undefined) {
    const near = typeof actual === "number" && Math.abs(actual - number.value) <= number.tolerance;
    return near || Object.is(actual, number.value) ? undefined : `it is ${shown(actual)}`;
  }
  const word = words.get(expected.getText());
  if (word === undefined)
    throw new SyntaxError(`Cannot compare with ${expected.getText()}. Write plain values.`);
  return Object.is(actual, word.value) ? undefined : `it is ${shown(actual)}`;
}

const words = new Map(
  [true, false, null, undefined, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(
    (value) => [String(value), { value }],
  ),
);

/** A number, or a sum, product or quotient of numbers, and how far from it a value may be. */
function numberOf(node: ts.Expression): { value: number; tolerance: number } | undefined {
  if (ts.isNumericLiteral(node)) {
    const decimals = /^\d*\.(\d+)$/.exec(node.getText())?.[1]?.length;
    return {
      value: Number(node.text),
      tolerance: decimals === undefined ? 0 : 0.5 * 10 ** -decimals + 1e-16,
    };
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    const of = numberOf(node.operand);
    return of && { value: -of.value, tolerance: of.tolerance };
  }
  if (!ts.isBinaryExpression(node)) return undefined;
  const [left, right] = [numberOf(node.left), numberOf(node.right)];
  const operation = operations[node.operatorToken.getText()];
  if (!left || !right || !operation) return undefined;
  return { value: operation(left.value, right.value), tolerance: 1e-12 };
}

const operations: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
};

function listDifference(actual: unknown, expected: ts.ArrayLiteralExpression): string | undefined {
  if (!Array.isArray(actual) && !(ArrayBuffer.isView(actual) && "length" in actual))
    return `it is ${shown(actual)}`;
  const list = Array.from(actual as ArrayLike<unknown>);
  const open = expected.elements.at(-1)?.getText() === more;
  const wanted = open ? expected.elements.slice(0, -1) : expected.elements;
  if (open ? list.length < wanted.length : list.length !== wanted.length)
    return `it has ${list.length} entries: ${shown(actual)}`;
  return first(wanted, (element, index) => {
    const found = difference(list[index], element);
    return found && `at [${index}] ${found}`;
  });
}

function objectDifference(actual: unknown, expected: ts.ObjectLiteralExpression): string | undefined {
  if (typeof actual !== "object" || actual === null) return `it is ${shown(actual)}`;
  const open = expected.properties.some((property) => property.getText() === more);
  const wanted = expected.properties.filter(ts.isPropertyAssignment);
  const names = wanted.map(({ name }) => name.getText().replace(/^["']|["']$/g, ""));
  const besides = Object.entries(actual).filter(
    ([name, value]) => value !== undefined && !names.includes(name),
  );
  if (!open && besides.length > 0) return `it has ${besides[0]?.[0]} besides`;
  return first(wanted, ({ initializer }, index) => {
    const found = difference((actual as Record<string, unknown>)[names[index] as string], initializer);
    return found && `at ${names[index]} ${found}`;
  });
}

function textDifference(actual: unknown, expected: string): string | undefined {
  const same = expected.endsWith("…")
    ? typeof actual === "string" && actual.startsWith(expected.slice(0, -1))
    : actual === expected;
  return same ? undefined : `it is ${shown(actual)}`;
}

function first<T>(
  list: readonly T[],
  find: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of list.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function shown(value: unknown): string {
  if (typeof value === "number" || value === undefined) return String(value);
  if (ArrayBuffer.isView(value)) return shown(Array.from(value as unknown as ArrayLike<unknown>));
  const text = typeof value === "function" ? "a function" : (JSON.stringify(value) ?? String(value));
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
