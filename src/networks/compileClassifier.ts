import { type LayersModel, tf } from "./tf.js";

/**
 * Compiles a classifier with softmax outputs the lessons' way: adam, sparse categorical cross-entropy, accuracy.
 * Call it again after freezing layers: TensorFlow notes at compile time which weights train.
 */
export function compileClassifier<Model extends LayersModel>(
  model: Model,
  options: { learningRate?: number } = {},
): Model {
  model.compile({
    optimizer: tf.train.adam(options.learningRate ?? 0.001),
    loss: "sparseCategoricalCrossentropy",
    metrics: ["accuracy"],
  });
  return model;
}
