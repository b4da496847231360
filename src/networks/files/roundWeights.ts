import { type LayersModel, tf } from "../tf.js";

/**
 * Rounds every weight of a model to a multiple of `step`: a network that is to be written down takes less room then, and is
 * the same wherever it is written.
 *
 * @throws {RangeError} if the step is not above 0
 * @example roundWeights(mnistMlp({ hiddenUnits: [] }), 0.01)
 */
export function roundWeights(model: LayersModel, step: number): void {
  if (!(step > 0)) {
    throw new RangeError(
      `Cannot round weights to multiples of ${step}. Give a number above 0, such as 0.01.`,
    );
  }
  tf.tidy(() => {
    const rounded = model.getWeights().map((weights) => {
      const values = Float32Array.from(weights.dataSync(), (value) => Math.round(value / step) * step);
      return tf.tensor(values, weights.shape);
    });
    model.setWeights(rounded);
  });
}
