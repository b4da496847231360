import { isWhole } from "../../arithmetic/whole.js";
import type { LayersModel } from "../tf.js";
import { answersOf } from "./answers.js";
import type { BatchSource } from "./batches.js";
import { compiledOf } from "./compiled.js";
import { shapeFits, shapeText } from "./shapes.js";
import { areClassNumbers, wantedLabels } from "./targets.js";

/** What data are used for. */
export type DataUse = "train" | "evaluate" | "validate";

const verbs = { train: "learn", evaluate: "evaluate", validate: "validate" };

/** Refuses labels that the loss of a model cannot take. */
export function requireLabels(use: DataUse, model: LayersModel, source: BatchSource): void {
  requireShape(use, model, source);
  requireValues(use, model, source);
}

function requireShape(use: DataUse, model: LayersModel, source: BatchSource): void {
  const output = model.outputs[0]?.shape.slice(1) ?? [];
  const { classNumbers, shape } = wantedLabels(model);
  const { lossName = "its loss" } = compiledOf(model) ?? { lossName: "cross-entropy" };
  const refuse = (problem: string) => new RangeError(`Cannot ${use} ${model.name}: ${problem}`);
  if (output.at(-1) === 1 && (classNumbers || lossName === "categoricalCrossentropy")) {
    throw refuse(
      `it ends in 1 output, and ${lossName} needs one for each class, 2 or more. Compile it with binaryCrossentropy, or end it in 2 units with softmax.`,
    );
  }
  const { labelShape } = source;
  const taken = areClassNumbers(model, source) && !classNumbers ? [1] : shape;
  if (shapeFits(labelShape, taken)) return;
  const found = `the labels have shape ${shapeText([null, ...labelShape])}`;
  if (classNumbers && shapeFits(labelShape, output)) {
    throw refuse(
      `${found}, one-hot, and ${lossName} takes the number of each class. Give labels.argMax(-1), or compile it with categoricalCrossentropy.`,
    );
  }
  const ofNumbers = shapeFits(labelShape, [...output.slice(0, -1), 1]);
  if (!classNumbers && ofNumbers && answersOf(model).kind === "classes") {
    throw refuse(
      `${found}, numbers of classes, and ${lossName} takes them one-hot. Give tf.oneHot(labels, ${output.at(-1)}), or compile it with sparseCategoricalCrossentropy.`,
    );
  }
  throw refuse(`${found}, and ${lossName} takes ${shapeText([null, ...taken])}. Give labels of that shape.`);
}

function requireValues(use: DataUse, model: LayersModel, source: BatchSource): void {
  const { isRight, reason } = wantedValues(model, source);
  const values = source.labels();
  for (let index = 0; index < values.length; index++) {
    const label = values[index] as number;
    if (!isRight(label)) throw new RangeError(`Cannot ${verbs[use]} label ${label}: ${reason}`);
  }
}

/** What the numbers of labels have to be, and what to say of others. */
function wantedValues(model: LayersModel, source: BatchSource) {
  const { kind, outputs } = answersOf(model);
  if (areClassNumbers(model, source) || (source.ofClasses && kind === "unit")) {
    const classes = kind === "unit" ? 2 : outputs;
    return {
      isRight: (label: number) => isWhole(label, { from: 0, to: classes - 1 }),
      reason: `the network tells ${classes} classes apart. Give labels from 0 to ${classes - 1}.`,
    };
  }
  const lossName = compiledOf(model)?.lossName;
  if (lossName === "binaryCrossentropy" || lossName === "categoricalCrossentropy") {
    return {
      isRight: (label: number) => label >= 0 && label <= 1,
      reason: `${lossName} takes numbers from 0 to 1. Give 1 for a class that is there.`,
    };
  }
  return { isRight: Number.isFinite, reason: "it is no finite number. Leave such examples out." };
}
