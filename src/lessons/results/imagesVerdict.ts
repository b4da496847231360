import { compareMisread } from "../../arithmetic/statistics/compareMisread.js";
import type { StoredRow, Verdict } from "./experiment.js";

/** From here on an uneven split of images counts as chance. */
const rare = 0.05;

/**
 * What the images say of a comparison that seeds have judged. It counts as shown where both agree: the interval of the seeds leaves out zero, the
 * split of the images is rare by chance, and both go the same way.
 *
 * @param bySeeds the difference of accuracies, paired by seed
 * @param first rows of the first arm, and `second` those of the other, of the same seeds
 * @param list the name in the result of the indices of misread images
 * @throws {RangeError} if there are no rows
 */
export function imagesVerdict(
  bySeeds: Verdict,
  first: readonly StoredRow[],
  second: readonly StoredRow[],
  list: string,
): Verdict {
  const runs = (rows: readonly StoredRow[]) => rows.map(({ result }) => result[list] as number[]);
  const { worseInFirst, worseInSecond, chance } = compareMisread(runs(first), runs(second));
  const mean = worseInSecond - worseInFirst;
  const shown = bySeeds.shown === true && chance < rare && Math.sign(mean) === Math.sign(bySeeds.mean);
  const { first: name, second: other, n } = bySeeds;
  const names = { measure: "images", first: name, ...(other === undefined ? {} : { second: other }) };
  const images = { better: worseInSecond, worse: worseInFirst, chance };
  return { ...names, percent: false, n, mean, shown, images };
}
