import { isWhole } from "../../arithmetic/whole.js";
import { scoreLossOf } from "../models/lenet/losses.js";
import { type LayersModel, type Tensor, tf } from "../tf.js";
import { answersOf } from "./answers.js";
import { compiledOf } from "./compiled.js";
import { classesOf } from "./targets.js";

/**
 * How much the examples of each class count, class after class.
 *
 * @throws {TypeError} if a weight would mean nothing: no classes, several at once, a loss that is one number for a batch
 * @throws {RangeError} if there is no such class, or a weight is below 0
 */
export function weightsByClass(model: LayersModel, given: Readonly<Record<number, number>>): Float32Array {
  const { kind, classes } = answersOf(model);
  const refuse = (problem: string) => new TypeError(`Cannot weigh the classes of ${model.name}: ${problem}`);
  if (kind === "numbers") throw refuse("its outputs are no classes. Leave out classWeights.");
  if (kind === "several") {
    throw refuse(
      "an image may be of several at once. Leave out classWeights, or give the loss weights of its own.",
    );
  }
  if (!givesLossOfEach(model)) {
    throw refuse(
      "its loss is one number for all examples of a batch. Compile it with a loss of TensorFlow.js, by name.",
    );
  }
  const weights = new Float32Array(classes).fill(1);
  for (const [name, weight] of Object.entries(given)) {
    if (!isWhole(Number(name), { from: 0, to: classes - 1 })) {
      throw new RangeError(
        `Cannot weigh class ${name}: ${model.name} tells ${classes} apart, numbered from 0.`,
      );
    }
    if (!(weight >= 0 && Number.isFinite(weight))) {
      throw new RangeError(`Cannot weigh class ${name} by ${weight}. Give a number from 0 up.`);
    }
    weights[Number(name)] = weight;
  }
  return weights;
}

/** Losses that TensorFlow.js knows by name give one number for each example; one's own is tried on nothing but zeros. */
function givesLossOfEach(model: LayersModel): boolean {
  const { loss, lossName } = compiledOf(model) ?? {};
  if (!loss || lossName !== undefined || scoreLossOf(model)) return true;
  const shape = [2, ...(model.outputs[0]?.shape.slice(1) ?? []).map((length) => length ?? 1)];
  return tf.tidy(() => loss(tf.zeros(shape), tf.zeros(shape)).shape[0] === 2);
}

/** The weight of each example of a batch, in the shape of its losses. The caller disposes it. */
export function exampleWeights(byClass: Float32Array, targets: Tensor): Tensor {
  return tf.tidy(() =>
    tf.gather(tf.tensor1d(byClass), classesOf(targets)).reshape(targets.shape.slice(0, -1)),
  );
}
