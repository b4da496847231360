import { SeededDropout } from "../../models/dropout.js";
import { innerModel } from "../../models/innerModel.js";
import { scoreLossOf } from "../../models/lenet/losses.js";
import { nestedLayers } from "../../models/nestedLayers.js";
import { type LayersModel, type Tensor, tf } from "../../tf.js";
import type { Value } from "./binding.js";
import { NotFinite } from "./finite.js";
import { crossEntropy, scoreLoss } from "./loss.js";
import { type Native, native } from "./native.js";
import { forward } from "./outputs.js";
import { planOf } from "./plan.js";
import type { Forward, Stage, Weight } from "./stages.js";
import { updateOf } from "./update.js";

/** Training by TensorFlow's operations without TensorFlow.js's tape around them: the same numbers, sooner. */
export interface FastTraining {
  /**
   * One step of gradient descent; the weights of the model move at once. Nothing, and nothing has moved, where numbers are not
   * finite. Labels are numbers of classes.
   */
  step(inputs: Tensor, labels: Tensor): [loss: number, accuracy: number] | undefined;
  /** Gives the optimizer of TensorFlow.js what was reached. */
  store(): void;
  /** To be called at the end, however it comes. */
  finish(): void;
}

/**
 * A fast way to train this compiled model, or a sentence that says why there is none.
 *
 * @param byClass how much the examples of each class count
 */
export function fastTraining(model: LayersModel, byClass?: ArrayLike<number>): FastTraining | string {
  const ops = native();
  if (!ops) return `the backend is ${tf.getBackend()}, not tensorflow`;
  const fault = compilationFault(model);
  if (fault) return fault;
  const stages = planOf(ops, model);
  if (typeof stages === "string") return stages;
  const judge = judgeOf(ops, model, stages, byClass);
  if (typeof judge === "string") return judge;
  // Those that were free to learn when the model was compiled.
  const weights = innerModel(model).collectedTrainableWeights as readonly Weight[];
  const learning = new Set(weights);
  const lowest = stages.findIndex(({ weight }) => weight && learning.has(weight));
  if (weights.some((weight) => !stages.some((stage) => stage.weight === weight)))
    return "a weight that learns is in no stage";
  const update = updateOf(ops, model.optimizer, weights);
  if (typeof update === "string") return update;
  const withAccuracy = model.metricsNames.length > 1;
  const masks = drawnMasks(model);
  return {
    step: (inputs, labels) =>
      ops.tidy(() => {
        masks.note();
        try {
          const [outputs, way] = forward(ops.of(inputs), stages, true);
          const { loss, accuracy, gradient } = judge(outputs, labels);
          const found = backward(gradient, stages, way, lowest, learning);
          const gradients = weights.map((weight) => found.get(weight) as Value);
          update.apply(gradients);
          return [loss, withAccuracy ? accuracy : Number.NaN];
        } catch (reason) {
          if (!(reason instanceof NotFinite)) throw reason;
          masks.putBack();
          return undefined;
        }
      }),
    store: () => update.store(),
    finish: () => update.finish(),
  };
}

/** Steps that are taken again draw the same masks of dropout again. */
function drawnMasks(model: LayersModel) {
  const layers = nestedLayers(model).flatMap(({ layer }) => (layer instanceof SeededDropout ? [layer] : []));
  let drawn: number[] = [];
  return {
    note: () => {
      drawn = layers.map(({ masksDrawn }) => masksDrawn);
    },
    putBack: () => {
      for (const [index, layer] of layers.entries()) layer.masksDrawn = drawn[index] as number;
    },
  };
}

/** How the loss judges what the stages give. Softmax and cross-entropy are one operation, so that stage is taken off. */
function judgeOf(ops: Native, model: LayersModel, stages: Stage[], byClass: ArrayLike<number> | undefined) {
  if ((model.outputs[0]?.shape ?? []).length !== 2) return "it does not end with a row of classes";
  const onScores = scoreLossOf(model);
  if (onScores) return (outputs: Value, labels: Tensor) => scoreLoss(ops, onScores, outputs, labels, byClass);
  if (stages.pop()?.kind !== "softmax") return "it does not end with a softmax over classes";
  return (outputs: Value, labels: Tensor) => crossEntropy(ops, outputs, labels, byClass);
}

function compilationFault(model: LayersModel): string | undefined {
  if (model.loss !== "sparseCategoricalCrossentropy" && !scoreLossOf(model))
    return `its loss is ${String(model.loss)}`;
  const metrics = model.metricsNames.slice(1).join();
  if (!["", "acc"].includes(metrics)) return `it measures ${metrics}`;
  if (nestedLayers(model).some(({ layer }) => layer.losses.length > 0)) return "it has regularizers";
  return undefined;
}

/** From the last stage to the lowest that learns, and no further. */
function backward(
  gradient: Value,
  stages: readonly Stage[],
  way: readonly Forward[],
  lowest: number,
  learning: ReadonlySet<Weight>,
): Map<Weight, Value> {
  const gradients = new Map<Weight, Value>();
  let dy = gradient;
  for (let index = stages.length - 1; index >= lowest && lowest >= 0; index--) {
    const { weight } = stages[index] as Stage;
    const done = way[index] as Forward;
    if (weight && learning.has(weight) && done.dWeight) gradients.set(weight, done.dWeight(dy));
    if (index > lowest) dy = done.dx(dy);
  }
  return gradients;
}
