import { dirname, join } from "node:path";
import { ownFolder } from "../ownPackage.js";
import libraries from "./libraries.cjs";
import ts from "./typescript.cjs";

/**
 * How cells are checked: not strict unless a comment or the notebook's tsconfig.json, `given`, asks for it, so that
 * notebooks written for other kernels run; packages are found through `exports` as well as through `main` and `types`.
 * `strict` is what a comment says.
 */
export function checkOptions(
  folder: string,
  strict?: boolean,
  given: ts.CompilerOptions = {},
): ts.CompilerOptions {
  const { types, typeRoots: roots, customConditions = [], ...rest } = given;
  return {
    lib: ["lib.esnext.d.ts"],
    resolveJsonModule: true,
    allowUnreachableCode: true,
    allowUnusedLabels: true,
    allowImportingTsExtensions: true,
    strict: false,
    experimentalDecorators: false,
    ...rest,
    ...(strict !== undefined && { ...asComment, strict }),
    // Cells run as they are written, on the Node that runs.
    target: libraries.newestTarget(),
    // Each import by its own condition: `import x = require("m")` by `require`.
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    customConditions: [...new Set(["node", "module-sync", "node-addons", ...customConditions])],
    esModuleInterop: true,
    allowJs: true,
    skipLibCheck: true,
    noEmit: true,
    jsx: isAutomatic(given.jsx) ? given.jsx : ts.JsxEmit.React,
    alwaysStrict: false,
    typeRoots: withNode(roots ?? typeRootsAbove(folder)),
    ...(types !== undefined && { types: [...new Set(["node", ...types])] }),
  };
}

/** A comment says all of what `strict` is about. */
const asComment: Partial<ts.CompilerOptions> = Object.fromEntries(
  [
    ...["noImplicitAny", "strictNullChecks", "strictFunctionTypes", "strictBindCallApply"],
    ...["strictPropertyInitialization", "strictBuiltinIteratorReturn", "noImplicitThis"],
    "useUnknownInCatchVariables",
  ].map((name) => [name, undefined]),
);

function isAutomatic(jsx: ts.JsxEmit | undefined): jsx is ts.JsxEmit {
  return jsx === ts.JsxEmit.ReactJSX || jsx === ts.JsxEmit.ReactJSXDev;
}

/** What a change of options concerns: everything a program holds, or only what the checker says about it. */
export function changesProgram(before: ts.CompilerOptions, after: ts.CompilerOptions): boolean {
  return ofPrograms.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

const ofPrograms = [
  ...["lib", "types", "typeRoots", "paths", "pathsBasePath", "baseUrl", "rootDirs", "customConditions"],
  ...["resolveJsonModule", "jsx", "jsxImportSource", "checkJs"],
];

/** How a cell becomes JavaScript: types away, everything else as written. */
export function emitOptions(given: ts.CompilerOptions, legacy: boolean): ts.CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    allowJs: true,
    experimentalDecorators: legacy,
    emitDecoratorMetadata:
      legacy && (given.emitDecoratorMetadata ?? given.experimentalDecorators === undefined),
    useDefineForClassFields: definesFields(given, legacy),
    sourceMap: true,
    newLine: ts.NewLineKind.LineFeed,
  };
}

/** Whether fields are defined on an object, as JavaScript does, or assigned, as classes with older decorators expect. */
export function definesFields(given: ts.CompilerOptions, legacy: boolean): boolean {
  if (given.useDefineForClassFields !== undefined) return given.useDefineForClassFields;
  if (given.target !== undefined) return given.target >= ts.ScriptTarget.ES2022;
  return !(legacy && given.experimentalDecorators === undefined);
}

/** With the kernel's own types if the notebook has none of Node. */
function withNode(roots: readonly string[]): string[] {
  const hasNode = roots.some((root) => ts.sys.directoryExists(join(root, "node")));
  return hasNode ? [...roots] : [...roots, ...typeRootsAbove(ownFolder)];
}

function typeRootsAbove(folder: string): string[] {
  const root = join(folder, "node_modules", "@types");
  const here = ts.sys.directoryExists(root) ? [root] : [];
  const parent = dirname(folder);
  return parent === folder ? here : [...here, ...typeRootsAbove(parent)];
}

/** The folders of types for all files, where a tsconfig.json names no others than `before`. */
export function renewedRoots(
  folder: string,
  before: readonly string[] | undefined,
  { typeRoots }: ts.CompilerOptions,
): ts.CompilerOptions {
  if (before?.join("\0") !== typeRoots?.join("\0")) return {};
  return { typeRoots: checkOptions(folder).typeRoots ?? [] };
}
