import { requireOptions } from "../../arithmetic/options.js";
import { isWhole } from "../../arithmetic/whole.js";
import { cnn, type NetworkLayer } from "../../networks/models/cnn.js";
import { dropoutOf } from "../../networks/models/dropout.js";
import type { LayersModel } from "../../networks/tf.js";

/**
 * What stands between the last feature maps and the ten probabilities. `flatten` and `gap` hand all their numbers, or the mean
 * of each map, to the dense layer; `flattenDense` and `gapDense` put a hidden dense layer in between; `globalMax` takes
 * the largest value of each map; `classMaps` makes one map a class by a 1x1 convolution and then only averages.
 */
export type Head = "flatten" | "gap" | "flattenDense" | "gapDense" | "globalMax" | "classMaps";

/** What can be chosen about {@link headCnn}. */
export interface HeadCnnOptions {
  /** How the network ends. @default {"gap"} */
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
 * @throws {TypeError} if an option has another name
 * @throws {RangeError} if the side is no whole number from 4, or Flatten is to take any
 * @see notebooks/10-gap-vs-flatten.ipynb
 */
export function headCnn(options: HeadCnnOptions = {}): LayersModel {
  requireOptions("build a network with a head", options, [
    "head",
    "dropout",
    "inputSize",
    "filters",
    "hiddenUnits",
    "seed",
  ]);
  const { head = "gap", dropout = 0, inputSize = 28, seed = 1, hiddenUnits = 64 } = options;
  const { filters = [16, 16, 32, 32, 64] } = options;
  const side = sideOf(inputSize, head);
  const layers = [...trunk(filters), ...headLayers(head, hiddenUnits, dropout)];
  return cnn({ height: side, width: side, channels: 1 }, layers, { seed, name: "headCnn" });
}

function sideOf(inputSize: number | "any", head: Head): number | "any" {
  if (inputSize === "any" && !head.startsWith("flatten")) return inputSize;
  if (inputSize === "any") {
    throw new RangeError(
      `Cannot build head ${head} for images of any size: its dense layer has a weight for every place. Give inputSize a number, or use head "gap".`,
    );
  }
  if (!isWhole(inputSize, { from: 4 })) {
    throw new RangeError(
      `Cannot build a network for images of side ${inputSize}: they are halved twice. Give a whole number from 4, or "any".`,
    );
  }
  return inputSize;
}

/** First weights after He, as everywhere before ReLU: with Glorot's smaller ones a GAP head takes about twice as long to learn. */
function trunk(filters: readonly number[]): NetworkLayer[] {
  return filters.flatMap((count, index): NetworkLayer[] => {
    const conv = { kind: "conv", filters: count, kernel: 3, padding: "same", activation: "relu" } as const;
    return index === 1 || index === 3 ? [conv, { kind: "maxPool", size: 2 }] : [conv];
  });
}

function headLayers(head: Head, hiddenUnits: number, rate: number): NetworkLayer[] {
  const silencing = dropoutOf(rate);
  const average: NetworkLayer = { kind: "globalAverage", name: "gap" };
  // The same first weights for both ends: a 1x1 convolution is the dense layer at every place.
  const seedNumber = 7;
  if (head === "classMaps") {
    const maps: NetworkLayer = { kind: "conv", name: "classMaps", filters: 10, kernel: 1, seedNumber };
    return [...silencing, maps, average, { kind: "softmax", name: "output" }];
  }
  const output: NetworkLayer = {
    kind: "dense",
    name: "output",
    units: 10,
    activation: "softmax",
    seedNumber,
  };
  const reductions = {
    flatten: { kind: "flatten" },
    gap: average,
    globalMax: { kind: "globalMax" },
  } as const;
  const reduction = reductions[head.replace("Dense", "") as keyof typeof reductions];
  const hidden: NetworkLayer = { kind: "dense", name: "hidden", units: hiddenUnits, activation: "relu" };
  return [reduction, ...(head.endsWith("Dense") ? [hidden] : []), ...silencing, output];
}
