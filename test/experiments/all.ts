import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Experiment, StoredExperiment, StoredRow } from "../../src/lessons/results/experiment.js";
import { root } from "../lessons/results/sources.js";

const results = join(root, "data", "results");

/** Every experiment of `experiments/`. They stand on the built package, as the runner's do. */
export async function allExperiments(): Promise<Experiment[]> {
  if (!existsSync(join(root, "dist", "index.js"))) {
    throw new Error("Cannot load the experiments: dist is not built. Run npm run build first.");
  }
  const files = readdirSync(join(root, "experiments")).filter((file) => /^\d\d-.*\.ts$/.test(file));
  return Promise.all(
    files.map(async (file) => {
      const { default: found } = (await import(`../../experiments/${file}`)) as { default: Experiment };
      if (`${found.id}.ts` !== file) throw new Error(`Cannot use ${file}: its id is ${found.id}.`);
      return found;
    }),
  );
}

/** Every file of `data/results/`, by the name without its ending. */
export function allStored(): Map<string, StoredExperiment> {
  const files = existsSync(results) ? readdirSync(results).filter((file) => file.endsWith(".json")) : [];
  return new Map(
    files.map((file) => [
      file.slice(0, -".json".length),
      JSON.parse(readFileSync(join(results, file), "utf8")),
    ]),
  );
}

/** The stored row that took the least time, among those with a test accuracy. */
export function shortestStored(): { id: string; row: StoredRow } | undefined {
  const all = [...allStored()].flatMap(([id, { rows }]) => rows.map((row) => ({ id, row })));
  return all
    .filter(({ row }) => typeof row.result.testAccuracy === "number")
    .sort((a, b) => a.row.seconds - b.row.seconds)[0];
}
