import { dirname, join } from "node:path";
import { ownFolder } from "../ownPackage.js";
import { projectOf } from "../tsconfig.js";
import libraries from "./libraries.cjs";
import ts from "./typescript.cjs";

/**
 * How cells are checked: not strict unless a comment asks for it, so that notebooks written for other kernels run;
 * packages are found through `exports` as well as through `main` and `types`.
 */
export function checkOptions(folder: string, strict: boolean): ts.CompilerOptions {
  return {
    target: libraries.newestTarget(),
    lib: ["lib.esnext.d.ts"],
    // Each import by its own condition: `import x = require("m")` by `require`.
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    customConditions: ["node", "module-sync", "node-addons"],
    moduleDetection: ts.ModuleDetectionKind.Force,
    esModuleInterop: true,
    resolveJsonModule: true,
    allowJs: true,
    experimentalDecorators: true,
    skipLibCheck: true,
    noEmit: true,
    allowUnreachableCode: true,
    allowUnusedLabels: true,
    allowImportingTsExtensions: true,
    jsx: ts.JsxEmit.React,
    ...projectOptions(folder),
    strict,
    alwaysStrict: false,
    typeRoots: typeRoots(folder),
  };
}

/** Where names of modules lead, and what JSX is. Cells have their own kind of decorators. */
function projectOptions(folder: string): ts.CompilerOptions {
  const { experimentalDecorators: _, emitDecoratorMetadata: __, ...options } = projectOf(folder).options;
  return options;
}

/** How a cell becomes JavaScript: types away, everything else as written. */
export const emitOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  experimentalDecorators: true,
  sourceMap: true,
  newLine: ts.NewLineKind.LineFeed,
};

/** The notebook's own `@types`; the kernel's too if the notebook has no types of Node. */
function typeRoots(folder: string): string[] {
  const roots = typeRootsAbove(folder);
  const hasNode = roots.some((root) => ts.sys.directoryExists(join(root, "node")));
  return hasNode ? roots : [...roots, ...typeRootsAbove(ownFolder)];
}

function typeRootsAbove(folder: string): string[] {
  const root = join(folder, "node_modules", "@types");
  const here = ts.sys.directoryExists(root) ? [root] : [];
  const parent = dirname(folder);
  return parent === folder ? here : [...here, ...typeRootsAbove(parent)];
}
