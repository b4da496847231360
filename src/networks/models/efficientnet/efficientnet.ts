import { requireOptions } from "../../../arithmetic/options.js";
import { isWhole } from "../../../arithmetic/whole.js";
import type { SourceReport } from "../../../images/optionalSource.js";
import { type LayersModel, type Tensor1D, type Tensor2D, type Tensor4D, tf } from "../../tf.js";
import { efficientNetModel, featuresLayer } from "./model.js";
import { untrainedWeights } from "./untrainedWeights.js";
import { efficientNetWeights } from "./weights.js";

/** EfficientNet-Lite0 in its parts: maps, their means, logits. So a class activation map needs no gradient. */
export interface EfficientNetLite0 {
  /** From photographs to logits in one go. Its layer `features` has the maps that are averaged. */
  readonly model: LayersModel;
  /** Pixels of a side of what it takes. */
  readonly side: number;
  /** Weights of the last layer, `[1280, 1000]`, a column a class. They belong to the network: do not dispose them. */
  readonly classWeights: Tensor2D;
  /** Its biases, `[1000]`. The same holds. */
  readonly classBiases: Tensor1D;
  /** The backbone: `[batch, side, side, 3]`, numbers from -1 to 1, to `[batch, side / 32, side / 32, 1280]`. */
  features(inputs: Tensor4D): Tensor4D;
  /** Global average pooling: the mean of each map, `[batch, 1280]`. */
  pooled(features: Tensor4D): Tensor2D;
  /** The linear head: means to logits, `[batch, 1000]`. */
  logits(pooled: Tensor2D): Tensor2D;
  dispose(): void;
}

/** What can be chosen about {@link efficientNetLite0}. */
export interface EfficientNetOptions {
  /** Pixels of a side, a multiple of 32. It was trained on 224. @default {224} */
  readonly side?: number;
  /** Weights that have learned nothing, drawn from this seed, instead of the trained ones: for comparison. */
  readonly untrained?: number;
  /** Hears how far the download is. */
  readonly report?: SourceReport;
}

/**
 * EfficientNet-Lite0 with the weights that its authors trained on ImageNet, 1,000 classes. The weights are fetched when
 * they are first needed. What its functions return is the caller's to dispose, and so is the network.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if the side is no multiple of 32 up to 2048
 * @throws {Error} if the weights cannot be fetched or read
 * @example
 * const network = await efficientNetLite0({ side: 64 });
 * network.features(tf.zeros([1, 64, 64, 3])).shape // [1, 2, 2, 1280]
 * @see Tan and Le, *EfficientNet: rethinking model scaling for convolutional neural networks*, ICML 2019;
 * R. Liu, *Higher accuracy on vision models with EfficientNet-Lite*, 2020
 */
export async function efficientNetLite0(options: EfficientNetOptions = {}): Promise<EfficientNetLite0> {
  requireOptions("build EfficientNet-Lite0", options, ["side", "untrained", "report"]);
  const { side = 224, untrained, report } = options;
  if (!isWhole(side, { from: 32, to: 2048 }) || side % 32 !== 0) {
    throw new RangeError(
      `Cannot build EfficientNet-Lite0 for ${side} pixels. Use a multiple of 32 up to 2048.`,
    );
  }
  const trained = await efficientNetWeights(report);
  const weights = untrained === undefined ? trained : untrainedWeights(trained, untrained);
  const model = efficientNetModel(weights, side);
  const maps = model.getLayer(featuresLayer).output as tf.SymbolicTensor;
  const trunk = tf.model({ inputs: model.inputs, outputs: maps, name: "efficientnet-lite0-trunk" });
  const [kernel, biases] = model.getLayer("logits").getWeights();
  const classWeights = kernel as Tensor2D;
  const classBiases = biases as Tensor1D;
  return {
    model,
    side,
    classWeights,
    classBiases,
    features: (inputs) => trunk.predict(inputs) as Tensor4D,
    pooled: (features) => tf.mean(features, [1, 2]),
    logits: (pooled) => tf.tidy(() => tf.add(tf.matMul(pooled, classWeights), classBiases)),
    dispose: () => void model.dispose(),
  };
}
