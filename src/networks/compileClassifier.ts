import { type LayersModel, tf } from "./tf.js";

/**
 * Compiles a classifier with softmax outputs the lessons' way: adam, sparse categorical cross-entropy, accuracy.
 * Call it again after letting frozen layers learn: TensorFlow notes at compile time which weights may. The optimizer of an
 * earlier compilation is disposed.
 */
export function compileClassifier<Model extends LayersModel>(
  model: Model,
  options: { learningRate?: number } = {},
): Model {
  model.optimizer?.dispose();
  model.compile({
    optimizer: tf.train.adam(options.learningRate ?? 0.001),
    loss: "sparseCategoricalCrossentropy",
    metrics: ["accuracy"],
  });
  return model;
}
