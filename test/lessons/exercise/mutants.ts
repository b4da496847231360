import ts from "typescript";

/** A solution with one thing wrong. */
export interface Mutant {
  readonly source: string;
  /** What was changed: `3:8 - -> +`, with line and column. */
  readonly what: string;
}

const operators: Readonly<Record<string, readonly string[]>> = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/", "+"],
  "/": ["*"],
  "%": ["*"],
  "**": ["*"],
  "<": ["<=", ">"],
  "<=": ["<"],
  ">": [">=", "<"],
  ">=": [">"],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
  "+=": ["-=", "="],
  "-=": ["+="],
};
const unary = new Map([
  [ts.SyntaxKind.PlusPlusToken, "--"],
  [ts.SyntaxKind.MinusMinusToken, "++"],
]);
const functions: Readonly<Record<string, readonly string[]>> = {
  max: ["min"],
  min: ["max"],
  floor: ["ceil", "round"],
  ceil: ["floor"],
  round: ["floor"],
};
/** What people mix up: axes, sides, ends. */
const pairs: readonly (readonly [string, string])[] = [
  ["row", "column"],
  ["rows", "columns"],
  ["i", "j"],
  ["height", "width"],
  ["top", "left"],
  ["bottom", "right"],
  ["top", "bottom"],
  ["left", "right"],
  ["a", "b"],
  ["before", "after"],
  ["high", "wide"],
  ["pixels", "labels"],
  ["channels", "filters"],
];
const partnersOf = (name: string) =>
  pairs.flatMap(([one, two]) => (one === name ? [two] : two === name ? [one] : []));

