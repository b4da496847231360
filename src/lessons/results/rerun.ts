import { progress } from "../../notebook/progress.js";
import { storedRows } from "./experiment.js";
import { experimentNamed } from "./experimentNamed.js";
import type { Result } from "./result.js";

/** A stored measurement beside the same one made here and now. */
export interface Rerun {
  stored: Result;
  again: Result;
}

/**
 * One stored row of an experiment beside the same measured once more, with the same seed. They differ a
 * little: the rows were measured on one thread, and sums in another order round differently.
 *
 * @throws {Error} if there is no such experiment
 * @throws {RangeError} if it has no such row, or the row is not stored
 */
export async function rerun(id: string, rowName: string): Promise<Rerun> {
  const experiment = await experimentNamed(id);
  const row = experiment.rows.find(({ name }) => name === rowName);
  const stored = (await storedRows(id)).find(({ name }) => name === rowName);
  if (!row) {
    const names = experiment.rows.map(({ name }) => `"${name}"`).join(", ");
    throw new RangeError(`Cannot repeat row "${rowName}" of ${id}. Its rows are ${names}.`);
  }
  if (!stored) {
    const measure = `npm run experiments -- ${id} "${rowName}"`;
    throw new RangeError(`Cannot repeat row "${rowName}" of ${id}: it is not stored. Measure it: ${measure}`);
  }
  const bar = progress(`${id}, ${rowName}`, 100);
  try {
    const { result } = await experiment.run(row, {
      report: (share) => bar.update(100 * share),
      keep: async () => {},
    });
    return { stored: stored.result, again: result };
  } finally {
    bar.done();
  }
}
