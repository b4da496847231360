import { storedRows } from "../results/experiment.js";
import { type LadderRung, ladderRungs, withBetterRates } from "./ladderRungs.js";
import { type LadderStep, ladderPairs, ladderSteps } from "./ladderSteps.js";

/** The measured way from LeNet-5 as published to a network of today. */
export interface StoredLadder {
  /** Each rung and the one from which it differs in one thing. */
  readonly pairs: typeof ladderPairs;
  /** Every rung at the rate that suits it. */
  readonly rungs: readonly LadderRung[];
  readonly steps: readonly LadderStep[];
  /** The same steps as they look where every rung has the rate of its optimizer. */
  readonly atOneRate: readonly LadderStep[];
}

/**
 * The stored ladder on 3,000 digits, six seeds: rungs, steps, and what seeds and digits say of each. Rates were chosen on training digits kept
 * aside (`lenet-5/step-rates`); the test digits had no say.
 *
 * @example (await storedLadder()).steps[0].against // "as published"
 */
export async function storedLadder(): Promise<StoredLadder> {
  const asSet = ladderRungs(await storedRows("lenet-5/steps"));
  const rungs = withBetterRates(asSet, ladderRungs(await storedRows("lenet-5/chosen")));
  return { pairs: ladderPairs, rungs, steps: ladderSteps(rungs), atOneRate: ladderSteps(asSet) };
}
