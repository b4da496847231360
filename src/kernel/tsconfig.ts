import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stampOf } from "./compile/files.js";
import ts from "./compile/typescript.cjs";

/** What of a tsconfig.json concerns cells and local modules, or nothing where there is none. */
export interface Project {
  /** The file itself and those that it extends, with their stamps. */
  readonly stamps: ReadonlyMap<string, string>;
  /** How decorators and JSX are compiled, and where names of modules lead. */
  readonly options: ts.CompilerOptions;
}

const held = new Map<string, Project>();
const concerning = [
  "experimentalDecorators",
  "emitDecoratorMetadata",
  "useDefineForClassFields",
  "jsx",
  "jsxFactory",
  "jsxFragmentFactory",
  "jsxImportSource",
  "baseUrl",
  "paths",
  "pathsBasePath",
] as const;
const none: Project = { stamps: new Map(), options: {} };

/** The nearest tsconfig.json of a folder or above. It is read again when it, or what it extends, has changed. */
export function projectOf(folder: string): Project {
  const file = nearest(folder);
  if (file === undefined) return none;
  const before = held.get(file);
  if (before !== undefined && [...before.stamps].every(([path, stamp]) => stampOf(path) === stamp))
    return before;
  const fresh = read(file);
  held.set(file, fresh);
  return fresh;
}

function nearest(folder: string): string | undefined {
  if (folder.includes("/node_modules/")) return undefined;
  const file = join(folder, "tsconfig.json");
  if (stampOf(file) !== "") return file;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearest(parent);
}

function read(file: string): Project {
  const stamps = new Map([[file, stampOf(file)]]);
  const host: ts.ParseConfigHost = {
    useCaseSensitiveFileNames: true,
    readDirectory: () => [],
    fileExists: ts.sys.fileExists,
    readFile: (path) => {
      stamps.set(path, stampOf(path));
      return ts.sys.readFile(path);
    },
  };
  const { config } = ts.parseConfigFileTextToJson(file, readFileSync(file, "utf8"));
  const all = ts.parseJsonConfigFileContent(config ?? {}, host, dirname(file), undefined, file).options;
  const options = Object.fromEntries(
    concerning.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])),
  );
  return { stamps, options };
}

/** The files that a name may stand for by `paths` and `baseUrl`, best first, without endings. */
export function mappedPaths(specifier: string, { options }: Project): string[] {
  const { paths = {}, baseUrl } = options;
  const base = baseUrl ?? (options.pathsBasePath as string | undefined) ?? "/";
  const keys = Object.keys(paths).sort(
    (a, b) => (b.split("*")[0] ?? b).length - (a.split("*")[0] ?? a).length,
  );
  const key = Object.hasOwn(paths, specifier)
    ? specifier
    : keys.find((each) => starOf(each, specifier) !== undefined);
  const star = key === undefined ? "" : (starOf(key, specifier) ?? "");
  const mapped = (key === undefined ? [] : (paths[key] ?? [])).map((target) =>
    join(base, target.replace("*", star)),
  );
  return baseUrl === undefined ? mapped : [...mapped, join(baseUrl, specifier)];
}

function starOf(key: string, specifier: string): string | undefined {
  const [before = "", after] = key.split("*");
  if (after === undefined) return undefined;
  const fits =
    specifier.length >= before.length + after.length &&
    specifier.startsWith(before) &&
    specifier.endsWith(after);
  return fits ? specifier.slice(before.length, specifier.length - after.length) : undefined;
}
