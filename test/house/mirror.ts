import { posix } from "node:path";

/** Rooms of test/ that look at something else than a room of src/. */
const ownRooms = [
  "bench",
  "browser",
  "experiments",
  "house",
  "hub",
  "lab",
  "nodes",
  "notebooks",
  "package",
  "setup",
  "site",
];

/** Tests that are named after no source, each with what they look at. */
export const reasons: Readonly<Record<string, string>> = {
  "test/arithmetic/tensorflow.test.ts": "all of arithmetic/ against TensorFlow",
  "test/charts/gallery.test.ts": "every chart and explorer, by the gallery beside",
  "test/charts/pictures.test.ts": "the reviewed picture of each",
  "test/charts/refusals.test.ts": "one table of what charts refuse",
  "test/kernel/compile/meaning.test.ts": "the whole compiler: random programs as cells and as one script",
  "test/kernel/compile/meaningCases.test.ts": "the whole compiler: a table of what cells mean",
  "test/kernel/compile/release.test.ts": "the whole compiler: cells after its memory was given back",
  "test/kernel/cells.test.ts": "the whole kernel: what cells may hold",
  "test/kernel/configuration.test.ts": "the whole kernel: what the notebook's tsconfig.json says about cells",
  "test/kernel/conformance.test.ts": "the whole kernel, by jupyter_kernel_test",
  "test/kernel/errors.test.ts": "the whole kernel: what a reader learns of an error",
  "test/kernel/imports.test.ts": "the whole kernel: what cells may import",
  "test/kernel/interrupt.test.ts": "the whole kernel: what an interrupt ends",
  "test/kernel/isolation.test.ts": "the whole kernel: what a cell may touch",
  "test/kernel/leaks.test.ts": "the whole kernel: what a cell leaves behind",
  "test/kernel/javascript.test.ts": "the whole kernel: cells of JavaScript",
  "test/kernel/life.test.ts": "the whole kernel: how it ends",
  "test/kernel/live.test.ts": "the whole kernel: the controls of `live` on the wire",
  "test/kernel/localModules.test.ts":
    "the whole kernel: what local modules may hold, and imports that lead nowhere",
  "test/kernel/outputs.test.ts": "the whole kernel: what reaches the notebook",
  "test/kernel/packages.test.ts": "the whole kernel: packages that many use, in every form of import",
  "test/kernel/sentences.test.ts": "the whole kernel: sentences where there are codes",
  "test/kernel/shown.test.ts": "the whole kernel: what values look like",
  "test/kernel/stops.test.ts": "the whole kernel: the table of stops",
  "test/kernel/tools.test.ts": "the whole kernel, by nbclient and its like",
  "test/kernel/world.test.ts": "the whole kernel: what changes on the disk between two cells",
  "test/lessons/class-activation-maps/drawing/network.test.ts": "the explorer's numbers against TensorFlow's",
  "test/lessons/exercise/mutants.test.ts": "what makes the mutants of solutions",
  "test/networks/leaks.test.ts": "the tensors that every function leaves",
  "test/networks/memory.test.ts": "the memory that every function leaves, also when it fails",
  "test/networks/models/initialWeights.test.ts": "the first weights of every network, by their record beside",
  "test/networks/models/lenet/parts.test.ts": "the layers and losses of LeNet-5, by the paper's formulas",
  "test/networks/training/images.test.ts":
    "training on images in colour and of any classes, from batches to evaluation",
  "test/networks/training/gradients.test.ts": "training and its layers, by differences of the loss",
};

/**
 * What is wrong with the place or the name of a test. It is named after a source in the same folder of src/, perhaps with a
 * word more for one side of it (`cnn.test.ts`, `cnnRefusals.test.ts`), or has its reason above.
 *
 * @param sources the paths of src/
 */
export function strayFault(path: string, sources: readonly string[]): string | undefined {
  const [, room = ""] = path.split("/");
  if (ownRooms.includes(room)) return undefined;
  const folder = posix.dirname(path).replace(/^test/, "src");
  const beside = sources.filter((source) => posix.dirname(source) === folder);
  if (!sources.some((source) => source.startsWith(`${folder}/`)))
    return `${path}: there is no ${folder}/. Put it where what it tests is`;
  const name = posix.basename(path, ".test.ts");
  const isNamed = beside.some((source) => {
    const own = posix.basename(source, ".ts");
    return name === own || (name.startsWith(own) && /^[A-Z]/.test(name.slice(own.length)));
  });
  if (isNamed || path in reasons) return undefined;
  return `${path}: there is no ${folder}/${name}.ts. Name it after what it tests, or say in test/house/mirror.ts what it looks at`;
}
