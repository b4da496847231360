import type { Tensor, tf } from "../tf.js";

/** The optimizers of TensorFlow.js, which can all be made from their settings. */
const known = ["SGD", "Momentum", "Adam", "Adamax", "RMSProp", "Adagrad", "Adadelta"];

export function isKnownOptimizer(optimizer: tf.Optimizer): boolean {
  return known.includes(optimizer.getClassName());
}

/** Another optimizer of that class with the same settings, which has taken no step; of somebody's own class the same again. */
export function freshOptimizer(optimizer: tf.Optimizer): tf.Optimizer {
  if (!isKnownOptimizer(optimizer)) return optimizer;
  const made = optimizer.constructor as tf.serialization.SerializableConstructor<tf.Optimizer>;
  return made.fromConfig(made, optimizer.getConfig());
}

/** Frees what an optimizer keeps: of adam, two values for each weight. */
export function disposeOptimizer(optimizer: tf.Optimizer | undefined): void {
  optimizer?.dispose();
  // TensorFlow.js's momentum optimizer leaves its learning rate behind.
  const rate = (optimizer as unknown as { c?: Tensor } | undefined)?.c;
  if (rate && !rate.isDisposed) rate.dispose();
}

interface Rated {
  learningRate?: number;
  setLearningRate?(rate: number): void;
}

/** The learning rate an optimizer has now; nothing if it has none. */
export function learningRateOf(optimizer: tf.Optimizer): number | undefined {
  const { learningRate } = optimizer as unknown as Rated;
  return typeof learningRate === "number" ? learningRate : undefined;
}

/**
 * Sets the learning rate that an optimizer takes from its next step on.
 *
 * @throws {Error} if the optimizer has no rate
 */
export function setLearningRate(optimizer: tf.Optimizer, rate: number): void {
  const rated = optimizer as unknown as Rated;
  if (rated.setLearningRate) rated.setLearningRate(rate);
  else if (typeof rated.learningRate === "number") rated.learningRate = rate;
  else
    throw new Error(
      `Cannot change the learning rate of ${optimizer.getClassName()}: it has none. Compile with sgd, momentum or adam.`,
    );
}
