/** A learning rate by the share of the training that is done, from 0 to 1. */
export type LearningRate = (share: number) => number;

/**
 * One cycle of a learning rate: from a 25th of the peak up to it in the first 30%, and down to nearly nothing, both along half a cosine.
 *
 * @example [0, 0.3, 1].map(oneCycle(0.01)) // [0.0004, 0.0100, 0.000001]
 * @see Smith, *A disciplined approach to neural network hyper-parameters*, 2018
 */
export function oneCycle(peak: number): LearningRate {
  const between = (from: number, to: number, share: number) =>
    to + ((from - to) * (1 + Math.cos(Math.PI * share))) / 2;
  const rise = 0.3;
  return (share) =>
    share < rise
      ? between(peak / 25, peak, share / rise)
      : between(peak, peak / 10_000, (share - rise) / (1 - rise));
}

/**
 * The falling rates of LeNet-5's paper, over 20 passes 5, 2, 1, 0.5 and 0.1 parts of a ten thousandth, scaled so that the first is
 * the given one, and stretched over whatever length the training has.
 *
 * @example [0, 0.1, 1].map(paperRates(0.001)) // [0.001, 0.0004, 0.00002]
 * @see LeCun, Bottou, Bengio and Haffner, *Gradient-based learning applied to document recognition*, 1998
 */
export function paperRates(first: number): LearningRate {
  const steps = [
    { until: 2 / 20, rate: 5 },
    { until: 5 / 20, rate: 2 },
    { until: 8 / 20, rate: 1 },
    { until: 12 / 20, rate: 0.5 },
  ];
  return (share) => ((steps.find(({ until }) => share < until)?.rate ?? 0.1) / 5) * first;
}
