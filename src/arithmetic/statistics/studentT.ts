/// <reference path="./jstat.d.ts" />
import jstat from "jstat";

/**
 * How many standard errors a mean lies at most from the true one, with this confidence: the two-sided quantile of Student's t.
 * Few measurements know their own spread badly, so that it is 4.3 for three of them, 2.3 for ten and 1.96 for very many.
 *
 * @param confidence the share of such intervals that hold the true value, above 0 and below 1
 * @param degreesOfFreedom one less than there are measurements
 * @throws {RangeError} if the confidence is no such share
 * @example studentFactor(0.95, 2) // 4.303
 * @see Student, *The probable error of a mean*, 1908
 */
export function studentFactor(confidence: number, degreesOfFreedom: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(
      `Cannot tell an interval: confidence is ${confidence}. Give a share between 0 and 1, such as 0.95.`,
    );
  }
  // By the tail below, which keeps its digits where the share above is nearly 1.
  return -jstat.studentt.inv((1 - confidence) / 2, degreesOfFreedom);
}
