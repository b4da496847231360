import { compileClassifier } from "../../networks/models/compileClassifier.js";
import { SeededDropout } from "../../networks/models/dropout.js";
import { type LayersModel, tf } from "../../networks/tf.js";

/**
 * What stands between the last feature maps and the ten probabilities. `flatten` and `gap` hand all their numbers, or the mean
 * of each map, to the dense layer; `flattenDense` and `gapDense` put a hidden dense layer in between; `globalMax` takes
 * the largest value of each map; `classMaps` makes one map a class by a 1x1 convolution and then only averages.
 */
export type Head = "flatten" | "gap" | "flattenDense" | "gapDense" | "globalMax" | "classMaps";

/** What can be chosen about {@link headCnn}. */
export interface HeadCnnOptions {
  /** @default {"gap"} */
  head?: Head;
  /** Share of the inputs of the last layer with weights that is silenced while training, from 0 to below 1. @default {0} */
  dropout?: number;
  /** Side of the square images, from 4 pixels; or `any`, which heads with Flatten cannot take. @default {28} */
  inputSize?: number | "any";
  /** Filters of the five convolutions. @default {[16, 16, 32, 32, 64]} */
  filters?: readonly [number, number, number, number, number];
  /** Units of the hidden dense layer of `flattenDense` and `gapDense`. @default {64} */
  hiddenUnits?: number;
  /** Seed of the initial weights (and of dropout). @default {1} */
  seed?: number;
}

/**
 * One trunk with a choice of heads, to compare them on equal ground: five 3x3 `same` convolutions with ReLU, 2x2 max pooling
 * after the second and the fourth, so that a value of the last map sees 24x24 pixels, more than a digit of 20. Layers
 * `conv1` `conv2` `pool1` `conv3` `conv4` `pool2` `conv5`, then those of the head, then `output`. Inputs
 * `[batch, inputSize, inputSize, 1]`, outputs `[batch, 10]` probabilities. Compiled. The same seed gives the same trunk
 * whatever the head. The caller disposes it: `disposeModel`.
 *
 * @see notebooks/08-gap-vs-flatten.ipynb
 */
export function headCnn(options: HeadCnnOptions = {}): LayersModel {
  const { head = "gap", dropout = 0, inputSize = 28, seed = 1, hiddenUnits = 64 } = options;
  const { filters = [16, 16, 32, 32, 64] } = options;
  const side = sideOf(inputSize, head);
  const layers = [...trunk(filters, side, seed), ...headLayers(head, hiddenUnits, dropout, seed)];
  return compileClassifier(tf.sequential({ name: "headCnn", layers }));
}

function sideOf(inputSize: number | "any", head: Head): number | null {
  if (inputSize === "any" && !head.startsWith("flatten")) return null;
  if (inputSize === "any") {
    throw new RangeError(
      `Cannot build head ${head} for images of any size: its dense layer has a weight for every place. Give inputSize a number, or use head "gap".`,
    );
  }
  if (!Number.isInteger(inputSize) || inputSize < 4) {
    throw new RangeError(
      `Cannot build a network for images of side ${inputSize}: they are halved twice. Give a whole number from 4, or "any".`,
    );
  }
  return inputSize;
}

/** Larger before ReLU, which lets half of the numbers through: with the smaller start a GAP head takes about twice as long to learn. */
function startOf(seed: number, layer: number, relu = true) {
  const start = relu ? tf.initializers.heUniform : tf.initializers.glorotUniform;
  return start({ seed: 1000 * seed + layer });
}

function trunk(filters: readonly number[], side: number | null, seed: number): tf.layers.Layer[] {
  return filters.flatMap((count, index) => {
    const number = index + 1;
    const conv = tf.layers.conv2d({
      name: `conv${number}`,
      filters: count,
      kernelSize: 3,
      padding: "same",
      activation: "relu",
      kernelInitializer: startOf(seed, number),
      ...(index === 0 ? { inputShape: [side, side, 1] } : {}),
    });
    const pooled = number === 2 || number === 4;
    return pooled ? [conv, tf.layers.maxPooling2d({ name: `pool${number / 2}`, poolSize: 2 })] : [conv];
  });
}

function headLayers(head: Head, hiddenUnits: number, rate: number, seed: number): tf.layers.Layer[] {
  const silencing = rate === 0 ? [] : [new SeededDropout({ name: "dropout", rate, seed })];
  const average = () => tf.layers.globalAveragePooling2d({ name: "gap" });
  // The same first weights for both: a 1x1 convolution is the dense layer at every place.
  const last = { units: 10, filters: 10, kernelSize: 1, kernelInitializer: startOf(seed, 7, false) };
  if (head === "classMaps") {
    const maps = tf.layers.conv2d({ ...last, name: "classMaps" });
    return [...silencing, maps, average(), tf.layers.softmax({ name: "output" })];
  }
  const reduction = {
    flatten: () => tf.layers.flatten({ name: "flatten" }),
    gap: average,
    globalMax: () => tf.layers.globalMaxPooling2d({ name: "globalMax" }),
  };
  const hidden = head.endsWith("Dense")
    ? [
        tf.layers.dense({
          name: "hidden",
          units: hiddenUnits,
          activation: "relu",
          kernelInitializer: startOf(seed, 6),
        }),
      ]
    : [];
  const output = tf.layers.dense({ ...last, name: "output", activation: "softmax" });
  const reduce = reduction[head.replace("Dense", "") as keyof typeof reduction];
  return [reduce(), ...hidden, ...silencing, output];
}
