import { storedRows } from "../results/experiment.js";

/** What one network read of the images kept aside, with one learning rate. */
export interface TriedRate {
  readonly name: string;
  readonly rate: number;
  /** A share for each seed, in the order of the seeds. */
  readonly values: readonly number[];
}

/**
 * The learning rates that an experiment tried, each with what was read of the validation images.
 *
 * @param id of an experiment whose rows are named "network, rate 0.003, seed 1"
 * @throws {Error} if nothing is stored under that id
 * @throws {RangeError} if its rows have other names
 * @example (await triedRates("mnist-cnn/changes-rates"))[0]?.rate // 0.001
 */
export async function triedRates(id: string): Promise<TriedRate[]> {
  const found = new Map<string, { name: string; rate: number; values: number[] }>();
  for (const { name: whole, result } of await storedRows(id)) {
    const [, name, rate] = /^(.*), rate ([\d.]+), seed \d+$/.exec(whole) ?? [];
    if (name === undefined)
      throw new RangeError(
        `Cannot read rates of ${id}: a row is called "${whole}". Name an experiment on rates.`,
      );
    const key = `${name}, ${rate}`;
    const entry = found.get(key) ?? { name, rate: Number(rate), values: [] };
    found.set(key, { ...entry, values: [...entry.values, Number(result.validationAccuracy)] });
  }
  return [...found.values()];
}
