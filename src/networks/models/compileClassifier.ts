import { type LayersModel, tf } from "../tf.js";
import { GaussianConnections } from "./lenet/gaussianConnections.js";
import { equation9 } from "./lenet/losses.js";

/**
 * Compiles a classifier the lessons' way: adam, sparse categorical cross-entropy of its softmax, accuracy. A network that ends
 * in Gaussian connections gets equation 9 with j = 10 instead. Call it again after letting frozen layers learn: TensorFlow notes
 * at compile time which weights may. The optimizer of an earlier compilation is disposed.
 */
export function compileClassifier<Model extends LayersModel>(
  model: Model,
  options: { learningRate?: number } = {},
): Model {
  model.optimizer?.dispose();
  const last = model.layers.at(-1);
  const rubbish = last instanceof GaussianConnections && last.linear ? Number.POSITIVE_INFINITY : 10;
  model.compile({
    optimizer: tf.train.adam(options.learningRate ?? 0.001),
    loss: last instanceof GaussianConnections ? equation9(rubbish) : "sparseCategoricalCrossentropy",
    metrics: ["accuracy"],
  });
  return model;
}
