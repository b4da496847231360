import { armOf, type StoredRow } from "../results/experiment.js";

/**
 * The rows of those seeds that every arm has: arms are compared seed by seed, so a seed that some arm lacks says nothing yet.
 *
 * @throws {RangeError} if there are fewer than two such seeds
 * @example fullSeeds(await storedRows("pooling/pooling")).length // 27
 */
export function fullSeeds(rows: readonly StoredRow[]): StoredRow[] {
  const arms = new Set(rows.map(armOf)).size;
  const full = new Set(
    rows.map(({ seed }) => seed).filter((seed) => rows.filter((row) => row.seed === seed).length === arms),
  );
  if (full.size < 2) {
    throw new RangeError(
      `Cannot compare ${arms} arms seed by seed: ${full.size} seeds are measured in all of them. Measure two at least.`,
    );
  }
  return rows.filter(({ seed }) => full.has(seed));
}
