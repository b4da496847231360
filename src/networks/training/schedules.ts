import { learningRateOf, setLearningRate } from "../models/optimizers.js";
import type { tf } from "../tf.js";
import { type LearningRate, oneCycle } from "./learningRate.js";

/** How a learning rate goes, by its name in the field. `rate` is the optimizer's own, and for `oneCycle` the peak. */
export const schedules = {
  /** Up to it in the first third and down to nearly nothing, as {@link oneCycle} has it. */
  oneCycle,
  /** Down to nothing along half a cosine. */
  cosine: (rate) => (share) => (rate * (1 + Math.cos(Math.PI * share))) / 2,
  /** Down to nothing along a line. */
  linear: (rate) => (share) => rate * (1 - share),
  /** Down to a hundredth, by the same factor every step. */
  exponential: (rate) => (share) => rate * 0.01 ** share,
  /** A tenth of it after each third. */
  step: (rate) => (share) => rate * 0.1 ** Math.floor(3 * share),
} satisfies Record<string, (rate: number) => LearningRate>;

/** The name of one of the schedules. */
export type ScheduleName = keyof typeof schedules;

/** What `learningRate` may be: a rate for the whole training, a schedule by name, or by a function of one's own. */
export type LearningRateOption = number | ScheduleName | LearningRate;

/** The rates of a training. */
export interface Rates {
  /** Sets the rate for the coming step. */
  set(share: number): void;
  /** Gives the optimizer its own rate again. */
  restore(): void;
}

/** Without an option the optimizer keeps its rate. */
export function ratesOf(optimizer: tf.Optimizer, option: LearningRateOption | undefined): Rates {
  if (option === undefined) return { set() {}, restore() {} };
  const own = learningRateOf(optimizer);
  const rateAt = scheduleOf(option, own);
  return {
    set: (share) => setLearningRate(optimizer, rateAt(share)),
    restore: () => own !== undefined && setLearningRate(optimizer, own),
  };
}

/**
 * The rate by the share of the training that is done.
 *
 * @param own the rate of the optimizer
 * @throws {TypeError} if there is no schedule of that name
 */
function scheduleOf(option: LearningRateOption, own: number | undefined): LearningRate {
  if (typeof option === "number") return checked(() => option);
  if (typeof option === "function") return checked(option);
  const known = Object.keys(schedules).join(", ");
  if (typeof option !== "string" || !Object.hasOwn(schedules, option)) {
    const given = typeof option === "string" ? `"${option}"` : typeof option;
    throw new TypeError(
      `Cannot train: learningRate is ${given}. Give a number, one of ${known}, or a function of the share that is done.`,
    );
  }
  if (own === undefined) {
    throw new TypeError(
      `Cannot train: the schedule ${option} starts from the optimizer's rate, and it has none. Give a function, or compile with adam.`,
    );
  }
  return checked(schedules[option](own));
}

function checked(rateAt: LearningRate): LearningRate {
  return (share) => {
    const rate = rateAt(share);
    if (rate >= 0 && Number.isFinite(rate)) return rate;
    throw new RangeError(
      `Cannot train: learningRate is ${rate} at ${share} of the training. Give numbers from 0 up.`,
    );
  };
}
