import { type LayersModel, tf } from "../tf.js";
import { compileClassifier } from "./compileClassifier.js";
import { SeededDropout } from "./dropout.js";

/** What can be chosen about {@link mnistCnn}. */
export interface MnistCnnOptions {
  /** Filters of the two convolutions. @default {[32, 64]} */
  filters?: readonly [first: number, second: number];
  /** Units of the hidden dense layer. @default {64} */
  hiddenUnits?: number;
  /** Share of the hidden units that dropout silences while training, from 0 up to but not including 1. @default {0} */
  dropout?: number;
  /** Seed of the initial weights (and of dropout). @default {1} */
  seed?: number;
}

/**
 * The MNIST lab's network: two rounds of 5x5 convolution and 2x2 max pooling, then two dense layers.
 * Inputs `[batch, 28, 28, 1]`, outputs `[batch, 10]` probabilities. Compiled (adam, sparse categorical
 * cross-entropy, accuracy). The same seed gives the same weights. The caller disposes it: `disposeModel`.
 *
 * @see notebooks/06-mnist-cnn.ipynb
 */
export function mnistCnn(options: MnistCnnOptions = {}): LayersModel {
  const { filters = [32, 64], hiddenUnits = 64, dropout = 0, seed = 1 } = options;
  const start = (layer: number) => tf.initializers.glorotUniform({ seed: 1000 * seed + layer });
  const conv = (layer: number, count: number, more: object = {}) =>
    tf.layers.conv2d({
      name: `conv${layer}`,
      filters: count,
      kernelSize: 5,
      activation: "relu",
      kernelInitializer: start(layer),
      ...more,
    });
  // Made first: an impossible rate is refused before any weight exists.
  const silencing = dropout === 0 ? [] : [new SeededDropout({ name: "dropout", rate: dropout, seed })];
  const model = tf.sequential({ name: "mnistCnn" });
  model.add(conv(1, filters[0], { inputShape: [28, 28, 1] }));
  model.add(tf.layers.maxPooling2d({ name: "pool1", poolSize: 2 }));
  model.add(conv(2, filters[1]));
  model.add(tf.layers.maxPooling2d({ name: "pool2", poolSize: 2 }));
  model.add(tf.layers.flatten({ name: "flatten" }));
  model.add(
    tf.layers.dense({ name: "hidden", units: hiddenUnits, activation: "relu", kernelInitializer: start(3) }),
  );
  for (const layer of silencing) model.add(layer);
  model.add(
    tf.layers.dense({ name: "output", units: 10, activation: "softmax", kernelInitializer: start(4) }),
  );
  return compileClassifier(model);
}
