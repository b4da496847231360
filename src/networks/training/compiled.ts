import { innerModel, type Measure } from "../models/innerModel.js";
import { type LayersModel, tf } from "../tf.js";

/** What a model was compiled with, where it has one output. */
export interface Compiled {
  readonly loss: Measure;
  /** Its name in TensorFlow.js; nothing if it came as a function. */
  readonly lossName: string | undefined;
  /** The metric that is an accuracy, by its name. */
  readonly accuracy: Measure | undefined;
  /** Where its value stands in what TensorFlow.js gives for a batch, after the loss; 0 if there is none. */
  readonly accuracyAt: number;
}

/** What a model was compiled with, or nothing if it was not. */
export function compiledOf(model: LayersModel): Compiled | undefined {
  if (!model.optimizer) return undefined;
  const { lossFunctions, metricsNames, metricsTensors } = innerModel(model);
  const accuracyAt = accuracyIndex(metricsNames);
  return {
    loss: lossFunctions[0] as Measure,
    lossName: lossNameOf(model.loss),
    accuracy: metricsTensors[accuracyAt - 1]?.[0],
    accuracyAt,
  };
}

/** "acc" is what TensorFlow.js calls "accuracy"; others, such as "binaryAccuracy", come under their own names. */
function accuracyIndex(names: readonly string[]): number {
  const exact = names.indexOf("acc");
  return Math.max(0, exact > 0 ? exact : names.findIndex((name, at) => at > 0 && /accuracy$/i.test(name)));
}

/** A loss may also stand in a list or under the name of the output. */
function lossNameOf(loss: unknown): string | undefined {
  if (typeof loss === "string") return loss;
  if (typeof loss !== "object" || loss === null) return undefined;
  return lossNameOf(Object.values(loss)[0]);
}

/** The accuracy that TensorFlow.js means by "accuracy" for this loss and this many outputs. */
export function usualAccuracy(lossName: string | undefined, outputs: number): Measure {
  if (outputs === 1 || lossName === "binaryCrossentropy") return tf.metrics.binaryAccuracy;
  return lossName === "sparseCategoricalCrossentropy"
    ? tf.metrics.sparseCategoricalAccuracy
    : tf.metrics.categoricalAccuracy;
}
