import type { LayersModel, Tensor, tf } from "../tf.js";

/** A loss or a metric, as a model was compiled with it: a number for each example, or one for all. */
export type Measure = (wanted: Tensor, answers: Tensor) => Tensor;

/** The inside of a model that we read: TensorFlow.js keeps all of it, and shows part. */
export interface InnerModel {
  lossFunctions: Measure[];
  metricsNames: string[];
  metricsTensors: [Measure, output: number][];
  collectedTrainableWeights: tf.LayerVariable[];
  makeTrainFunction(): (data: Tensor[]) => Tensor[];
}

/** The model that does the work: a sequential model is a list of layers around one. */
export function innerModel(model: LayersModel): InnerModel {
  return ((model as unknown as { model?: InnerModel }).model ?? model) as InnerModel;
}
