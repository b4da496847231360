import { join } from "node:path";
import { type Configuration, ConfigurationFile } from "./compile/configuration.js";
import type ts from "./compile/typescript.cjs";

/** What of a tsconfig.json concerns cells and local modules, or nothing where there is none. */
export interface Project {
  /** The file itself and those that it extends, with their stamps. */
  readonly stamps: ReadonlyMap<string, string>;
  /** How decorators and JSX are compiled, and where names of modules lead. */
  readonly options: ts.CompilerOptions;
}

const files = new Map<string, ConfigurationFile>();
/** The same project as long as its file has not changed. */
const projects = new WeakMap<Configuration, Project>();
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
  if (folder.includes("/node_modules/")) return none;
  const file = files.get(folder) ?? new ConfigurationFile(folder);
  files.set(folder, file);
  const configuration = file.read();
  const known = projects.get(configuration);
  if (known !== undefined) return known;
  const given = concerning.filter((name) => configuration.options[name] !== undefined);
  const options = Object.fromEntries(given.map((name) => [name, configuration.options[name]]));
  const project = { stamps: file.stamps, options };
  projects.set(configuration, project);
  return project;
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
