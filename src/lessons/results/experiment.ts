import type { LayersModel } from "../../networks/tf.js";
import { readData } from "../../platform/data.js";
import { sha256 } from "../../platform/hash.js";
import { armsOf, type Plan } from "./plan.js";
import type { Result } from "./result.js";

/** One measurement of an experiment: what is set, and the seed of everything random in it. */
export interface ExperimentRow {
  /** Unique within the experiment, as `npm run experiments -- mnist-cnn/width "16/32, dense 64, seed 1"` takes it. */
  name: string;
  configuration: Readonly<Record<string, string | number>>;
  seed: number;
}

/** What {@link Experiment.run} returns: the numbers, and the hash of the trained weights behind them. */
export interface Measurement {
  result: Result;
  weights: string;
}

/** What a running row may do besides measuring. */
export interface ExperimentContext {
  /** Says how far the row is, from 0 to 1. */
  report(share: number): void;
  /** Keeps the trained network in `data/weights/` with a card. Does nothing when a reader re-runs the row. */
  keep(model: LayersModel, name: string, card: Readonly<Record<string, string | number>>): Promise<void>;
}

/** A long measurement behind a lesson, made once and stored row by row. One short file each, in `experiments/`, with what it is to decide. */
export interface Experiment extends Plan {
  /** Lesson and subject, such as `mnist-cnn/width`: the place of its file and of its results. */
  id: string;
  question: string;
  rows: readonly ExperimentRow[];
  run(row: ExperimentRow, context: ExperimentContext): Promise<Measurement>;
}

/** A row of `data/results/`: what was measured, and what made it. */
export interface StoredRow extends ExperimentRow, Measurement {
  seconds: number;
  versions: Readonly<Record<string, string>>;
  /** The commit whose code measured it. */
  commit: string;
  /** `rowHash` of the row: a number altered by hand no longer fits. */
  sha256: string;
}

/** An interval of the means or of the differences of an experiment, as it is stored beside the rows. */
export interface Verdict {
  measure: string;
  first: string;
  /** What it is compared with; left out where it is a mean. */
  second?: string | number;
  /** Whether it is told in percent. */
  percent: boolean;
  /** How many seeds. */
  n: number;
  mean: number;
  /** The ends of the 95% interval. One seed has none. */
  low?: number;
  high?: number;
  /** Of a comparison: whether the interval leaves out zero. */
  shown?: boolean;
  /** Of a comparison by images: how many are misread by a smaller share of the first arm's runs, how many by a larger one, and the sign test. */
  images?: { better: number; worse: number; chance: number };
}

/** The stored results of one experiment. */
export interface StoredExperiment {
  id: string;
  /** The id under which the rows were hashed, where it was another one then. */
  measuredAs?: string;
  question: string;
  rows: StoredRow[];
  /** What the rows say of the experiment's plan, where it has one. */
  verdicts?: Verdict[];
}

/**
 * The experiment as it is, after making sure that its rows have different names, and that what it is to decide is about rows it has.
 *
 * @throws {Error} if two rows share a name, or a comparison names no row
 */
export function experiment(definition: Experiment): Experiment {
  const names = new Set(definition.rows.map((row) => row.name));
  if (names.size < definition.rows.length) {
    throw new Error(
      `Cannot use experiment ${definition.id}: two rows share a name. Name each row differently.`,
    );
  }
  const stray = armsOf(definition).find((arm) => !definition.rows.some((row) => armOf(row) === arm));
  if (stray !== undefined) {
    throw new Error(
      `Cannot use experiment ${definition.id}: it compares "${stray}", and no row has that name before its seed. Give the name of rows.`,
    );
  }
  return definition;
}

/** The name of a row without its seed. */
export function armOf({ name, seed }: { name: string; seed: number }): string {
  return name.replace(new RegExp(`, seed ${seed}$`), "");
}

/** SHA-256 over what was set and what was found, weights included. */
export function rowHash(id: string, row: ExperimentRow & Measurement): string {
  const { name, configuration, seed, result, weights } = row;
  const text = JSON.stringify({ id, name, configuration, seed, result, weights });
  return sha256(text);
}

/**
 * The stored rows of an experiment, from `data/results/`.
 *
 * @throws {Error} if nothing is stored under that id, or a row does not fit its hash
 * @example (await storedRows("mnist-cnn/width"))[0].seed // 1
 */
export async function storedRows(id: string): Promise<StoredRow[]> {
  let stored: StoredExperiment;
  try {
    stored = JSON.parse(new TextDecoder().decode(await readData(`results/${id}.json`)));
  } catch (cause) {
    const message = `Cannot read the results of experiment ${id}. Measure them: npm run experiments -- ${id}`;
    throw new Error(message, { cause });
  }
  for (const row of stored.rows) {
    if (rowHash(stored.measuredAs ?? id, row) !== row.sha256) {
      const again = `npm run experiments -- ${id} "${row.name}" --again`;
      throw new Error(
        `Cannot trust ${id}, row "${row.name}": its numbers do not fit its hash. Measure again: ${again}`,
      );
    }
  }
  return stored.rows;
}

/** The rows of one arm, in the order of the seeds; none where no row has that name. */
export function rowsOfArm(rows: readonly StoredRow[], arm: string): StoredRow[] {
  return rows.filter((row) => armOf(row) === arm).sort((a, b) => a.seed - b.seed);
}