/** All solutions that differ from this one in one place: operator, index, axis, maximum for sum or mean, row for whole, off by one. */
export function mutantsOf(source: string): readonly Mutant[] {
  const file = ts.createSourceFile("solution.ts", source, ts.ScriptTarget.Latest, true);
  const declared = declaredIn(file);
  const found = new Map<string, Mutant>();
  const visit = (node: ts.Node): void => {
    for (const [place, text] of changesOf(node, declared)) {
      const [start, end] = [place.getStart(file), place.getEnd()];
      const changed = source.slice(0, start) + text + source.slice(end);
      const { line, character } = file.getLineAndCharacterOfPosition(start);
      const was = source.slice(start, end).replace(/\s+/g, " ");
      if (!found.has(changed))
        found.set(changed, {
          source: changed,
          what: `${line + 1}:${character + 1} ${was} -> ${text.replace(/\s+/g, " ")}`,
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found.values()];
}

type Change = readonly [place: ts.Node, text: string];

function changesOf(node: ts.Node, declared: ReadonlySet<string>): Change[] {
  if (isType(node)) return [];
  if (ts.isBinaryExpression(node)) return binaryChanges(node);
  if (ts.isNumericLiteral(node)) return numberChanges(node);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return unaryChanges(node);
  if (ts.isCallExpression(node)) return callChanges(node);
  if (ts.isElementAccessExpression(node)) {
    const index = node.argumentExpression;
    return [[index, `${index.getText()} + 1`], [index, `${index.getText()} - 1`]]; // biome-ignore format: pairs
  }
  if (ts.isConditionalExpression(node))
    return [[node, `(${node.whenTrue.getText()})`], [node, `(${node.whenFalse.getText()})`]]; // biome-ignore format: pairs
  if (ts.isPropertyAccessExpression(node) && node.name.text === "length")
    return [[node, `(${node.getText()} - 1)`], [node, `(${node.getText()} + 1)`]]; // biome-ignore format: pairs
  if (ts.isIdentifier(node)) return partnerChanges(node, declared);
  if (ts.isExpressionStatement(node)) return [[node, ";"]];
  return [];
}

function binaryChanges(node: ts.BinaryExpression): Change[] {
  const sign = node.operatorToken.getText();
  const changes: Change[] = (operators[sign] ?? []).map((other) => [node.operatorToken, other]);
  const [left, right] = [node.left.getText(), node.right.getText()];
  if (sign === "-") changes.push([node, `((${right}) - (${left}))`]);
  if (["+", "-", "*", "/"].includes(sign)) changes.push([node, `(${left})`], [node, `(${right})`]);
  return changes;
}

function numberChanges(node: ts.NumericLiteral): Change[] {
  const value = Number(node.text);
  return [[node, String(value + 1)], [node, value === 0 ? "(-1)" : String(value - 1)]]; // biome-ignore format: pairs
}

function unaryChanges(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): Change[] {
  const operand = node.operand.getText();
  const other = unary.get(node.operator);
  return [[node, other === undefined ? `(${operand})` : `${operand}${other}`]];
}

function callChanges(node: ts.CallExpression): Change[] {
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression)) return [];
  const [object, name] = [expression.expression.getText(), expression.name.text];
  const inside = node.arguments.map((argument) => argument.getText()).join(", ");
  if (object === "Math") {
    const changes: Change[] = (functions[name] ?? []).map((other) => [expression.name, other]);
    const [only] = node.arguments;
    if (node.arguments.length === 1 && only && !ts.isSpreadElement(only)) changes.push([node, `(${inside})`]);
    if (only && ts.isSpreadElement(only)) {
      const list = only.expression.getText();
      const sum = `(${list}).reduce((total, value) => total + value, 0)`;
      changes.push([node, `(${sum})`], [node, `(${sum} / (${list}).length)`], [node, `(${list})[0]`]);
    }
    return changes;
  }
  if (name === "flat") return [[node, `${object}[0]`]];
  if (name === "reverse" || name === "map") return [[node, object]];
  if (name === "slice") return [[node, object]];
  if (name === "sort" && inside !== "") return [[node, `${object}.sort()`]];
  if (name === "reduce" && /=> \w+ \+ \w+, 0$/.test(inside))
    return [[node, `Math.max(...${object})`], [node, `(${node.getText()} / ${object}.length)`], [node, `${object}[0]`]]; // biome-ignore format: pairs
  return [];
}

function partnerChanges(node: ts.Identifier, declared: ReadonlySet<string>): Change[] {
  if (isDeclaration(node)) return [];
  const property = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
  return partnersOf(node.text)
    .filter((other) => property || declared.has(other))
    .map((other) => [node, other]);
}

function isDeclaration(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    ((ts.isParameter(parent) || ts.isVariableDeclaration(parent) || ts.isBindingElement(parent)) &&
      parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isFunctionDeclaration(parent)
  );
}

function isType(node: ts.Node): boolean {
  return ts.isTypeNode(node);
}

function declaredIn(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if ((ts.isParameter(node) || ts.isVariableDeclaration(node)) && ts.isIdentifier(node.name))
      names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

/** More turns than any solution needs: a mutant that never ends has taken them. */
const manyTurns = 20_000;

/**
 * What a source comes to: the first thing it declares, or its expression. Names of the lesson are passed in. Loops that do not end
 * throw.
 */
export function valueFrom(source: string, scope: Readonly<Record<string, unknown>> = {}): unknown {
  const file = ts.createSourceFile("solution.ts", source, ts.ScriptTarget.Latest, true);
  const name = file.statements.map(nameOf).find((each) => each !== undefined);
  const whole = name === undefined ? `const __value = (${source.trim().replace(/;$/, "")});` : source;
  const { outputText } = ts.transpileModule(whole, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.None },
    transformers: { before: [withSteps] },
  });
  let turns = 0;
  const step = (): void => {
    if (++turns > manyTurns) throw new Error("It does not end.");
  };
  const run = new Function(...Object.keys(scope), "__step", `${outputText}\nreturn ${name ?? "__value"};`);
  const value: unknown = run(...Object.values(scope), step);
  if (typeof value !== "function") return value;
  return (...input: unknown[]): unknown => {
    turns = 0;
    return value(...input);
  };
}

function nameOf(statement: ts.Statement): string | undefined {
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text;
  const [first] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  return first && ts.isIdentifier(first.name) ? first.name.text : undefined;
}

/** A count in every loop. */
function withSteps(context: ts.TransformationContext) {
  const { factory } = context;
  const call = () =>
    factory.createExpressionStatement(
      factory.createCallExpression(factory.createIdentifier("__step"), undefined, []),
    );
  const visit = (node: ts.Node): ts.Node => {
    const inner = ts.visitEachChild(node, visit, context);
    if (!ts.isIterationStatement(inner, false)) return inner;
    const body = factory.createBlock([call(), inner.statement], true);
    if (ts.isForStatement(inner))
      return factory.updateForStatement(inner, inner.initializer, inner.condition, inner.incrementor, body);
    if (ts.isForOfStatement(inner))
      return factory.updateForOfStatement(
        inner,
        inner.awaitModifier,
        inner.initializer,
        inner.expression,
        body,
      );
    if (ts.isWhileStatement(inner)) return factory.updateWhileStatement(inner, inner.expression, body);
    return inner;
  };
  return (file: ts.SourceFile) => ts.visitNode(file, visit) as ts.SourceFile;
}
