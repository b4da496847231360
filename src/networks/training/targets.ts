import { scoreLossOf } from "../models/lenet/losses.js";
import { type LayersModel, type Tensor, tf } from "../tf.js";
import type { BatchSource } from "./batches.js";
import { compiledOf } from "./compiled.js";

/** The form in which a loss takes its labels: the numbers of classes, or something in the shape of the outputs. */
export interface WantedLabels {
  readonly classNumbers: boolean;
  /** Shape of one label; null where the sizes of inputs differ. */
  readonly shape: readonly (number | null)[];
}

/** How the loss of a model wants its labels. A model that is not compiled is taken for a classifier. */
export function wantedLabels(model: LayersModel): WantedLabels {
  const output = model.outputs[0]?.shape.slice(1) ?? [];
  const compiled = compiledOf(model);
  const classNumbers = !compiled || compiled.lossName === "sparseCategoricalCrossentropy";
  return { classNumbers, shape: classNumbers ? [...output.slice(0, -1), 1] : output };
}

/** Whether the labels are numbers of classes, whatever the loss wants: those of images are, and so LeNet-5 takes them. */
export function areClassNumbers(model: LayersModel, { ofClasses, labelShape }: BatchSource): boolean {
  const { classNumbers, shape } = wantedLabels(model);
  if (classNumbers) return true;
  const isNumber = labelShape.length === 1 && labelShape[0] === 1;
  const isRow = shape.length === 1 && shape[0] !== 1;
  return isNumber && isRow && (ofClasses || scoreLossOf(model) !== undefined);
}

/** Brings the labels of a batch into the form that the loss takes. The caller disposes the result. */
export function targetsOf(model: LayersModel, source: BatchSource): (labels: Tensor) => Tensor {
  const { classNumbers, shape } = wantedLabels(model);
  if (classNumbers || !areClassNumbers(model, source)) return (labels) => labels.clone();
  const classes = shape.at(-1) as number;
  return (labels) =>
    tf.tidy(() =>
      tf
        .oneHot(labels.flatten().cast("int32"), classes)
        .cast("float32")
        .reshape([labels.shape[0] as number, ...(shape as number[])]),
    );
}

/** The numbers of the classes that a batch of targets names: of one-hot labels the place of the largest. */
export function classesOf(targets: Tensor): Tensor {
  const isRow = (targets.shape.at(-1) ?? 1) > 1;
  return tf.tidy(() => (isRow ? targets.argMax(-1) : targets.flatten().round()).cast("int32"));
}
