import type { Experiment } from "./experiment.js";

/** The twin of `experimentNamed.ts` in a browser: a bundler makes a file of each experiment, fetched when it is asked for. */
export async function experimentNamed(id: string): Promise<Experiment> {
  const [lesson, name] = id.split("/");
  const found: { default?: Experiment } = await import(`../../experiments/${lesson}/${name}.js`).catch(
    () => ({}),
  );
  if (found.default !== undefined) return found.default;
  throw new Error(
    `Cannot find experiment ${id}. Its name is the lesson's and the experiment's, as in mnist-cnn/width.`,
  );
}
