import type { ImageShape } from "../../arithmetic/layerSpec.js";
import { aboutLayer, layerStep } from "../../arithmetic/layerStep.js";
import { requireLayers } from "../../arithmetic/layers.js";
import { requireSome } from "../../arithmetic/lists.js";
import { requireOptions } from "../../arithmetic/options.js";
import { stackOn } from "../../arithmetic/stack.js";
import { requireWhole } from "../../arithmetic/whole.js";
import { type LayersModel, tf } from "../tf.js";
import { type Compilation, compilationOptions, compileClassifier } from "./compileClassifier.js";
import { layerName } from "./layerName.js";
import { seedOfLast } from "./layerSeed.js";
import { type NetworkLayer, requireSettings } from "./networkLayer.js";
import { tensorflowLayer } from "./tensorflowLayer.js";

export type { NetworkLayer } from "./networkLayer.js";

/** The images that a network takes. `any`: of every height or width, which rules flatten out. */
export type NetworkInput = ImageShape | { height: number | "any"; width: number | "any"; channels: number };

/** What can be chosen about {@link cnn}. */
export interface CnnOptions extends Compilation {
  /** Seed of the first weights, and of dropout. @default {1} */
  seed?: number;
  /** Of the model, for messages and files. @default {"cnn"} */
  name?: string;
}

/**
 * A network from the list of layers that `layerTable` reads, one layer of TensorFlow.js for each, compiled as a classifier
 * (adam, sparse categorical cross-entropy, accuracy). Such a classifier ends in probabilities: in a layer `softmax`, or
 * in `dense` with that activation; for another end, name a loss. Inputs `[batch, height, width, channels]`. The same seed gives the
 * same first weights; biases start at 0. The caller disposes it: `disposeModel`.
 *
 * Convolutions and dense layers are linear unless they name an activation. Their first weights are drawn as He and others say where
 * ReLU follows, else as Glorot and Bengio do.
 *
 * @throws {TypeError} if the layers are no list, or an option has another name
 * @throws {RangeError} if there is none, the seed is no whole number, or a layer (counted from 1) does not fit, or is one that
 * TensorFlow.js does not have: convolution in groups or with dilation, and padding that comes to neither `"valid"` nor `"same"`
 * @example
 * const network = cnn({ height: 28, width: 28, channels: 1 }, [
 *   { kind: "conv", filters: 8, kernel: 3, activation: "relu" },
 *   { kind: "maxPool", size: 2 },
 *   { kind: "flatten" },
 *   { kind: "dense", units: 10, activation: "softmax" },
 * ]);
 * network.countParams() // 13610
 * @see Glorot and Bengio, *Understanding the difficulty of training deep feedforward neural networks*, 2010;
 * He, Zhang, Ren and Sun, *Delving deep into rectifiers*, 2015
 */
export function cnn(
  input: NetworkInput,
  layers: readonly NetworkLayer[],
  options: CnnOptions = {},
): LayersModel {
  requireOptions("build a network", options, ["seed", "name", ...compilationOptions]);
  const { seed = 1, name = "cnn", ...compilation } = options;
  requireWhole("build a network", { seed });
  const fitting = fittingLayers(input, layers, seed);
  const model = tf.sequential({ name });
  try {
    for (const layer of fitting) model.add(layer);
    return compileClassifier(model, compilation);
  } catch (cause) {
    model.dispose();
    throw cause;
  }
}

/** Where sizes vary, the arithmetic is done for a size into which every reasonable window fits. */
const largeSide = 4096;

/** The layers of TensorFlow.js, found to fit. They have no weights yet. */
function fittingLayers(input: NetworkInput, layers: readonly NetworkLayer[], seed: number) {
  const { height, width, channels } = input ?? {};
  const sizes = [height, width, channels];
  const [rows, columns, maps] = sizes.map((length) => (length === "any" ? largeSide : length));
  const known = { height: rows, width: columns, channels: maps } as ImageShape;
  requireLayers(known, layers, "build a network");
  requireSome("build a network", "layer", layers);
  const inputShape = sizes.map((length) => (length === "any" ? null : length)) as (number | null)[];
  const names: string[] = [];
  let stack = stackOn(known);
  return layers.map((layer, index) =>
    aboutLayer("build", layer, index, () => {
      requireSettings(layer);
      const below = stack.shape;
      const anySize = inputShape.includes(null) && below.length === 3;
      stack = layerStep(layer, stack).next;
      const sofar = layers.slice(0, index + 1);
      const name = layerName(sofar);
      const twin = names.indexOf(name);
      if (twin !== -1) {
        throw new RangeError(`Layer ${twin + 1} is named ${name} as well. Give each a name of its own.`);
      }
      names.push(name);
      return tensorflowLayer(layer, {
        name,
        seed: seedOfLast(sofar, seed),
        below: anySize ? undefined : below,
        ...(index === 0 ? { inputShape } : {}),
      });
    }),
  );
}
