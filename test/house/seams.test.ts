import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import ts from "typescript";
import { filesUnder, read, root } from "./files.js";

const { browser } = JSON.parse(read("package.json")) as { browser: Record<string, string> };
/** What stands for a package of Node has no file of ours beside it. */
const twins = Object.entries(browser).filter(([original]) => original.startsWith("./"));
const sourceOf = (path: string) =>
  path.replace(/^\.\/dist\/(experiments\/)?/, (_, part) => part ?? "src/").replace(/\.(c?)js$/, ".$1ts");

/** The values a module exports, by name; `*` and a module's name for all of another. */
function exportsOf(path: string): string[] {
  const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022, true);
  const names = file.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      if (statement.isTypeOnly) return [];
      const { exportClause } = statement;
      if (!exportClause || !ts.isNamedExports(exportClause))
        return [statement.moduleSpecifier?.getText(file) ?? "*"];
      return exportClause.elements.filter((each) => !each.isTypeOnly).map((each) => each.name.text);
    }
    if (ts.isExportAssignment(statement) && ts.isObjectLiteralExpression(statement.expression))
      return statement.expression.properties.map(({ name }) => name?.getText(file) ?? "*");
    if (!ts.canHaveModifiers(statement)) return [];
    if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) =>
        ts.isObjectBindingPattern(name)
          ? name.elements.map((each) => each.name.getText(file))
          : [name.getText(file)],
      );
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
      return [statement.name?.text ?? "default"];
    return [];
  });
  return [...new Set(names)].sort();
}

test("the table `browser` of package.json names each file's twin beside it, and no twin is forgotten", () => {
  assert.ok(twins.length > 10, "the table was found");
  for (const [original, twin] of twins) {
    assert.equal(twin, original.replace(/\.(c?)js$/, ".browser.$1js"));
    for (const path of [original, twin])
      assert.ok(existsSync(join(root, sourceOf(path))), `${path} has no source`);
  }
  const listed = Object.values(browser)
    .filter((path) => path.startsWith("./"))
    .map(sourceOf)
    .sort();
  assert.deepEqual(
    [
      ...filesUnder("experiments", ".browser.ts"),
      ...filesUnder("src", ".browser.ts"),
      ...filesUnder("src", ".browser.cts"),
    ].sort(),
    listed,
  );
});

test("a twin exports the names of the file it stands for", () => {
  for (const [original, twin] of twins) {
    if (original.endsWith("/tfjs.js")) continue; // see below
    assert.deepEqual(exportsOf(sourceOf(twin)), exportsOf(sourceOf(original)), twin);
  }
});

/** What of `@tensorflow/tfjs` a page has not: its other backends, and what reads models of TensorFlow itself at once. */
const absent =
  /^(?:MathBackend|version_|webgl|gpgpu_util|setWebGLContext|forceHalfFloat|GPGPUContext|shared$|GraphModel$|loadGraphModelSync$|(?:de)?registerOp$)/;

test("the twin of tfjs.ts has all of TensorFlow.js but what names other backends", async () => {
  const [union, core, layers] = await Promise.all([
    import("@tensorflow/tfjs"),
    import("@tensorflow/tfjs-core"),
    import("@tensorflow/tfjs-layers"),
  ]);
  const own = exportsOf("src/networks/tfjs.browser.ts");
  const missing = Object.keys(union).filter(
    (name) => !(name in core || name in layers || own.includes(name)),
  );
  assert.deepEqual(
    missing.filter((name) => name !== "default" && name !== "module.exports" && !absent.test(name)),
    [],
  );
  for (const name of exportsOf("src/networks/tfjs.ts"))
    if (!name.includes("@")) assert.ok(own.includes(name), name);
});

/** What only Node has. */
const ofNode = /\b(?:Buffer\.|process\.|setImmediate\(|__dirname|__filename|createRequire)/;

test("the library's bundle reaches no module of Node, nor what only Node has", async () => {
  assert.ok(existsSync(join(root, "dist/platform/base64.browser.js")), "dist/ is built");
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["site/library/index.ts"],
    outdir: "nowhere",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
    logLevel: "silent", // a module of Node that is not found is an error
  });
  const inputs = Object.keys(metafile.inputs).filter(
    (path) => path.startsWith("dist/") || path.startsWith("site/"),
  );
  assert.ok(inputs.length > 300, `${inputs.length} files of ours`);
  const originals = new Set(twins.map(([original]) => original.slice(2)));
  assert.deepEqual(
    inputs.filter((path) => originals.has(path)),
    [],
  );
  assert.deepEqual(
    inputs.filter((path) => ofNode.test(withoutComments(read(path)))),
    [],
  );
  assert.ok(
    ofNode.test(withoutComments(read("dist/platform/base64.js"))),
    "the rule knows one when it sees it",
  );
  assert.equal(ofNode.test(withoutComments("// process.exit\nconst a = 'Buffer. Or else';")), false);
});

/** The code without comments and texts, which may speak of Node. */
function withoutComments(source: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, source);
  let code = "";
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind === ts.SyntaxKind.StringLiteral || kind === ts.SyntaxKind.NoSubstitutionTemplateLiteral)
      code += '""';
    else if (kind < ts.SyntaxKind.FirstTemplateToken || kind > ts.SyntaxKind.LastTemplateToken)
      code += scanner.getTokenText();
    if (/\w$/.test(code)) code += " ";
  }
  return code.replaceAll(/ (?=[.(])/g, "");
}
