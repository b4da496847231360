import { requireOptions } from "../../arithmetic/options.js";
import { type LayersModel, tf } from "../tf.js";
import { holdFrozen } from "./holdFrozen.js";
import { GaussianConnections } from "./lenet/gaussianConnections.js";
import { equation9 } from "./lenet/losses.js";
import { disposeOptimizer } from "./optimizers.js";

/** How a classifier learns. */
export interface Compilation {
  /** Of adam; another optimizer brings its own. @default {0.001} */
  learningRate?: number;
  /** One of TensorFlow.js's, or its name. @default {"adam"} */
  optimizer?: tf.ModelCompileArgs["optimizer"];
  /**
   * One of TensorFlow.js's. The default wants whole numbers as labels and probabilities as answers.
   * @default {"sparseCategoricalCrossentropy"}
   */
  loss?: tf.ModelCompileArgs["loss"];
  /** What is measured beside the loss. @default {["accuracy"]} */
  metrics?: tf.ModelCompileArgs["metrics"];
}

/** The names of what can be chosen. */
export const compilationOptions = ["learningRate", "optimizer", "loss", "metrics"];

/**
 * The model, compiled as a classifier the lessons' way: adam, sparse categorical cross-entropy of its softmax, accuracy. A network that
 * ends in Gaussian connections gets equation 9 with j = 10 instead. Call it again after letting frozen layers learn: TensorFlow notes
 * at compile time which weights may. The optimizer of an earlier compilation is disposed.
 *
 * @throws {RangeError} if the optimizer, the loss or a metric is none that TensorFlow.js has
 * @throws {TypeError} if an option has another name
 * @example compileClassifier(mnistCnn(), { learningRate: 0.01 }).optimizer.getClassName() // "Adam"
 */
export function compileClassifier<Model extends LayersModel>(model: Model, options: Compilation = {}): Model {
  requireOptions("compile", options, compilationOptions);
  if (model.optimizer !== options.optimizer) disposeOptimizer(model.optimizer);
  const last = model.layers.at(-1);
  const rubbish = last instanceof GaussianConnections && last.linear ? Number.POSITIVE_INFINITY : 10;
  const usual = last instanceof GaussianConnections ? equation9(rubbish) : "sparseCategoricalCrossentropy";
  const { optimizer = "adam", loss = usual, metrics = ["accuracy"], learningRate = 0.001 } = options;
  const chosen = optimizer === "adam" ? tf.train.adam(learningRate) : optimizer;
  try {
    model.compile({ optimizer: chosen, loss, metrics });
  } catch (cause) {
    // Of a sequential network the optimizer made from a name stays with the model inside.
    const { optimizer: made } = (model as unknown as { model?: LayersModel }).model ?? model;
    if (made !== optimizer) made?.dispose();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RangeError(
      `Cannot compile ${model.name}: ${reason}. Give an optimizer, a loss and metrics that TensorFlow.js has.`,
      { cause },
    );
  }
  holdFrozen(model);
  return model;
}
