import { plural } from "../../charts/format.js";
import { type LayersModel, tf } from "../tf.js";
import { type BatchSource, batchesOf, type TrainingData } from "./batches.js";
import { type DataUse, requireLabels } from "./checkLabels.js";
import { shapeFits, shapeText } from "./shapes.js";

const things = { train: "examples", evaluate: "images", validate: "images" };
const instead = { train: "fit", evaluate: "evaluate", validate: "evaluate" };

/**
 * The batches of data that the model can learn from or be measured on; whatever way of training follows, it has no complaint.
 * Inputs that are not finite pass: the loss will say so.
 *
 * @throws {TypeError} if the data are none, or of another form; {@link RangeError} for sizes, shapes and labels that do not fit
 */
export function checkedBatches(
  use: DataUse,
  model: LayersModel,
  data: TrainingData,
  scale: number,
): BatchSource {
  requireOneOfEach(use, model);
  requireForm(use, data);
  if (!Number.isFinite(scale)) {
    throw new RangeError(`Cannot ${use}: scale is ${scale}. Give a number, such as 1 / 255.`);
  }
  const source = batchesOf(data, scale);
  if (source.count === 0) {
    throw new RangeError(`Cannot ${use}: there are 0 ${things[use]}. Give at least one.`);
  }
  requireInputs(use, model, source);
  requireLabels(use, model, source);
  return source;
}

/** Refuses models with several inputs or outputs, and says what takes them. */
export function requireOneOfEach(use: DataUse | "predict", model: LayersModel): void {
  const counts = [model.inputs.length, model.outputs.length] as const;
  if (counts.every((count) => count === 1)) return;
  const [inputs, outputs] = [plural(counts[0], "input"), plural(counts[1], "output")];
  const call = use === "predict" ? "model.predict(inputs)" : `model.${instead[use]}(inputs, labels)`;
  throw new RangeError(
    `Cannot ${use} ${model.name}: it has ${inputs} and ${outputs}, and this takes models of one each. Call TensorFlow.js's own ${call}.`,
  );
}

function requireForm(use: DataUse, data: unknown): void {
  const forms = "Give Digits or Images, or tensors as { inputs, labels }.";
  if (typeof data !== "object" || data === null) {
    throw new TypeError(`Cannot ${use}: the data are ${data === null ? "null" : typeof data}. ${forms}`);
  }
  if ("pixels" in data) return;
  const { inputs, labels } = data as { inputs?: unknown; labels?: unknown };
  if (inputs instanceof tf.Tensor && labels instanceof tf.Tensor) return;
  if (inputs === undefined || labels === undefined) {
    const names = Object.keys(data).join(", ") || "nothing";
    throw new TypeError(`Cannot ${use}: the data hold ${names}. ${forms}`);
  }
  const wrong = inputs instanceof tf.Tensor ? "labels" : "inputs";
  throw new TypeError(`Cannot ${use}: the ${wrong} are no tensor. Make one by tf.tensor(${wrong}).`);
}

/** Refuses inputs of another shape than the network takes. */
export function requireInputs(
  use: string,
  model: LayersModel,
  { inputShape }: Pick<BatchSource, "inputShape">,
) {
  const wanted = model.inputs[0]?.shape.slice(1) ?? [];
  if (shapeFits(inputShape, wanted)) return;
  throw new RangeError(
    `Cannot ${use} ${model.name}: the inputs have shape ${shapeText(inputShape)} each, and it takes ${shapeText(wanted)}. Resize or reshape them, or build it for them.`,
  );
}
