import { holdFrozen } from "../models/holdFrozen.js";
import { innerModel } from "../models/innerModel.js";
import { type LayersModel, type Tensor, tf } from "../tf.js";
import type { Batch, BatchSource } from "./batches.js";
import { exampleWeights } from "./classWeights.js";
import { compiledOf } from "./compiled.js";
import { fits } from "./fast/outputs.js";
import { type FastTraining, fastTraining } from "./fast/step.js";
import { freedOnError } from "./freedOnError.js";
import { areClassNumbers, classesOf, targetsOf } from "./targets.js";

/** How a model takes its steps. */
export interface Training {
  /** One step of gradient descent on a batch, which it disposes. */
  step(batch: Batch): Promise<[loss: number, accuracy: number]>;
  /** Gives the optimizer what was reached, so that it can be looked at or saved. */
  store(): void;
  /** To be called at the end, also after an error. */
  finish(): void;
}

/**
 * The fast way, where it is wanted and there is one; otherwise TensorFlow.js's own. It takes over, too, where the fast way comes upon
 * numbers that are not finite.
 *
 * @param source of such batches as will come
 * @param byClass how much the examples of each class count
 */
export function trainingOf(
  model: LayersModel,
  source: BatchSource,
  { fast, byClass }: { fast: boolean; byClass?: Float32Array | undefined },
): Training {
  holdFrozen(model);
  const found = fast ? fastTraining(model, byClass) : "it was not wanted";
  let quick: FastTraining | undefined = typeof found === "string" ? undefined : found;
  const ordinary = ordinaryStep(model, byClass);
  const toTargets = targetsOf(model, source);
  const toClasses = areClassNumbers(model, source) ? (labels: Tensor) => labels.clone() : classesOf;
  const finish = () => {
    quick?.finish();
    quick = undefined;
  };
  return {
    async step({ inputs, labels }) {
      let targets: Tensor | undefined;
      try {
        if (quick && fits(model, inputs)) {
          targets = toClasses(labels);
          const done = quick.step(inputs, targets);
          if (done) return done;
          finish();
          targets.dispose();
        }
        targets = toTargets(labels);
        return await ordinary(inputs, targets);
      } finally {
        tf.dispose([inputs, labels]);
        targets?.dispose();
      }
    },
    store: () => quick?.store(),
    finish,
  };
}

/** A step as `trainOnBatch` of TensorFlow.js takes it, which knows no weights of examples though what it calls does. */
function ordinaryStep(model: LayersModel, byClass: Float32Array | undefined) {
  const train = innerModel(model).makeTrainFunction();
  const at = compiledOf(model)?.accuracyAt ?? 0;
  return async (inputs: Tensor, targets: Tensor): Promise<[loss: number, accuracy: number]> => {
    const weights = byClass ? [exampleWeights(byClass, targets)] : [];
    try {
      // The loss, then the metrics.
      const made = freedOnError(() => train([inputs, targets, ...weights]));
      const values = await Promise.all(made.map((value) => value.data()));
      tf.dispose(made);
      const [loss, accuracy] = [values[0]?.[0], values[at]?.[0]];
      return [loss as number, at === 0 ? Number.NaN : (accuracy as number)];
    } finally {
      tf.dispose(weights);
    }
  };
}
