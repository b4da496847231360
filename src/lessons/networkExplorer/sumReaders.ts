import type { ConnectedConvolution } from "../../networks/models/lenet/connectedConvolution.js";
import type { GaussianConnections } from "../../networks/models/lenet/gaussianConnections.js";
import type { Tensor, tf } from "../../networks/tf.js";
import type { Pair, Stage } from "./stage.js";
import { channelFirst, eachChannel, valuesOf } from "./weightOrder.js";
import { type Config, said, slidingOf } from "./windows.js";

/** What a kind of layer says to the explorer, beyond its name, its sizes and what bends its sums. */
export type Reader = (layer: tf.layers.Layer, below: Stage, config: Config) => Partial<Stage>;

const tensorsOf = (layer: tf.layers.Layer) => layer.getWeights() as [Tensor, Tensor?];
const sidesOf = (kernel: Tensor) => kernel.shape.slice(0, 2) as unknown as Pair;

const convolution: Reader = (layer, below, config) => {
  const [kernel, bias] = tensorsOf(layer);
  const { words, sliding } = slidingOf(below, sidesOf(kernel), config);
  const weights = channelFirst(kernel);
  return { what: `convolution, ${words}`, rule: "sum", ...sliding, weights, biases: valuesOf(bias) };
};

const eachMap: Reader = (layer, below, config) => {
  const [kernel, bias] = tensorsOf(layer);
  const { words, sliding } = slidingOf(below, sidesOf(kernel), config);
  const weights = eachChannel(kernel);
  return { what: `one kernel a map, ${words}`, rule: "each", ...sliding, weights, biases: valuesOf(bias) };
};

/** Links that are not in the table have weights of zero. */
const connected: Reader = (layer, below) => {
  const { kernelSize } = layer as ConnectedConvolution;
  const kernels = (layer as ConnectedConvolution).ordinaryKernels();
  const weights = channelFirst(kernels);
  kernels.dispose();
  const size: Pair = [kernelSize, kernelSize];
  return {
    what: `convolution, ${said(size)} windows of some maps`,
    rule: "sum",
    ...slidingOf(below, size, {}).sliding,
    weights,
    biases: valuesOf(layer.getWeights()[1]),
  };
};

const dense: Reader = (layer) => {
  const [kernel, bias] = tensorsOf(layer);
  return { what: "dense", rule: "sum", weights: channelFirst(kernel), biases: valuesOf(bias) };
};

/** LeNet-5's: one coefficient for the four numbers of a window. */
const subsampling: Reader = (layer, below) => {
  const [coefficients, bias] = tensorsOf(layer);
  return {
    what: "sum of 2x2 windows times a coefficient",
    rule: "each",
    ...slidingOf(below, [2, 2], { strides: 2 }).sliding,
    weights: valuesOf(coefficients).flatMap((value) => [value, value, value, value]),
    biases: valuesOf(bias),
  };
};

const gaussian: Reader = (layer) => {
  const { learnCodes, linear } = layer as GaussianConnections;
  const codes = learnCodes ? tensorsOf(layer)[0] : (layer as GaussianConnections).drawnCodes();
  const weights = valuesOf(codes);
  if (!learnCodes) codes.dispose();
  return linear
    ? { what: "twice the product with each code", rule: "sum", weights: weights.map((weight) => 2 * weight) }
    : { what: "minus the squared distance from each code", rule: "distance", weights };
};

/** Trained statistics and factors, as one factor and one addition for each map. */
const normalisation: Reader = (layer, { maps }, config) => {
  const found = layer.getWeights().map((each) => valuesOf(each));
  const all = (value: number) => new Array<number>(maps).fill(value);
  const gamma = config.scale === false ? all(1) : (found.shift() ?? []);
  const beta = config.center === false ? all(0) : (found.shift() ?? []);
  const [mean = [], variance = []] = found;
  const weights = gamma.map((factor, at) => factor / Math.sqrt((variance[at] ?? 1) + Number(config.epsilon)));
  const biases = weights.map((weight, at) => (beta[at] ?? 0) - weight * (mean[at] ?? 0));
  return {
    what: "batch normalisation: a factor and an addition for each map",
    rule: "each",
    weights,
    biases,
  };
};

/** Layers with weights, by their names in TensorFlow.js. */
export const sumReaders: Readonly<Record<string, Reader>> = {
  Conv2D: convolution,
  DepthwiseConv2D: eachMap,
  ConnectedConvolution: connected,
  Dense: dense,
  Subsampling: subsampling,
  GaussianConnections: gaussian,
  BatchNormalization: normalisation,
};
