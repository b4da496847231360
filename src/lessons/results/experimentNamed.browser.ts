import type { Experiment } from "./experiment.js";

/** The twin of `experimentNamed.ts` in a browser: a bundler makes a file of each experiment, fetched when it is asked for. */
export async function experimentNamed(id: string): Promise<Experiment> {
  try {
    return (await import(`../../experiments/${id}.js`)).default;
  } catch (cause) {
    throw new Error(`Cannot find experiment ${id}. Its name is in the cell that was here before.`, { cause });
  }
}
