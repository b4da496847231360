import type { LayersModel } from "../../../networks/tf.js";
import type { DrawingNetwork } from "./drawingExplorerWeights.js";

/**
 * The weights of a trained `drawingCnn()` with two convolutions as plain numbers, in the order in which `drawingExplorer`
 * wants them.
 *
 * @throws {RangeError} if the model has other layers
 */
export function drawingWeights(model: LayersModel): Omit<DrawingNetwork, "examples"> {
  const [first, firstBiases, second, secondBiases, dense, biases] = model.getWeights();
  if (
    !first ||
    !firstBiases ||
    !second ||
    !secondBiases ||
    !dense ||
    !biases ||
    model.getWeights().length !== 6
  ) {
    throw new RangeError(
      `Cannot read ${model.name}: it has ${model.getWeights().length} tables of weights, not 6. Give a drawingCnn() of two convolutions.`,
    );
  }
  return {
    first: { filters: columnsOf(first), biases: [...firstBiases.dataSync()] },
    second: { filters: columnsOf(second), biases: [...secondBiases.dataSync()] },
    classes: columnsOf(dense),
    classBiases: [...biases.dataSync()],
  };
}

/** The weights of each output: all axes before the last one in a row, as TensorFlow stores them. */
function columnsOf(weights: { shape: number[]; dataSync(): ArrayLike<number> }): number[][] {
  const outputs = weights.shape.at(-1) ?? 0;
  const values = Array.from(weights.dataSync());
  return Array.from({ length: outputs }, (_, output) =>
    values.filter((_, index) => index % outputs === output),
  );
}
