import { access } from "node:fs/promises";
import type { Experiment } from "./experiment.js";

/**
 * An experiment by its id, from `experiments/`.
 *
 * @throws {Error} if there is none
 */
export async function experimentNamed(id: string): Promise<Experiment> {
  const file = new URL(`../../../dist/experiments/${id}.js`, import.meta.url);
  try {
    await access(file);
  } catch (cause) {
    const message = `Cannot find experiment ${id}. npm run experiments -- --list shows what there is.`;
    throw new Error(message, { cause });
  }
  return (await import(file.href)).default;
}
