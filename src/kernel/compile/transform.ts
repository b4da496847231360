import { createRequire, type SourceMapPayload } from "node:module";
import { emitOptions } from "./options.js";
import ts from "./typescript.cjs";

interface Transformed {
  readonly code: string;
  /** From the code to what was transformed, where they differ; lines and columns begin at 0. */
  readonly map?: () => SourceMapPayload;
  /** How many characters of the first line of what was transformed are not of the body. */
  readonly margin: number;
}

/** Takes the types out of the body of a function. */
export type Transform = (body: string, isAsync: boolean) => Transformed;

interface Oxc {
  transformSync(
    name: string,
    text: string,
    options: object,
  ): { code: string; map?: SourceMapPayload; errors: { message: string }[] };
}

const require = createRequire(import.meta.url);
let oxc: Oxc | undefined;

/** For a cell without types: as it stands. */
export const leave: Transform = (body) => ({ code: body, margin: 0 });

/** By oxc, for what only needs its types left out: some thirty times as quick as TypeScript. */
export const erase: Transform = (body, isAsync) => {
  oxc ??= require("oxc-transform") as Oxc;
  const head = isAsync ? "async function __c() {" : "function __c() {";
  // A comment may end the cell.
  const { code, map, errors } = oxc.transformSync("cell.ts", `${head}${body}\n}`, {
    lang: "ts",
    // Cells are not strict.
    sourceType: "script",
    sourcemap: true,
    target: "esnext",
    typescript: { onlyRemoveTypeImports: true },
  });
  if (errors.length > 0 || map === undefined) return translate(body, isAsync);
  const inner = code.slice(code.indexOf("{") + 1, code.lastIndexOf("}"));
  return { code: inner, map: () => map, margin: head.length };
};

/** By TypeScript: enums, decorators and all else that becomes code of another form. */
export const translate: Transform = (body) => {
  const output = ts.transpileModule(body, { compilerOptions: emitOptions, fileName: "cell.ts" });
  const code = output.outputText
    .replace(/\/\/# sourceMappingURL=.*\s*$/, "")
    // Before a comment that ends the cell, too.
    .replace(/^export \{\};$/m, "");
  return { code, map: () => JSON.parse(output.sourceMapText ?? "{}") as SourceMapPayload, margin: 0 };
};
