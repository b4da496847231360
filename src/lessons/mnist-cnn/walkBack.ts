import type { Matrix } from "../../arithmetic/matrix.js";
import type { Figure } from "../../charts/figure.js";
import { table } from "../../charts/figures/table.js";
import type { Digits } from "../../images/digits/digits.js";
import { featureMapsOf } from "../../networks/models/inspect.js";
import { layerOutputs } from "../../networks/models/layerOutputs.js";
import { type LayersModel, type Tensor, type Tensor2D, type Tensor4D, tf } from "../../networks/tf.js";
import { toInputs } from "../../networks/training/inputs.js";
import {
  type Maps,
  ofKernels,
  throughConvolution,
  throughDense,
  throughMaximum,
  throughRelu,
  throughReluMaps,
} from "./sixRules.js";
import { slopesByTensorFlow } from "./slopesByTensorFlow.js";

/** One layer on the way back: the slopes of its sums and of its weights, by the six rules. */
export interface WalkedLayer {
  readonly layer: string;
  /** How many sums the layer computes for one digit. */
  readonly sums: number;
  /** How many of these have a slope other than 0. */
  readonly withSlope: number;
  readonly weights: number;
  /** The largest slope of a weight, without its sign. */
  readonly largest: number;
  /** How far, at most, the slopes of the weights are from TensorFlow's. */
  readonly difference: number;
}

/** The way back through every layer that learns. */
export interface WalkBack {
  /** The answer first, the first convolution last. */
  readonly layers: readonly WalkedLayer[];
  /** The same, a line for each. */
  table(): Figure;
}

const names = ["conv1", "pool1", "conv2", "pool2", "flatten", "hidden", "output"] as const;

/**
 * Walks from the loss of one digit back to the first convolution of `mnistCnn`, by the six rules and without TensorFlow, and compares
 * the slopes of all weights with TensorFlow's. The answer comes first, the first convolution last. Leaves no tensor behind.
 *
 * @throws {RangeError} if the model has not the layers of `mnistCnn`, or there is not exactly one digit
 * @example
 * const { train: digits } = await loadMnist({ trainImages: 1, testImages: 0 });
 * walkBack(mnistCnn({ filters: [2, 4], hiddenUnits: 8 }), digits).layers.map(({ layer }) => layer) // ["output", "hidden", "conv2", "conv1"]
 */
export function walkBack(model: LayersModel, digit: Digits): WalkBack {
  if (digit.count !== 1) {
    throw new RangeError(`Cannot walk back from ${digit.count} digits: the walk is one digit's. Give one.`);
  }
  const missing = names.find(
    (name, at) => model.layers.filter(({ name }) => !/input/.test(name))[at]?.name !== name,
  );
  if (missing !== undefined) {
    throw new RangeError(
      `Cannot walk back through ${model.name}: where mnistCnn has ${missing} it has another layer. Give a network that mnistCnn has made.`,
    );
  }
  let layers: readonly WalkedLayer[] = [];
  tf.tidy(() => {
    layers = compared(model, digit);
  });
  return { layers, table: () => table(layers.map(inWords)) };
}

const inWords = ({ layer, sums, withSlope, weights, largest, difference }: WalkedLayer) => ({
  layer,
  sums,
  "with a slope": withSlope,
  weights,
  "largest slope of a weight": largest.toFixed(4),
  "largest difference from TensorFlow": difference.toExponential(1),
});

function compared(model: LayersModel, digit: Digits): WalkedLayer[] {
  const inputs = toInputs(digit);
  const outputs = layerOutputs(model, inputs, names);
  const mapsAt = (name: (typeof names)[number]): Maps =>
    featureMapsOf(outputs[names.indexOf(name)] as Tensor);
  const rowAt = (name: (typeof names)[number]) => [...(outputs[names.indexOf(name)] as Tensor).dataSync()];
  const weightsOf = (name: string) => model.getLayer(name).getWeights()[0] as Tensor;
  const dense = (name: string) => (weightsOf(name) as Tensor2D).arraySync();
  const theirs = slopesByTensorFlow(model, inputs, digit.labels[0] as number);
  const walked = (layer: string, slopes: readonly number[], own: readonly number[]): WalkedLayer => {
    const other = theirs(layer);
    return {
      layer,
      sums: slopes.length,
      withSlope: slopes.filter((slope) => slope !== 0).length,
      weights: own.length,
      largest: own.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0),
      difference: own.reduce((most, slope, at) => Math.max(most, Math.abs(slope - (other[at] as number))), 0),
    };
  };

  const logits = rowAt("output").map((probability, at) => probability - (at === digit.labels[0] ? 1 : 0));
  const ofOutput = throughDense(logits, rowAt("hidden"), dense("output"));
  const hidden = throughRelu(ofOutput.inputs, rowAt("hidden"));
  const ofHidden = throughDense(hidden, rowAt("flatten"), dense("hidden"));
  const pooled = inMaps(ofHidden.inputs, mapsAt("pool2"));
  const conv2 = throughReluMaps(throughMaximum(pooled, mapsAt("conv2")), mapsAt("conv2"));
  const below = throughConvolution(conv2, kernelsByFilter(weightsOf("conv2")));
  const conv1 = throughReluMaps(throughMaximum(below, mapsAt("conv1")), mapsAt("conv1"));
  return [
    walked("output", logits, ofOutput.weights.flat()),
    walked("hidden", hidden, ofHidden.weights.flat()),
    walked("conv2", conv2.flat(2), ofKernels(conv2, mapsAt("pool1")).flat(3)),
    walked("conv1", conv1.flat(2), ofKernels(conv1, featureMapsOf(inputs)).flat(3)),
  ];
}

const kernelsByFilter = (kernel: Tensor) => (tf.transpose(kernel, [3, 2, 0, 1]) as Tensor4D).arraySync();

/** One row of numbers, channels of a place together as Flatten has them, as maps of that form. */
function inMaps(
  row: readonly number[],
  { length: channels, 0: first = [] }: readonly Matrix[],
): number[][][] {
  const width = first[0]?.length ?? 0;
  return Array.from({ length: channels }, (_, channel) =>
    first.map((line, i) => line.map((_, j) => row[(i * width + j) * channels + channel] as number)),
  );
}
