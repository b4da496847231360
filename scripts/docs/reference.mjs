// What TypeDoc reads in the four lists of public names.
import { join, relative } from "node:path";
import * as typedoc from "typedoc";
import { defaultsOfParameters, withoutBraces } from "./forms.mjs";
import { firstSentence, signatureOf } from "./short.mjs";

/**
 * One public name.
 *
 * @typedef {object} Entry
 * @property {string} name
 * @property {string} file where it is defined, from the root: `src/arithmetic/window.ts`
 * @property {string | undefined} signature of a value, `outputLength(length, window) → number`, a line for each overload; a type has none
 * @property {string} sentence the first of its docstring
 * @property {string[]} also other entries that list it
 */

/** The lists, in this order: a name stands where it is found first. */
const lists = {
  convlab: "src/index.ts",
  "convlab/arithmetic": "src/arithmetic/index.ts",
  "convlab/charts": "src/charts/index.ts",
  "convlab/lessons": "src/lessons/index.ts",
};

/** Public names that belong to others, whose own documentation is elsewhere. */
const foreign = [
  {
    name: "tf",
    file: "src/networks/tf.ts",
    signature: "tf",
    sentence:
      "The whole of [TensorFlow.js](https://js.tensorflow.org/api/latest/), with its native library: `tf.tensor2d`, `tf.layers`, `tf.tidy` and the rest.",
    also: [],
  },
  { name: "LayersModel", file: "src/networks/tf.ts", signature: undefined, sentence: "", also: [] },
];

/**
 * The public names by entry, and TypeDoc's own pages of them.
 *
 * @param {string} root
 * @returns {Promise<{ entries: Map<string, Entry[]>, writeHtml: (folder: string) => Promise<void> }>}
 */
export async function readReference(root) {
  const app = await typedoc.Application.bootstrap({
    name: "convlab",
    basePath: root,
    entryPoints: Object.values(lists).map((path) => join(root, path)),
    tsconfig: join(root, "src", "tsconfig.json"),
    // tsc -b looks for errors.
    skipErrorChecking: true,
    excludeExternals: true,
    excludePrivate: true,
    preservedTypeAnnotationTags: ["@throws"],
    sort: ["source-order"],
    sortEntryPoints: false,
    disableGit: true,
    sourceLinkTemplate: "{path}",
    readme: "none",
    githubPages: false,
    hideGenerator: true,
    logLevel: "Warn",
    validation: { invalidLink: true, notExported: false, notDocumented: false },
  });
  const logger = new Warnings();
  app.logger = logger;
  app.converter.on(typedoc.Converter.EVENT_CREATE_SIGNATURE, (_, signature) =>
    defaultsOfParameters(signature.comment),
  );
  const project = await app.convert();
  if (!project) throw new Error(`Cannot read the docstrings: ${logger.said.join("; ")}`);
  for (const [index, name] of Object.keys(lists).entries()) {
    const module = project.children?.[index];
    if (module) module.name = name;
  }
  // Where a name is defined is written, but leads nowhere: the sources have no address of their own.
  for (const each of Object.values(project.reflections)) {
    withoutBraces(each.comment);
    if (each instanceof typedoc.DeclarationReflection || each instanceof typedoc.SignatureReflection)
      for (const source of each.sources ?? []) delete source.url;
  }
  app.validate(project);
  if (logger.said.length > 0) {
    throw new Error(`Cannot accept the docstrings. Mend what TypeDoc names:\n${logger.said.join("\n")}`);
  }
  return {
    entries: entriesOf(root, project),
    writeHtml: (folder) => app.generateDocs(project, folder),
  };
}

/** Gathers what TypeDoc finds fault with. */
class Warnings extends typedoc.Logger {
  /** @type {string[]} */
  said = [];

  /**
   * @param {string} message
   * @param {typedoc.LogLevel} level
   * @override
   */
  log(message, level) {
    if (level >= typedoc.LogLevel.Warn) this.said.push(message);
  }
}

/**
 * @param {string} root
 * @param {typedoc.ProjectReflection} project
 */
function entriesOf(root, project) {
  // By name: it is the same function, or one that does more, as convlab's `layerTable` takes models too.
  /** @type {Map<string, Entry>} */
  const found = new Map();
  /** @type {Map<string, Entry[]>} */
  const entries = new Map();
  for (const module of project.children ?? []) {
    /** @type {Entry[]} */
    const own = module.name === "convlab" ? [...foreign] : [];
    for (const child of module.children ?? []) {
      const target = child instanceof typedoc.ReferenceReflection ? child.getTargetReflectionDeep() : child;
      const known = found.get(child.name);
      if (known) known.also.push(module.name);
      if (known || !(target instanceof typedoc.DeclarationReflection)) continue;
      const entry = entryOf(root, target);
      found.set(child.name, entry);
      own.push(entry);
    }
    entries.set(module.name, own);
  }
  return entries;
}

/**
 * @param {string} root
 * @param {typedoc.DeclarationReflection} reflection
 * @returns {Entry}
 */
function entryOf(root, reflection) {
  const { name, signatures, comment } = reflection;
  const source = reflection.sources?.[0]?.fullFileName ?? "";
  return {
    name,
    file: relative(root, source).replaceAll("\\", "/"),
    signature: signatureOf(reflection),
    sentence: firstSentence(signatures?.[0]?.comment ?? comment),
    also: [],
  };
}
