import { posix } from "node:path";
import ts from "typescript";

/** What each room of src/ may import from other rooms. Imports point inward only. */
const mayImport: Record<string, readonly string[]> = {
  arithmetic: [],
  charts: [],
  images: ["arithmetic", "charts"],
  networks: ["arithmetic", "charts", "images"],
  notebook: ["arithmetic", "charts", "images", "networks"],
  kernel: ["arithmetic", "charts", "images", "networks", "notebook"],
  "index.ts": ["arithmetic", "charts", "images", "networks", "notebook"],
};

/** What is wrong with the imports of one file of src/, each as a sentence. `path` is like `src/images/idx.ts`. */
export function importFaults(path: string, source: string): string[] {
  const faults: string[] = [];
  const owner = roomOf(path);
  const allowed = mayImport[owner];
  if (allowed === undefined)
    return [`${path} is in no room: put it into one of ${Object.keys(mayImport).join(", ")}`];
  for (const { fileName } of ts.preProcessFile(source, true, true).importedFiles) {
    if (!fileName.startsWith(".")) {
      if (owner === "arithmetic")
        faults.push(`${path} imports ${fileName}: arithmetic/ imports nothing outside itself`);
      if (fileName.startsWith("@tensorflow/") && path !== "src/networks/tf.ts") {
        faults.push(`${path} imports ${fileName}: TensorFlow enters only through src/networks/tf.ts`);
      }
      if (fileName === "convlab") faults.push(`${path} imports the package it is part of`);
      continue;
    }
    const target = posix.join(posix.dirname(path), fileName);
    if (!target.startsWith("src/")) {
      faults.push(`${path} imports ${fileName}, outside src/`);
      continue;
    }
    if (!/\.c?js$/.test(fileName)) faults.push(`${path} imports ${fileName} without its .js`);
    const room = roomOf(target.replace(/\.(c?)js$/, ".$1ts"));
    if (room !== owner && !allowed.includes(room)) {
      faults.push(`${path} imports ${fileName}: ${owner} may not import ${room}`);
    }
  }
  return faults;
}

export function roomOf(path: string): string {
  return path.split("/")[1] ?? "";
}

/** Statements of src/index.ts that are not plain re-exports. */
export function statementsBesidesExports(source: string): string[] {
  const file = ts.createSourceFile("index.ts", source, ts.ScriptTarget.ES2022, true);
  return file.statements
    .filter((statement) => !(ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined))
    .map((statement) => statement.getText(file).slice(0, 80));
}

/** Every `any` in the types of a declaration file, with its line. */
export function anysIn(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) {
      found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
