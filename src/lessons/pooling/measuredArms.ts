import type { Arm } from "../../charts/comparison.js";
import { storedRows } from "../results/experiment.js";
import { fullSeeds } from "./fullSeeds.js";
import { type ArmMeasure, reductionArms } from "./reductionArms.js";

/**
 * What each arm of a stored experiment on pooling reached, one number a seed, for the seeds that every arm has.
 *
 * @param id such as "pooling/pooling"
 * @param measure the name of a number in the results, or `{ steadyAt: 0.85 }`: how steady answers were at that accuracy
 * @throws {Error} if nothing is stored under that id
 * @throws {RangeError} if fewer than two seeds are measured in all arms, or a row has no such number
 * @example (await measuredArms("pooling/pooling", "testAccuracy"))[0].name // "late mean"
 */
export async function measuredArms(id: string, measure: ArmMeasure): Promise<Arm[]> {
  return reductionArms(fullSeeds(await storedRows(id)), measure);
}
