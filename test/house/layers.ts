import { posix } from "node:path";
import ts from "typescript";

/** What each room of src/ may import from other rooms. Imports point inward only. */
const mayImport: Record<string, readonly string[]> = {
  platform: [],
  arithmetic: [],
  charts: ["platform", "arithmetic"],
  images: ["platform", "arithmetic", "charts"],
  networks: ["platform", "arithmetic", "charts", "images"],
  notebook: ["platform", "arithmetic", "charts", "images", "networks"],
  lessons: ["platform", "arithmetic", "charts", "images", "networks", "notebook"],
  kernel: ["platform", "arithmetic", "charts", "images", "networks", "notebook"],
};

/** The lists of what is public. They may import from wherever that is, and nothing imports them. */
const entries: Record<string, readonly string[]> = {
  "src/index.ts": Object.keys(mayImport).filter((room) => room !== "kernel"),
  "src/lessons/index.ts": mayImport.lessons as readonly string[],
  "src/arithmetic/index.ts": [],
  "src/charts/index.ts": mayImport.charts as readonly string[],
};

/** Folders whose inside only they know; whoever lives elsewhere comes by one of these files. */
const doors: Record<string, readonly string[]> = {
  "src/networks/training/fast": ["binding.ts", "outputs.ts", "step.ts"],
  "src/networks/files/torch": ["readTorchFile.ts"],
  "src/networks/wasm": ["setWasmBackend.ts"],
};

/** Where TensorFlow's packages are named; everybody else imports tf.ts. */
const tensorflow = ["tf.ts", "tfjs.ts", "tfjs.browser.ts", "tfjsNode.ts", "wasm/backend.ts"].map(
  (name) => `src/networks/${name}`,
);

/** The one package of arithmetic/, for quantiles, and the one file that names it. */
const quantiles = { name: "jstat", path: "src/arithmetic/statistics/studentT.ts" };

/** The folders of src/lessons/ that several lessons share; the others are one lesson each. */
const shared = ["exercise", "explorer", "networkExplorer", "pocket", "results", "whatIf"];

/** What is wrong with the imports of one file of src/, each as a sentence. `path` is like `src/images/digits/idx.ts`. */
export function importFaults(path: string, source: string): string[] {
  const owner = roomOf(path);
  const allowed = entries[path] ?? mayImport[owner];
  if (allowed === undefined)
    return [`${path} is in no room: put it into one of ${Object.keys(mayImport).join(", ")}`];
  return ts.preProcessFile(source, true, true).importedFiles.flatMap(({ fileName }) => {
    if (!fileName.startsWith(".")) return packageFaults(path, fileName);
    const target = posix.join(posix.dirname(path), fileName).replace(/\.(c?)js$/, ".$1ts");
    if (!target.startsWith("src/")) return [`${path} imports ${fileName}, outside src/`];
    if (!/\.c?js$/.test(fileName)) return [`${path} imports ${fileName} without its .js`];
    const room = roomOf(target);
    if (room !== owner && !allowed.includes(room))
      return [`${path} imports ${fileName}: ${owner} may not import ${room}`];
    return insideFaults(path, target);
  });
}

function packageFaults(path: string, name: string): string[] {
  if (roomOf(path) === "arithmetic" && !(name === quantiles.name && path === quantiles.path))
    return [`${path} imports ${name}: arithmetic/ imports nothing outside itself`];
  if (name.startsWith("@tensorflow/") && !tensorflow.includes(path))
    return [`${path} imports ${name}: TensorFlow enters only through src/networks/tf.ts`];
  if (/^convlab(?:\/|$)/.test(name)) return [`${path} imports the package it is part of`];
  return [];
}

/** Imports of what the neighbours of a folder should not know. */
function insideFaults(path: string, target: string): string[] {
  if (target in entries) return [`${path} imports ${target}: name the file that it lists`];
  if (path in entries) return [];
  const folder = posix.dirname(target);
  const open = doors[folder];
  const inside = `${posix.dirname(path)}/`.startsWith(`${folder}/`);
  if (open && !inside && !open.includes(posix.basename(target)))
    return [`${path} imports the inside of ${folder}: its doors are ${open.join(", ")}`];
  const [from, to] = [lessonOf(path), lessonOf(target)];
  const engine = path === "src/lessons/exercise/all.ts" && posix.basename(target) === "exercises.ts";
  if (roomOf(path) === "lessons" && to && from !== to && !engine)
    return [`${path} imports the inside of lesson ${to}: what two lessons use is a folder of its own`];
  return [];
}

/** The lesson whose folder a file is in, if any. */
function lessonOf(path: string): string | undefined {
  const folder = /^src\/lessons\/([^/]+)\//.exec(path)?.[1];
  return folder && !shared.includes(folder) ? folder : undefined;
}

export function roomOf(path: string): string {
  return path.split("/")[1] ?? "";
}

/** Groups of files that import each other in a circle, imports of types included. `files` gives each its source. */
export function circles(files: ReadonlyMap<string, string>): string[][] {
  const reach = new Map<string, Set<string>>();
  const importsOf = (path: string) =>
    ts
      .preProcessFile(files.get(path) ?? "", true, true)
      .importedFiles.filter(({ fileName }) => fileName.startsWith("."))
      .map(({ fileName }) => posix.join(posix.dirname(path), fileName).replace(/\.(c?)js$/, ".$1ts"));
  const direct = new Map([...files.keys()].map((path) => [path, importsOf(path)]));
  for (const path of files.keys()) {
    const seen = new Set<string>();
    const open = [...(direct.get(path) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(direct.get(next) ?? []));
    }
    reach.set(path, seen);
  }
  const inCircle = [...files.keys()].filter((path) => reach.get(path)?.has(path));
  const groups = inCircle.map((path) =>
    inCircle.filter((other) => reach.get(path)?.has(other) && reach.get(other)?.has(path)).sort(),
  );
  return [...new Map(groups.map((group) => [group.join(), group])).values()];
}

/** Statements of a list of exports that are not plain re-exports. */
export function statementsBesidesExports(source: string): string[] {
  const file = ts.createSourceFile("index.ts", source, ts.ScriptTarget.ES2022, true);
  return file.statements
    .filter((statement) => !(ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined))
    .map((statement) => statement.getText(file).slice(0, 80));
}

/** The values, not the types, that a list of exports names. */
export function exportedValues(source: string): string[] {
  const file = ts.createSourceFile("index.ts", source, ts.ScriptTarget.ES2022, true);
  return file.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly) return [];
    if (!statement.exportClause || !ts.isNamedExports(statement.exportClause)) return ["*"];
    return statement.exportClause.elements.filter((each) => !each.isTypeOnly).map((each) => each.name.text);
  });
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
