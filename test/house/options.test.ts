import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import ts from "typescript";
import { root } from "./files.js";

/** Parameters that are a table of choices. The windows of `paddingOf` and its like are things: layers pass for them. */
const asChoices = (name: string, parameter: string) =>
  ["options", "shares"].includes(parameter) ||
  ["maxPool.window", "averagePool.window"].includes(`${name}.${parameter}`);

interface Found {
  readonly name: string;
  readonly entry: string;
  /** Where the options stand among the arguments. */
  readonly at: number;
  /** What the type says there is. */
  readonly known: readonly string[];
}

/** Every public function with options, by the checker: one that comes tomorrow is among them. */
function functionsWithOptions(): Found[] {
  const entries = ["index", "lessons/index", "arithmetic/index", "charts/index"];
  const read = (path: string) => ts.readConfigFile(path, ts.sys.readFile).config as object;
  const config = ts.parseJsonConfigFileContent(
    read(join(root, "src/tsconfig.json")),
    ts.sys,
    join(root, "src"),
  );
  const program = ts.createProgram(
    entries.map((entry) => join(root, "src", `${entry}.ts`)),
    config.options,
  );
  const checker = program.getTypeChecker();
  const found = new Map<ts.Symbol, Found>();
  for (const entry of entries) {
    const module = checker.getSymbolAtLocation(
      program.getSourceFile(join(root, "src", `${entry}.ts`)) as ts.Node,
    );
    for (const symbol of checker.getExportsOfModule(module as ts.Symbol)) {
      const own = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const { valueDeclaration: declared } = own;
      if (found.has(own) || !declared || !ts.isFunctionDeclaration(declared)) continue;
      for (const [at, { name, type }] of declared.parameters.entries()) {
        if (!type || !asChoices(own.name, name.getText())) continue;
        const known = checker
          .getTypeFromTypeNode(type)
          .getProperties()
          .map((property) => property.name);
        found.set(own, { name: own.name, entry, at, known });
      }
    }
  }
  return [...found.values()];
}

describe("an option that nobody reads", () => {
  const functions = functionsWithOptions();

  it("is looked for in all functions that have options", () => {
    assert.ok(functions.length > 50, `${functions.length}`);
    for (const name of [
      "mnistCnn",
      "lenet5",
      "mnistMlp",
      "train",
      "digitGrid",
      "loadLetters",
      "split",
      "maxPool",
    ])
      assert.ok(
        functions.some((each) => each.name === name),
        name,
      );
  });

  for (const { name, entry, at, known } of functions) {
    it(`${name} refuses it before it looks at anything else, and names those there are`, async () => {
      const module = (await import(`../../src/${entry}.ts`)) as Record<
        string,
        (...given: unknown[]) => unknown
      >;
      const call = async () =>
        module[name]?.(...new Array<undefined>(at).fill(undefined), {
          noSuchOption: undefined,
          thisIsNone: 1,
        });
      await assert.rejects(call, (error: unknown) => {
        assert.ok(error instanceof TypeError, String(error));
        const [, listed] =
          /^Cannot .+: there is no option thisIsNone\. There are (.+)\.$/.exec(error.message) ?? [];
        assert.deepEqual(listed?.split(", ").toSorted(), known.toSorted(), error.message);
        return true;
      });
    });
  }
});
