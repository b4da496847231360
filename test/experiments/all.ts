import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Experiment, StoredExperiment, StoredRow } from "../../src/lessons/results/experiment.js";
import { filesUnder, read, root } from "../house/files.js";

/** Every experiment of `experiments/`. They stand on the built package, as the runner's do. */
export async function allExperiments(): Promise<Experiment[]> {
  if (!existsSync(join(root, "dist", "index.js"))) {
    throw new Error("Cannot load the experiments: dist is not built. Run npm run build first.");
  }
  const found = await Promise.all(
    names("experiments", ".ts").map(async (name) => {
      const module = (await import(`../../experiments/${name}.ts`)) as { default?: Experiment };
      if (module.default && module.default.id !== name)
        throw new Error(`Cannot use experiments/${name}.ts: its id is ${module.default.id}.`);
      return module.default ?? [];
    }),
  );
  return found.flat();
}

/** The files of the lessons' folders in a folder, as `convolution/length`. */
function names(folder: string, ending: string): string[] {
  return filesUnder(folder, ending)
    .map((path) => path.slice(folder.length + 1, -ending.length))
    .filter((name) => name.includes("/"));
}

/** Every file of `data/results/`, by its place there without the ending. */
export function allStored(): Map<string, StoredExperiment> {
  return new Map(
    names("data/results", ".json").map((name) => [name, JSON.parse(read(`data/results/${name}.json`))]),
  );
}

/** The stored row that took the least time, among those with a test accuracy. */
export function shortestStored(): { id: string; row: StoredRow } | undefined {
  const all = [...allStored()].flatMap(([id, { rows }]) => rows.map((row) => ({ id, row })));
  return all
    .filter(({ row }) => typeof row.result.testAccuracy === "number")
    .sort((a, b) => a.row.seconds - b.row.seconds)[0];
}
