import { requireOptions } from "../../arithmetic/options.js";
import { requireWhole } from "../../arithmetic/whole.js";
import { type ImageSet, requireSet } from "../../images/images.js";
import { nextTurn } from "../../platform/turn.js";
import { type LayersModel, type Tensor, type Tensor4D, tf } from "../tf.js";
import { answersOf } from "./answers.js";
import { batchesOf } from "./batches.js";
import { requireInputs, requireOneOfEach } from "./checkData.js";
import { defaultScale } from "./inputs.js";
import { modelOutputs } from "./modelOutputs.js";

/** A class that a network sees in an image. */
export interface PredictedClass {
  /** Its number, from 0. */
  classIndex: number;
  /** What the images call it; its number as text where they do not say, or tell apart more or fewer classes than the network. */
  name: string;
  probability: number;
}

/** Images at once. */
const batchSize = 500;

/**
 * The most probable classes of each image, the likeliest first. Logits become probabilities by softmax; a single sigmoid unit tells two
 * classes apart; of several sigmoids each has its own probability. Leaves no tensor behind.
 *
 * @param images or a tensor in the shape the network takes, `[count, height, width, channels]`, which stays the caller's
 * @param options.scale factor on the bytes of images. @default {1 / 255}
 * @param options.top how many classes of each image; those there are, if that is fewer. @default {3}
 * @throws {RangeError} if the network does not take such images, or has several inputs or outputs
 * @throws {TypeError} if the network tells no classes apart, or an option has another name
 * @example
 * const { test } = await loadMnist({ trainImages: 0, testImages: 2 });
 * const [first] = await predict(await loadTrained("mnist-cnn"), test, { top: 1 });
 * first?.[0]?.name // "7"
 */
export async function predict(
  model: LayersModel,
  images: ImageSet | Tensor4D,
  options: { scale?: number | undefined; top?: number | undefined } = {},
): Promise<readonly (readonly PredictedClass[])[]> {
  requireOptions("predict", options, ["scale", "top"]);
  const { scale = defaultScale, top = 3 } = options;
  requireWhole("predict", { top }, { from: 1 });
  if (!Number.isFinite(scale)) {
    throw new RangeError(`Cannot predict: scale is ${scale}. Give a number, such as 1 / 255.`);
  }
  requireOneOfEach("predict", model);
  const { kind, outputs, classes, probabilities } = answersOf(model);
  if (kind === "numbers" || (model.outputs[0]?.shape.length ?? 0) !== 2) {
    throw new TypeError(
      `Cannot predict classes with ${model.name}: it gives no row of classes. Call model.predict(inputs) for what it gives.`,
    );
  }
  const source = inputsOf(images, scale);
  requireInputs("predict", model, source);
  const names = "pixels" in images && "classes" in images ? (images.classes ?? []) : [];
  const nameOf = (index: number) => (names.length === classes ? (names[index] as string) : String(index));
  const outputsOf = modelOutputs(model);
  const found: PredictedClass[][] = [];
  for (let from = 0; from < source.count; from += batchSize) {
    const inputs = source.part(from, Math.min(batchSize, source.count - from));
    try {
      const values = tf.tidy(() => outputsOf(inputs).dataSync<"float32">());
      for (let at = 0; at < values.length; at += outputs) {
        const shares = Array.from(probabilities(values.subarray(at, at + outputs)));
        const all = shares.map((probability, classIndex) => ({
          classIndex,
          name: nameOf(classIndex),
          probability,
        }));
        found.push(all.sort((a, b) => b.probability - a.probability).slice(0, top));
      }
    } finally {
      inputs.dispose();
    }
    await nextTurn();
  }
  return found;
}

/** The images part by part, which the caller disposes. */
function inputsOf(images: ImageSet | Tensor, scale: number) {
  if (images instanceof tf.Tensor) {
    const [count = 0, ...inputShape] = images.shape;
    const part = (from: number, size: number) => images.slice(from, size);
    return { count, inputShape, part };
  }
  if (typeof images !== "object" || images === null || !("pixels" in images)) {
    throw new TypeError("Cannot predict: these are no images. Give Digits or Images, or a tensor.");
  }
  // Labels are not asked for, and need not be there.
  requireSet(images, "predict");
  const unlabelled = { ...images, labels: new Uint8Array(images.count) };
  const { count, inputShape, batch } = batchesOf(unlabelled, scale);
  const part = (from: number, size: number) => {
    const { inputs, labels } = batch(Uint32Array.from({ length: size }, (_, index) => from + index));
    labels.dispose();
    return inputs;
  };
  return { count, inputShape, part };
}
