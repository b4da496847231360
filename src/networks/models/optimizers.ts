import { type Tensor, tf } from "../tf.js";

type Made = tf.serialization.SerializableConstructor<tf.Optimizer>;

/** The optimizers of TensorFlow.js, which can all be made from their settings. */
const classes = [
  tf.SGDOptimizer,
  tf.MomentumOptimizer,
  tf.AdamOptimizer,
  tf.AdamaxOptimizer,
  tf.RMSPropOptimizer,
  tf.AdagradOptimizer,
  tf.AdadeltaOptimizer,
] as unknown as readonly Made[];

export function isKnownOptimizer(className: string): boolean {
  return classes.some((each) => each.className === className);
}

/** One of TensorFlow.js's optimizers with these settings; nothing for other classes. */
export function makeOptimizer(
  className: string,
  config: tf.serialization.ConfigDict,
): tf.Optimizer | undefined {
  const made = classes.find((each) => each.className === className);
  return made?.fromConfig(made, config);
}

/** Another optimizer of that class with the same settings, which has taken no step; of somebody's own class the same again. */
export function freshOptimizer(optimizer: tf.Optimizer): tf.Optimizer {
  return makeOptimizer(optimizer.getClassName(), optimizer.getConfig()) ?? optimizer;
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
