import { softmax } from "../../arithmetic/softmax.js";
import { judgeScores, scoreLossOf } from "../models/lenet/losses.js";
import { type LayersModel, tf } from "../tf.js";
import { compiledOf } from "./compiled.js";
import { lastActivation } from "./lastActivation.js";

/** What the outputs of a model say. */
export interface Answers {
  /**
   * `classes`: one of several classes, by the largest output. `several`: each output says by itself whether its class is there.
   * `unit`: one output, the probability of the second of two classes. `numbers`: no classes at all, as in regression.
   */
  readonly kind: "classes" | "several" | "unit" | "numbers";
  /** How many numbers it gives at a place. */
  readonly outputs: number;
  /** How many classes it tells apart; 0 for numbers. */
  readonly classes: number;
  /** The probability of each class, by the numbers it gives. */
  probabilities(row: ArrayLike<number>): ArrayLike<number>;
}

/** Losses on numbers. Whoever compiles with one of them and ends in no probabilities means no classes. */
const lossesOnNumbers = [
  "meanSquaredError",
  "meanAbsoluteError",
  "meanAbsolutePercentageError",
  "meanSquaredLogarithmicError",
  "logcosh",
  "poisson",
  "cosineProximity",
];

/** What the outputs of a model say, by its last activation and by what it was compiled with. */
export function answersOf(model: LayersModel): Answers {
  const outputs = model.outputs[0]?.shape.at(-1) ?? 0;
  const { lossName, loss, accuracy } = compiledOf(model) ?? {};
  const end = lastActivation(model);
  const endsInProbabilities = end === "softmax" || end === "sigmoid" || end === "hardSigmoid";
  const onLogits = loss === tf.losses.sigmoidCrossEntropy && !endsInProbabilities;
  const each = (row: ArrayLike<number>) => Array.from(row, onLogits ? sigmoid : within01);
  if (outputs === 1) {
    const isUnit =
      end === "sigmoid" || end === "hardSigmoid" || lossName === "binaryCrossentropy" || onLogits;
    if (!isUnit) return noClasses(outputs);
    const both = (row: ArrayLike<number>) => {
      const [second = Number.NaN] = each(row);
      return [1 - second, second];
    };
    return { kind: "unit", outputs, classes: 2, probabilities: both };
  }
  const onScores = scoreLossOf(model);
  if (onScores) {
    const probabilities = (row: ArrayLike<number>) => judgeScores(onScores, row, 0).probabilities;
    return { kind: "classes", outputs, classes: outputs, probabilities };
  }
  if (lossName === "binaryCrossentropy" || loss === tf.losses.sigmoidCrossEntropy) {
    return { kind: "several", outputs, classes: outputs, probabilities: each };
  }
  if (lossName && lossesOnNumbers.includes(lossName) && !endsInProbabilities && !accuracy)
    return noClasses(outputs);
  const asTheyAre = (row: ArrayLike<number>) =>
    endsInProbabilities || (end === undefined && areProbabilities(row));
  const probabilities = (row: ArrayLike<number>) => (asTheyAre(row) ? row : softmax(row));
  return { kind: "classes", outputs, classes: outputs, probabilities };
}

const noClasses = (outputs: number): Answers => ({
  kind: "numbers",
  outputs,
  classes: 0,
  probabilities: () => [],
});

const within01 = (value: number) => Math.min(1, Math.max(0, value));
const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));

function areProbabilities(row: ArrayLike<number>): boolean {
  const values = Array.from(row);
  return (
    values.every((value) => value >= 0 && value <= 1) &&
    Math.abs(values.reduce((sum, value) => sum + value, -1)) < 1e-3
  );
}
