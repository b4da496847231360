import type { Experiment } from "./experiment.js";

/** The twin of `experimentNamed.ts` in a browser: a bundler makes a file of each experiment, fetched when it is asked for. */
export async function experimentNamed(id: string): Promise<Experiment> {
  const [lesson, name] = id.split("/");
  const refusal = (cause?: unknown) =>
    new Error(
      `Cannot find experiment ${id}. Its name is the lesson's and the experiment's, as in mnist-cnn/width.`,
      { cause },
    );
  let found: { default?: Experiment };
  try {
    found = await import(`../../experiments/${lesson}/${name}.js`);
  } catch (cause) {
    throw refusal(cause);
  }
  if (found.default === undefined) throw refusal();
  return found.default;
}
