import { scoreLossOf } from "../models/lenet/losses.js";
import { type LayersModel, type Tensor, tf } from "../tf.js";
import type { Batch } from "./batches.js";
import { fits } from "./fast/outputs.js";
import { fastTraining } from "./fast/step.js";

/** How a model takes its steps. */
interface Training {
  /** One step of gradient descent on a batch, which it disposes. */
  step(batch: Batch): Promise<[loss: number, accuracy: number]>;
  /** To be called at the end, also after an error. */
  finish(): void;
}

/** The fast way, where it is wanted and there is one; otherwise TensorFlow.js's own. */
export function trainingOf(model: LayersModel, fast: boolean): Training {
  const found = fast ? fastTraining(model) : "it was not wanted";
  const quick = typeof found === "string" ? undefined : found;
  return {
    async step({ inputs, labels }) {
      try {
        if (quick && fits(model, inputs)) return quick.step(inputs, labels);
        const targets = targetsOf(model, labels);
        const result = await model.trainOnBatch(inputs, targets).finally(() => targets.dispose());
        const [loss = Number.NaN, accuracy = Number.NaN] = Array.isArray(result) ? result : [result];
        return [loss, accuracy];
      } finally {
        tf.dispose([inputs, labels]);
      }
    },
    finish: () => quick?.finish(),
  };
}

/** TensorFlow.js hands a loss of our own targets only in the shape of the outputs: one-hot. */
function targetsOf(model: LayersModel, labels: Tensor): Tensor {
  const classes = model.outputs[0]?.shape.at(-1) ?? 0;
  if (!scoreLossOf(model)) return labels.clone();
  return tf.tidy(() => tf.oneHot(labels.cast("int32"), classes).cast("float32"));
}
