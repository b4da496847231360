import { type LayersModel, type Tensor, type Tensor2D, tf } from "../../tf.js";

/**
 * A loss on scores, of which the largest wins: for LeNet-5 the scores are -y, y being the paper's penalties. Takes the wanted
 * classes one-hot, `[batch, classes]`, and the scores, and gives one number for each example.
 */
export interface ScoreLoss {
  (wanted: Tensor, scores: Tensor): Tensor;
  readonly equation: "equation8" | "equation9";
  /** The constant j of equation 9. Infinity: no class for rubbish, and the loss is softmax cross-entropy. */
  readonly j: number;
}

/** Equation 8 of LeNet-5's paper: the penalty of the right class alone. It lets no class compete with another. */
export const equation8: ScoreLoss = Object.assign(
  (wanted: Tensor, scores: Tensor) => tf.tidy(() => wanted.mul(scores).sum(-1).neg()),
  { equation: "equation8", j: Number.POSITIVE_INFINITY } as const,
);

/**
 * Equation 9 of LeNet-5's paper: y of the right class + log(exp(-j) + Σ exp(-y)). The penalties of the other classes are pushed up,
 * those far above j no further, as if there were an eleventh class for rubbish whose penalty is always j. As j grows it becomes softmax
 * cross-entropy of -y. The paper names no value for j.
 *
 * @throws {RangeError} if j is not above 0
 */
export function equation9(j: number): ScoreLoss {
  if (!(j > 0))
    throw new RangeError(`Cannot use j = ${j} in equation 9. Give a number above 0, or Infinity.`);
  const loss = (wanted: Tensor, scores: Tensor) =>
    tf.tidy(() => {
      const right = wanted.mul(scores).sum(-1);
      return withRubbish(scores as Tensor2D, j)
        .logSumExp(-1)
        .sub(right);
    });
  return Object.assign(loss, { equation: "equation9", j } as const);
}

/** The scores, and behind them that of the class for rubbish, if there is one. */
function withRubbish(scores: Tensor2D, j: number): Tensor2D {
  if (j === Number.POSITIVE_INFINITY) return scores;
  return tf.concat([scores, tf.fill([scores.shape[0], 1], -j)], 1) as Tensor2D;
}

/** The loss on scores that a model was compiled with, or nothing if it is another kind. */
export function scoreLossOf(model: LayersModel): ScoreLoss | undefined {
  const loss: unknown = model.loss;
  return typeof loss === "function" && "equation" in loss ? (loss as unknown as ScoreLoss) : undefined;
}

/** Loss and probabilities of one example by its scores. Equation 8 knows no probabilities: it gets those without rubbish. */
export function judgeScores(
  { equation, j }: ScoreLoss,
  scores: ArrayLike<number>,
  label: number,
): { loss: number; probabilities: number[] } {
  const all = [...Array.from(scores), -j];
  const largest = Math.max(...all);
  const powers = all.map((score) => Math.exp(score - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  const right = scores[label] ?? Number.NaN;
  const loss = equation === "equation8" ? -right : largest + Math.log(sum) - right;
  return { loss, probabilities: powers.slice(0, -1).map((power) => power / sum) };
}
