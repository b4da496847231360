import { storedRows } from "../results/experiment.js";
import { type LadderRung, rungsAsSet, rungsAtBestRate } from "./ladderRungs.js";
import { type LadderStep, ladderPairs, ladderSteps } from "./ladderSteps.js";

/** The measured way from LeNet-5 as published to a network of today. */
export interface StoredLadder {
  /** Each rung and the one from which it differs in one thing. */
  readonly pairs: typeof ladderPairs;
  /** Every rung at its best rate. */
  readonly rungs: readonly LadderRung[];
  readonly steps: readonly LadderStep[];
  /** The same steps as they look where every rung keeps the rate that was set for the ladder. */
  readonly atOneRate: readonly LadderStep[];
}

/**
 * The stored ladder on 3,000 digits: rungs, steps, and what seeds and digits say of each.
 *
 * @example (await storedLadder()).steps[0].against // "as published"
 */
export async function storedLadder(): Promise<StoredLadder> {
  const set = await storedRows("lenet-5/steps");
  const others = await Promise.all(["lenet-5/step-rates", "lenet-5/larger-rates"].map(storedRows));
  const rungs = rungsAtBestRate([set, ...others].flat());
  return {
    pairs: ladderPairs,
    rungs,
    steps: ladderSteps(rungs),
    atOneRate: ladderSteps(rungsAsSet(set)),
  };
}
