import { requireChoices, requireOptions } from "../../arithmetic/options.js";
import { requireWhole } from "../../arithmetic/whole.js";
import { type LayersModel, tf } from "../tf.js";
import { type LenetActivation, layerActivation } from "./lenet/activation.js";
import { digitCodes } from "./lenet/codes.js";
import { ConnectedConvolution } from "./lenet/connectedConvolution.js";
import { c3Connections, fullConnections } from "./lenet/connections.js";
import { Frame } from "./lenet/frame.js";
import { GaussianConnections } from "./lenet/gaussianConnections.js";
import { drawWeights } from "./lenet/initialWeights.js";
import { equation8, equation9 } from "./lenet/losses.js";
import { Subsampling } from "./lenet/subsampling.js";

/** Every departure from the network of 1998, one option each. Without any it is the paper's. */
export interface Lenet5Options {
  /** Height and width of the images, before the frame adds 4. Above 28 the answer is a map of answers. @default {28} */
  inputSize?: number;
  /** S2 and S4: the sum times a coefficient plus a bias, squashed; or today's poolings. @default {"trainable"} */
  subsampling?: "trainable" | "average" | "max";
  /** C3 by the table of 60 links, or with all 96. @default {"table"} */
  connections?: "table" | "full";
  /** ReLU spares F6 as long as it is compared with codes: no ReLU could reach a -1. @default {"scaledTanh"} */
  activation?: LenetActivation;
  /**
   * `rbf`: minus the squared distance of F6 to the code of each class. `rbfLinear`: 2 w·x with the same fixed codes, what is left of the
   * distance as j goes to infinity. `softmax`: a dense layer that learns, and probabilities. @default {"rbf"}
   */
  output?: "rbf" | "rbfLinear" | "softmax";
  /** For `rbf`: equation 9, where classes compete, or equation 8, where they do not. @default {"equation9"} */
  loss?: "equation9" | "equation8";
  /** The constant j of equation 9, for which the paper names no value. @default {10} */
  j?: number;
  /** The drawings of the classes, 12 lines of 7 signs each. @default {digitCodes} */
  codes?: readonly string[];
  /** Lets the codes learn as well. @default {false} */
  learnCodes?: boolean;
  /** Adam as for the other networks, or gradient descent with a momentum of 0.9, which is nearer to 1998. @default {"adam"} */
  optimizer?: "adam" | "momentum";
  /** Of the optimizer. @default {0.002} */
  learningRate?: number;
  /** Seed of the initial weights. @default {1} */
  seed?: number;
}

/**
 * LeNet-5 as it was published in 1998: 60,000 parameters and 340,908 connections in the layers c1 s2 c3 s4 c5 f6 output.
 * Inputs `[batch, 28, 28, 1]` with pixels from 0 to 1, which the layer `frame` makes the paper's 32x32. Outputs `[batch, 10]`: minus
 * the penalties, so the largest wins; `[batch, height, width, 10]` for larger images. Compiled with the paper's loss, and
 * Adam: the second-order learning rates of the paper are not reproduced. The caller disposes it: `disposeModel`.
 *
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if an option has no such choice, images are to be smaller than 28x28, codes are no drawings of 12 lines of 7
 * signs, or j is not above 0
 * @example layerFacts(lenet5()).map(({ name }) => name)
 * // ["frame", "c1", "s2", "c3", "s4", "c5", "f6", "vector", "output"]
 * @see LeCun, Bottou, Bengio and Haffner, *Gradient-based learning applied to document recognition*, 1998
 * @see notebooks/09-lenet-5.ipynb
 */
export function lenet5(options: Lenet5Options = {}): LayersModel {
  requireOptions(action, options, known);
  requireChoices(action, options, choices);
  const { inputSize = 28, activation = "scaledTanh", connections = "table", seed = 1 } = options;
  requireWhole(action, { inputSize }, { from: 28 });
  const conv = (name: string, filters: number, kernelSize: number, squash = activation) =>
    tf.layers.conv2d({ name, filters, kernelSize, activation: layerActivation(squash) });
  const table = connections === "table" ? c3Connections : fullConnections;
  const [output, loss] = [outputLayer(options), lossOf(options)]; // what they refuse is refused before anything is built
  const model = tf.sequential({ name: "lenet5" });
  model.add(new Frame({ name: "frame", inputShape: [inputSize, inputSize, 1] }));
  model.add(conv("c1", 6, 5));
  model.add(subsampling("s2", options));
  model.add(new ConnectedConvolution({ name: "c3", connections: table, activation }));
  model.add(subsampling("s4", options));
  model.add(conv("c5", 120, 5));
  model.add(conv("f6", 84, 1, options.output === "softmax" ? activation : "scaledTanh"));
  const [, height] = model.outputs[0]?.shape ?? [];
  if (height === 1) model.add(tf.layers.flatten({ name: "vector" }));
  model.add(output);
  drawWeights(model, seed);
  const { optimizer = "adam", learningRate = 0.002 } = options;
  model.compile({
    optimizer: optimizer === "adam" ? tf.train.adam(learningRate) : tf.train.momentum(learningRate, 0.9),
    loss,
    metrics: ["accuracy"],
  });
  return model;
}

const action = "build LeNet-5";
const known = [
  "inputSize",
  "subsampling",
  "connections",
  "activation",
  "output",
  "loss",
  "j",
  "codes",
  "learnCodes",
  "optimizer",
  "learningRate",
  "seed",
];
const choices = {
  subsampling: ["trainable", "average", "max"],
  connections: ["table", "full"],
  activation: ["scaledTanh", "relu"],
  output: ["rbf", "rbfLinear", "softmax"],
  loss: ["equation9", "equation8"],
  optimizer: ["adam", "momentum"],
};

function subsampling(name: string, options: Lenet5Options): tf.layers.Layer {
  if (options.subsampling === "average") return tf.layers.averagePooling2d({ name, poolSize: 2 });
  if (options.subsampling === "max") return tf.layers.maxPooling2d({ name, poolSize: 2 });
  return new Subsampling({ name, activation: options.activation ?? "scaledTanh" });
}

function outputLayer({ output = "rbf", codes = digitCodes, learnCodes }: Lenet5Options): tf.layers.Layer {
  const name = "output";
  if (output === "softmax") return tf.layers.dense({ name, units: 10, activation: "softmax" });
  return new GaussianConnections({ name, codes, linear: output === "rbfLinear", learnCodes });
}

/** The loss of the output: the paper's, or for a softmax the usual one. */
function lossOf({ output = "rbf", loss = "equation9", j = 10 }: Lenet5Options) {
  const compared = equation9(j);
  if (output === "softmax") return "sparseCategoricalCrossentropy";
  if (loss === "equation8") return equation8;
  return output === "rbfLinear" ? equation9(Number.POSITIVE_INFINITY) : compared;
}
